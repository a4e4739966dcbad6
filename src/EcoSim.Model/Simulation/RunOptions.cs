namespace EcoSim.Model;

/// <summary>What to do beside simulating; none of it may change a byte of the series.</summary>
/// <param name="Ledger">Keep the ledger of people, firms and money.</param>
/// <param name="Check">Verify the conservation laws every month.</param>
public readonly record struct RunOptions(bool Ledger = false, bool Check = false);
