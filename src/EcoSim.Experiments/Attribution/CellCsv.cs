using EcoSim.Experiments.Results;
using EcoSim.Model.Declaration;

namespace EcoSim.Experiments.Attribution;

/// <summary><c>cells.csv</c> and <c>no-anchor.csv</c>: the headline outcomes of the runs that the other tables are made from.</summary>
public static class CellCsv
{
    public const string CellsName = "cells.csv";
    public const string WithoutAnchorName = "no-anchor.csv";

    private const string Replicate = "replicate";
    private const string Hash = "content_hash";

    /// <summary>A row per cell and replicate: the strength of each channel, the headline outcomes, the fingerprint of the plan.</summary>
    public static ReadOnlyMemory<byte> Cells(FactorialDesign design, CellOutcomes done)
    {
        var text = new CsvText();
        CsvTable.WriteHeader(text, ["cell", .. Channels.Names, Replicate, .. Headlines.Outcomes, Hash]);
        int[] replicates = done.Replicates();
        for (int cell = 0; cell < design.Cells.Count; cell++)
        {
            DesignWorld world = design.Cells[cell];
            foreach (int replicate in replicates)
            {
                if (done.Find(world.Hash, replicate) is { } outcomes)
                {
                    text.Integer(cell);
                    foreach (string path in Channels.Paths)
                    {
                        text.Number(Catalogue.Get(path).Get(world.Plan.Parameters));
                    }

                    EndRow(text, replicate, outcomes, world.Hash);
                }
            }
        }

        return text.Written;
    }

    /// <summary>A row per replicate of the world in which the anchor never existed.</summary>
    public static ReadOnlyMemory<byte> WithoutAnchor(FactorialDesign design, CellOutcomes done)
    {
        var text = new CsvText();
        CsvTable.WriteHeader(text, [Replicate, .. Headlines.Outcomes, Hash]);
        foreach (int replicate in done.Replicates())
        {
            if (done.Find(design.WithoutAnchor.Hash, replicate) is { } outcomes)
            {
                EndRow(text, replicate, outcomes, design.WithoutAnchor.Hash);
            }
        }

        return text.Written;
    }

    private static void EndRow(CsvText text, int replicate, double[] outcomes, string hash)
    {
        text.Integer(replicate);
        foreach (double outcome in outcomes)
        {
            text.Number(outcome);
        }

        text.Word(hash).EndRow();
    }
}
