using System.Buffers.Binary;
using System.Security.Cryptography;

namespace EcoSim.Experiments.Store;

/// <summary>What a file of the store holds.</summary>
internal enum StoredKind : byte
{
    Series = (byte)'S',
    Ledger = (byte)'L',
}

/// <summary>Whose bytes a file of the store holds, before them, and a checksum of everything, after them.</summary>
/// <param name="Kind">What is inside.</param>
/// <param name="Hash">What decides the bytes of the replicate.</param>
/// <param name="Replicate">Its number.</param>
/// <param name="Months">Months inside.</param>
/// <param name="Checked">True when the conservation laws were verified.</param>
internal readonly record struct Envelope(StoredKind Kind, string Hash, int Replicate, int Months, bool Checked)
{
    /// <summary>Bytes before the content: mark, hash, replicate, months, checked.</summary>
    public const int HeaderBytes = 8 + HashBytes + 3 * sizeof(int);

    private const int HashBytes = SHA256.HashSizeInBytes;

    /// <summary>Changes with the layout of the files, so that an older layout is not misread.</summary>
    private static ReadOnlySpan<byte> Mark => "EcoSim1"u8;

    /// <summary>The file: header, content, checksum.</summary>
    public byte[] Seal(ReadOnlySpan<byte> content)
    {
        var file = new byte[HeaderBytes + content.Length + HashBytes];
        Mark.CopyTo(file);
        file[Mark.Length] = (byte)Kind;
        Convert.FromHexString(Hash).CopyTo(file, 8);
        Span<byte> numbers = file.AsSpan(8 + HashBytes);
        BinaryPrimitives.WriteInt32LittleEndian(numbers, Replicate);
        BinaryPrimitives.WriteInt32LittleEndian(numbers[4..], Months);
        BinaryPrimitives.WriteInt32LittleEndian(numbers[8..], Checked ? 1 : 0);
        content.CopyTo(file.AsSpan(HeaderBytes));
        SHA256.HashData(file.AsSpan(0, file.Length - HashBytes), file.AsSpan(file.Length - HashBytes));
        return file;
    }

    /// <summary>What the header of a file says; null when it is none.</summary>
    public static Envelope? Peek(ReadOnlySpan<byte> file)
    {
        if (file.Length < HeaderBytes || !file.StartsWith(Mark))
        {
            return null;
        }

        ReadOnlySpan<byte> numbers = file[(8 + HashBytes)..];
        return new Envelope(
            (StoredKind)file[Mark.Length],
            Convert.ToHexStringLower(file.Slice(8, HashBytes)),
            BinaryPrimitives.ReadInt32LittleEndian(numbers),
            BinaryPrimitives.ReadInt32LittleEndian(numbers[4..]),
            BinaryPrimitives.ReadInt32LittleEndian(numbers[8..]) != 0);
    }

    /// <summary>The header when the checksum is right and the content is that of this replicate; null when the file is damaged.</summary>
    public static Envelope? Open(ReadOnlySpan<byte> file, StoredKind kind, string hash, int replicate) =>
        Peek(file) is { } header
        && file.Length >= HeaderBytes + HashBytes
        && SHA256.HashData(file[..^HashBytes]).AsSpan().SequenceEqual(file[^HashBytes..])
        && (header.Kind, header.Hash, header.Replicate) == (kind, hash, replicate)
            ? header
            : null;

    /// <summary>Bytes of the content in a file of this length.</summary>
    public static int ContentBytes(int fileBytes) => fileBytes - HeaderBytes - HashBytes;
}
