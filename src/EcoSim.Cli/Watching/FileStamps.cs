namespace EcoSim.Cli.Watching;

/// <summary>What some files look like from outside: present or not, how long, when written. Equal stamps mean that nobody has saved.</summary>
internal sealed class FileStamps : IEquatable<FileStamps>
{
    private readonly (string Path, long Length, DateTime Written)[] _files;

    private FileStamps((string, long, DateTime)[] files) => _files = files;

    public IEnumerable<string> Paths => _files.Select(file => file.Path);

    /// <summary>Looks at the files now; one that is absent, as for a moment while an editor renames, has no length.</summary>
    public static FileStamps Of(IEnumerable<string> paths) => new([.. paths.Select(path =>
    {
        var file = new FileInfo(path);
        return file.Exists ? (path, file.Length, file.LastWriteTimeUtc) : (path, -1L, default);
    })]);

    public bool Equals(FileStamps? other) => other is not null && _files.AsSpan().SequenceEqual(other._files);

    public override bool Equals(object? other) => Equals(other as FileStamps);

    public override int GetHashCode() => _files.Length == 0 ? 0 : _files[0].GetHashCode();
}
