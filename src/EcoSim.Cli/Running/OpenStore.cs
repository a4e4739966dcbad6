using System.Globalization;
using EcoSim.Cli.CommandLine;
using EcoSim.Experiments.Ensembles;
using EcoSim.Experiments.Results;
using EcoSim.Experiments.Store;

namespace EcoSim.Cli.Running;

/// <summary>The store as one command uses it: opened where the options say; when closed, what went wrong is said and it is kept within its bound.</summary>
internal sealed class OpenStore : IDisposable
{
    /// <summary>Name of the store in the folder of results.</summary>
    public const string DefaultName = ".store";

    /// <summary>In place of a folder: no store.</summary>
    public const string Off = "none";

    /// <summary>Environment variable that moves the store, or switches it off.</summary>
    public const string FolderVariable = "ECOSIM_STORE";

    /// <summary>Environment variable for the most bytes of the store, in GiB.</summary>
    public const string BoundVariable = "ECOSIM_STORE_GIB";

    private const double DefaultGib = 2;
    private const double Gib = 1L << 30;
    private const double Mib = 1L << 20;

    private readonly RunRequest _request;
    private readonly TextWriter _messages;
    private readonly ReplicateStore? _disk;
    private readonly double _bound;

    public OpenStore(RunRequest request, TextWriter messages)
    {
        _request = request;
        _messages = messages;
        string folder = request.Store is { Length: > 0 } given ? given : Path.Combine(request.Out, DefaultName);
        _disk = folder == Off ? null : new ReplicateStore(folder, reads: !request.Force);
        _bound = Gib * Bound();
    }

    /// <summary>Null when it is switched off.</summary>
    public IReplicateStore? Replicates => _disk;

    /// <summary>Folder of the store; null when it is switched off.</summary>
    public string? Folder => _disk?.Folder;

    /// <summary>True when something beside replicates was written into its folder, so that its bound is looked at.</summary>
    public bool Grew { get; set; }

    /// <summary>Says how many runs were not simulated again.</summary>
    public void SayFound(string name, EnsembleResult result)
    {
        int simulated = result.Runs - result.FromStore;
        if (result.FromStore > 0 && !_request.Quiet)
        {
            string rest = simulated == 0 ? "--force simulates again" : $"{simulated} simulated";
            _messages.WriteLine($"{name}: {Count(result.FromStore)} taken from the store{(_disk is null ? "" : $" '{_disk.Folder}'")}; {rest}.");
        }
    }

    public void Dispose()
    {
        if (_disk is null)
        {
            return;
        }

        foreach (string problem in _disk.Problems)
        {
            _messages.WriteLine($"ecosim: {problem}");
        }

        if (_disk.Written > 0 || Grew)
        {
            (long before, long after) = StoreBound.Apply(_disk.Folder, (long)_bound, DateTime.UtcNow);
            if (after < before && before > _bound && !_request.Quiet)
            {
                _messages.WriteLine(string.Create(CultureInfo.InvariantCulture,
                    $"ecosim: the store '{_disk.Folder}' was larger than {_bound / Gib:0.##} GiB ({BoundVariable}); {(before - after) / Mib:#,0} MiB of what was not used for longest were removed."));
            }
        }
    }

    private static string Count(int runs) => runs == 1 ? "1 run was" : $"{runs} runs were";

    private static double Bound()
    {
        string? text = Environment.GetEnvironmentVariable(BoundVariable);
        return string.IsNullOrWhiteSpace(text) ? DefaultGib
            : double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double gib) && gib is >= 0 and <= 1e6 ? gib
            : throw new RefusedException($"{BoundVariable}: found '{text}'; allowed is a number of GiB from 0 to 1,000,000, such as 2.");
    }
}
