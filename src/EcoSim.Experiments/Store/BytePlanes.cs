using System.IO.Compression;

namespace EcoSim.Experiments.Store;

/// <summary>Packs 64-bit words: the first byte of every word, then the second of every word, and so on, then deflated.</summary>
/// <remarks>Neighbouring months share their sign, exponent and leading digits, which side by side take next to no room.</remarks>
internal static class BytePlanes
{
    private const int WordBytes = sizeof(ulong);

    /// <summary>Words packed into bytes, the same on every machine.</summary>
    public static byte[] Pack(ReadOnlySpan<ulong> words)
    {
        var planes = new byte[words.Length * WordBytes];
        for (int i = 0; i < words.Length; i++)
        {
            ulong word = words[i];
            for (int plane = 0; plane < WordBytes; plane++)
            {
                planes[plane * words.Length + i] = (byte)(word >> (8 * plane));
            }
        }

        using var packed = new MemoryStream();
        using (var deflate = new DeflateStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            deflate.Write(planes);
        }

        return packed.ToArray();
    }

    /// <summary>The words again. Throws <see cref="InvalidDataException"/> when the bytes do not hold that many.</summary>
    public static ulong[] Unpack(byte[] packed, int offset, int length, int count)
    {
        var planes = new byte[count * WordBytes];
        using var deflate = new DeflateStream(new MemoryStream(packed, offset, length), CompressionMode.Decompress);
        if (deflate.ReadAtLeast(planes, planes.Length, throwOnEndOfStream: false) != planes.Length || deflate.ReadByte() >= 0)
        {
            throw new InvalidDataException("Other than the expected number of words.");
        }

        var words = new ulong[count];
        for (int plane = 0; plane < WordBytes; plane++)
        {
            ReadOnlySpan<byte> bytes = planes.AsSpan(plane * count, count);
            for (int i = 0; i < bytes.Length; i++)
            {
                words[i] |= (ulong)bytes[i] << (8 * plane);
            }
        }

        return words;
    }
}
