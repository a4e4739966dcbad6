using EcoSim.Experiments.Sweeps.Analysis;

namespace EcoSim.Reporting;

/// <summary>How often the first times of a sweep come, in words: one that does not always come must not be read as if it did.</summary>
public static class FirstTimeText
{
    /// <summary>"comes in none of 27 runs; the 120 months of a run are counted instead"; null for an outcome that is no first time.</summary>
    public static string? Of(SweepTable table, int outcome)
    {
        if (table.Reached(outcome) is not var (came, runs))
        {
            return null;
        }

        string of = Amount.Count(runs, "run", "runs"), months = Amount.Count(table.Months, "month", "months");
        return came == 0 ? $"comes in none of {of}; the {months} of a run are counted instead"
            : came == runs ? $"comes in all of {of}"
            : $"comes in {came} of {of}; where it does not come, the {months} of a run are counted, so that means are of the time within them";
    }
}
