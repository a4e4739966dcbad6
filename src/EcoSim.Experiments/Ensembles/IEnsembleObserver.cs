namespace EcoSim.Experiments.Ensembles;

/// <summary>One run of an ensemble.</summary>
/// <param name="Replicate">Number of the replicate, from 0.</param>
/// <param name="WithoutAnchor">True for the twin in the world where the anchor never existed.</param>
public readonly record struct ReplicateKey(int Replicate, bool WithoutAnchor);

/// <summary>Is told how an ensemble comes along, from whichever thread runs the replicate; must not throw.</summary>
public interface IEnsembleObserver
{
    /// <summary>Before the first run: how many runs there are, twins included.</summary>
    void Planned(int runs, int monthsPerRun);

    void Started(ReplicateKey run);

    /// <summary>A month of the run is done; month 0 is the first after warm-up.</summary>
    void MonthDone(ReplicateKey run, int month);

    void Finished(ReplicateKey run);

    void Failed(ReplicateKey run, Exception cause);
}
