using EcoSim.Experiments.Results;
using Xunit;

namespace EcoSim.Tests.Results;

public class ResultsFolderTests
{
    [Fact]
    public void What_is_written_appears_as_a_whole_and_nothing_else_stays()
    {
        using var root = new TemporaryFolder();
        using (ResultsFolder folder = ResultsFolder.Open(root.Path, "plain"))
        {
            folder.Replace(staging =>
            {
                File.WriteAllText(Path.Combine(staging, "one.txt"), "1");
                Assert.False(Directory.Exists(root["plain"]));
            });
            folder.Attach("figures", staging => File.WriteAllText(Path.Combine(staging, "two.txt"), "2"));
        }

        Assert.Equal(["plain"], root.Entries);
        Assert.Equal("2", File.ReadAllText(Path.Combine(root["plain"], "figures", "two.txt")));
    }

    [Fact]
    public void A_failed_write_leaves_the_earlier_result()
    {
        using var root = new TemporaryFolder();
        using ResultsFolder folder = ResultsFolder.Open(root.Path, "plain");
        folder.Replace(staging => File.WriteAllText(Path.Combine(staging, "old.txt"), "old"));

        Assert.Throws<IOException>(() => folder.Replace(staging =>
        {
            File.WriteAllText(Path.Combine(staging, "half.txt"), "half");
            throw new IOException("disk full");
        }));

        Assert.Equal("old.txt", Path.GetFileName(Assert.Single(Directory.EnumerateFiles(root["plain"]))));
        Assert.DoesNotContain(".plain.partial", root.Entries);
    }

    [Fact]
    public void What_a_killed_process_left_is_mended()
    {
        using var root = new TemporaryFolder();

        // Killed between the two renames: the new result is whole but hidden, the old one set aside.
        Directory.CreateDirectory(root[".plain.partial"]);
        Directory.CreateDirectory(root[".plain.replaced"]);
        root.Write(Path.Combine(".plain.replaced", Manifest.FileName), AnyManifest);
        using (ResultsFolder folder = ResultsFolder.Open(root.Path, "plain"))
        {
            Assert.Equal("abc", folder.Existing?.ContentHash);
        }

        Assert.Equal(["plain"], root.Entries);
    }

    [Theory]
    [InlineData("notes.txt", "mine")]
    [InlineData("manifest.json", "{\"name\": \"a web page\"}")]
    public void A_folder_of_someone_else_is_refused(string file, string text)
    {
        using var root = new TemporaryFolder();
        Directory.CreateDirectory(root["plain"]);
        root.Write(Path.Combine("plain", file), text);
        var refused = Assert.Throws<RefusedException>(() => ResultsFolder.Open(root.Path, "plain"));
        Assert.Contains(root["plain"], refused.Message);
        Assert.Equal(text, File.ReadAllText(Path.Combine(root["plain"], file)));
        Assert.Equal(["plain"], root.Entries);
    }

    [Fact]
    public void An_empty_folder_is_taken()
    {
        using var root = new TemporaryFolder();
        Directory.CreateDirectory(root["plain"]);
        using ResultsFolder folder = ResultsFolder.Open(root.Path, "plain");
        Assert.Null(folder.Existing);
    }

    [Fact]
    public void Two_runs_cannot_write_one_folder()
    {
        using var root = new TemporaryFolder();
        using ResultsFolder first = ResultsFolder.Open(root.Path, "plain");
        var refused = Assert.Throws<RefusedException>(() => ResultsFolder.Open(root.Path, "plain"));
        Assert.Contains("another run", refused.Message);
    }

    [Fact]
    public void An_unwritable_place_is_refused()
    {
        using var root = new TemporaryFolder();
        string file = root.Write("file", "");
        var refused = Assert.Throws<RefusedException>(() => ResultsFolder.Open(Path.Combine(file, "results"), "plain"));
        Assert.Contains("--out", refused.Message);
    }

    private const string AnyManifest =
        """
        {"name": "plain", "content_hash": "abc", "version": "0", "model_build": "", "ledger": "none", "checked": false,
         "replicates_done": 1, "complete": true, "files": {}}
        """;
}
