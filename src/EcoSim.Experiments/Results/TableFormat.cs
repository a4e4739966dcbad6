namespace EcoSim.Experiments.Results;

/// <summary>How the large tables of a result are written: series and ledger.</summary>
public enum TableFormat
{
    /// <summary>Comma-separated text.</summary>
    Csv,

    /// <summary>Parquet, compressed with zstd: columns with their kinds, for large results.</summary>
    Parquet,
}
