using EcoSim.Model;

namespace EcoSim.Experiments.Ensembles;

/// <summary>Which replicates keep their ledger of people, firms and money.</summary>
public enum LedgerScope
{
    None,

    /// <summary>Replicate 0 only.</summary>
    First,

    /// <summary>Every replicate of the scenario; its counterfactual never keeps one.</summary>
    All,
}

/// <summary>How an ensemble is run; none of it changes a byte of the series.</summary>
/// <param name="Threads">Replicates run at the same time; 0 means one per processor.</param>
/// <param name="Ledger">Which replicates keep their ledger.</param>
/// <param name="Check">Verify the conservation laws every month.</param>
public sealed record EnsembleOptions(int Threads = 0, LedgerScope Ledger = LedgerScope.First, bool Check = false)
{
    /// <summary>Above so many workers a ledger takes minutes to read elsewhere and is kept only when asked for.</summary>
    public const int MostWorkersForLedger = 300_000;

    /// <summary>The scope of the ledger when nobody asks for one.</summary>
    public static LedgerScope LedgerThatSuits(Parameters parameters) =>
        parameters.Population.Workers > MostWorkersForLedger ? LedgerScope.None : LedgerScope.First;

    /// <summary>Threads worth starting for this many runs.</summary>
    public int ThreadsFor(int runs) => Math.Clamp(Threads > 0 ? Threads : Environment.ProcessorCount, 1, Math.Max(1, runs));

    /// <summary>True when the replicate keeps its ledger.</summary>
    public bool KeepsLedger(int replicate) => Ledger == LedgerScope.All || (Ledger == LedgerScope.First && replicate == 0);
}
