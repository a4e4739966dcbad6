using System.Text;
using System.Text.Json;
using EcoSim.Experiments.Ensembles;
using EcoSim.Experiments.Results;
using EcoSim.Reporting;

namespace EcoSim.Cli.Watching;

/// <summary>The folder in which a watched scenario shows itself: the picture, also for a telephone, and a page that shows the newest one by itself.</summary>
internal sealed class WatchFolder : IDisposable
{
    public const string PictureName = "overview.png";
    public const string NarrowName = "overview-narrow.png";
    public const string PageName = "watch.html";
    private const string StatusName = "status.js";

    private readonly ResultsFolder _folder;

    /// <summary>Title, context and caption of the picture that is shown, as a list of a script.</summary>
    private string _words = "[]";

    private WatchFolder(ResultsFolder folder) => _folder = folder;

    public string Picture => Path.Combine(_folder.Path, PictureName);

    public string Page => Path.Combine(_folder.Path, PageName);

    /// <summary>Takes hold of <c>out/watch-NAME</c> for as long as it is watched.</summary>
    public static WatchFolder Open(string outFolder, string scenario, string commandLine)
    {
        string name = "watch-" + Path.GetFileNameWithoutExtension(scenario);
        ResultsFolder folder = ResultsFolder.Open(outFolder, name);
        folder.Replace(staging =>
        {
            File.WriteAllText(Path.Combine(staging, PageName), WatchPage.Html(Path.GetFileName(scenario)), new UTF8Encoding(false));
            var manifest = new Manifest
            {
                Name = name, ContentHash = "", Version = ProgramVersion.Text, ModelBuild = ProgramVersion.ModelBuild, Ledger = LedgerScope.None,
                Checked = false, ReplicatesDone = 0, Complete = false, Files = [],
            };
            var how = new RunCircumstances(commandLine, DateTimeOffset.UtcNow, TimeSpan.Zero, new EnsembleOptions(Ledger: LedgerScope.None));
            DerivedManifest.Write(staging, "watch", manifest, how, json => json.WriteString("scenario", scenario));
        });
        var watched = new WatchFolder(folder);
        watched.Say(0, "running", "");
        return watched;
    }

    /// <summary>Replaces the picture, which is never half there; the page learns of it by what is said next.</summary>
    public void Show(OverviewPicture picture)
    {
        Replace(PictureName, picture.Wide);
        Replace(NarrowName, picture.Narrow);
        _words = JsonSerializer.Serialize<string[]>([picture.Title, picture.Context, picture.Caption]);
    }

    /// <summary>Tells the page which run it shows and what else there is to say.</summary>
    /// <param name="run">Number of the run that the picture shows; 0 for none.</param>
    /// <param name="state">running, done or problem.</param>
    /// <param name="message">A message for a person, or empty.</param>
    public void Say(int run, string state, string message) =>
        Replace(StatusName, Encoding.UTF8.GetBytes($"show({run}, {JsonSerializer.Serialize(state)}, {JsonSerializer.Serialize(message)}, {_words});\n"));

    /// <summary>Tells the page that a first look at a run is there; half a number makes it a picture of its own.</summary>
    public void Look(int run, string message) =>
        Replace(StatusName, Encoding.UTF8.GetBytes($"show({run} - 0.5, \"look\", {JsonSerializer.Serialize(message)}, {_words});\n"));

    public void Dispose() => _folder.Dispose();

    private void Replace(string name, byte[] bytes)
    {
        string target = Path.Combine(_folder.Path, name), partial = target + ".partial";
        File.WriteAllBytes(partial, bytes);
        File.Move(partial, target, overwrite: true);
    }
}
