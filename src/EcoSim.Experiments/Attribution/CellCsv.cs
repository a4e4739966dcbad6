using System.Globalization;
using EcoSim.Experiments.Results;
using EcoSim.Model.Declaration;

namespace EcoSim.Experiments.Attribution;

/// <summary><c>cells.csv</c> and <c>no-anchor.csv</c>: the runs that are done, from which an interrupted attribution goes on.</summary>
public static class CellCsv
{
    public const string CellsName = "cells.csv";
    public const string WithoutAnchorName = "no-anchor.csv";

    private const string Replicate = "replicate";
    private const string Hash = "content_hash";

    /// <summary>A row per cell and replicate: the strength of each channel, the headline outcomes, the fingerprint of the plan.</summary>
    public static ReadOnlyMemory<byte> Cells(FactorialDesign design, CellStore store)
    {
        var text = new CsvText();
        CsvTable.WriteHeader(text, ["cell", .. Channels.Names, Replicate, .. Headlines.Outcomes, Hash]);
        int[] replicates = store.Replicates();
        for (int cell = 0; cell < design.Cells.Count; cell++)
        {
            DesignWorld world = design.Cells[cell];
            foreach (int replicate in replicates)
            {
                if (store.Find(world.Hash, replicate) is { } outcomes)
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
    public static ReadOnlyMemory<byte> WithoutAnchor(FactorialDesign design, CellStore store)
    {
        var text = new CsvText();
        CsvTable.WriteHeader(text, [Replicate, .. Headlines.Outcomes, Hash]);
        foreach (int replicate in store.Replicates())
        {
            if (store.Find(design.WithoutAnchor.Hash, replicate) is { } outcomes)
            {
                EndRow(text, replicate, outcomes, design.WithoutAnchor.Hash);
            }
        }

        return text.Written;
    }

    /// <summary>
    /// Adds to the store the runs in a file that belong to the design. Throws <see cref="RefusedException"/> with file and line when it is damaged.
    /// </summary>
    public static void Read(string path, FactorialDesign design, CellStore store)
    {
        HashSet<string> known = [.. design.Distinct.Select(world => world.Hash)];
        string[] lines = File.ReadAllLines(path);
        string[] header = lines.Length > 0 ? lines[0].Split(',') : [];
        int first = Array.IndexOf(header, Replicate);
        if (first < 0 || !header.Skip(first + 1).SequenceEqual([.. Headlines.Outcomes, Hash]))
        {
            throw Damaged(path, 1);
        }

        for (int line = 1; line < lines.Length; line++)
        {
            string[] cells = lines[line].Split(',');
            if (cells.Length != header.Length || !int.TryParse(cells[first], NumberStyles.None, CultureInfo.InvariantCulture, out int replicate))
            {
                throw Damaged(path, line + 1);
            }

            if (known.Contains(cells[^1]))
            {
                store.Add(cells[^1], replicate, [.. cells[(first + 1)..^1].Select(cell => Number(cell, path, line + 1))]);
            }
        }
    }

    private static double Number(string cell, string path, int line) =>
        cell.Length == 0 ? double.NaN
        : double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) ? value
        : throw Damaged(path, line);

    private static void EndRow(CsvText text, int replicate, double[] outcomes, string hash)
    {
        text.Integer(replicate);
        foreach (double outcome in outcomes)
        {
            text.Number(outcome);
        }

        text.Word(hash).EndRow();
    }

    private static RefusedException Damaged(string path, int line) =>
        new($"'{path}' is damaged at line {line}, so the runs in it cannot be used and were left alone. Begin again with --force, or choose another folder with --out.");
}
