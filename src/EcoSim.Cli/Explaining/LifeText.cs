using EcoSim.Experiments.Lives;
using EcoSim.Experiments.Results;

namespace EcoSim.Cli.Explaining;

/// <summary>Writes lives as timelines that fit a terminal.</summary>
internal static class LifeText
{
    private const int Width = 110;

    /// <summary>Stands for a space at which no line may break.</summary>
    private const char Joined = '\u00A0';
    private const string Margin = "         ";

    public static void Write(TextWriter output, Life life)
    {
        foreach (string sentence in life.Summary)
        {
            Wrap(output, sentence, "", "");
        }

        output.WriteLine("Money in RMB at constant prices. Skills: 1 is the frontier of an ordinary firm." + (life.Years.Count > 0 ? " Score: the log quality that an investor sees." : ""));
        output.WriteLine();
        string date = "";
        foreach (LifeEvent told in life.Events)
        {
            string now = told.Date.ToString();
            Wrap(output, told.Text, now == date ? Margin : now.PadRight(Margin.Length), Margin);
            foreach (string detail in told.Details)
            {
                Wrap(output, detail, Margin + "  ", Margin + "    ");
            }

            date = now;
        }

        if (life.Years.Count > 0)
        {
            output.WriteLine();
            TextColumns.Write(
                output, ["figures", "stage", "people", "sales a year", "value", "cash", "compute a year"],
                life.Years.Select(year => new[]
                {
                    year.Date.ToString(), year.Stage, ReadableNumber.Of(year.Employees), ReadableNumber.Of(year.Sales), ReadableNumber.Of(year.Valuation),
                    ReadableNumber.Of(year.Cash), ReadableNumber.Of(year.ComputeUsed),
                }),
                2, 3, 4, 5, 6);
            output.WriteLine("Sales, value and cash in million RMB, compute in units.");
        }
    }

    /// <summary>The short lives at the end of a run.</summary>
    public static void Write(TextWriter output, IReadOnlyList<ShortLife> lives, string folder)
    {
        if (lives.Count == 0)
        {
            return;
        }

        output.WriteLine();
        output.WriteLine("Most valuable start-ups of one replicate, by the highest value that each ever had or was sold for, in RMB");
        output.WriteLine($"(whole lives: ecosim explain {folder} ID)");
        foreach (ShortLife life in lives)
        {
            Wrap(output, $"{life.Id}  {life.Title}", "  ", "    ");
            foreach (string line in life.Lines)
            {
                Wrap(output, line, "    ", "      ");
            }
        }

        output.WriteLine();
    }

    /// <summary>Writes a sentence in lines no wider than a terminal.</summary>
    private static void Wrap(TextWriter output, string text, string first, string next)
    {
        string line = first;
        bool empty = true;
        foreach (string parted in text.Replace(" %", Joined + "%").Split(' '))
        {
            string word = parted.Replace(Joined, ' ');
            if (!empty && line.Length + 1 + word.Length > Width)
            {
                output.WriteLine(line);
                (line, empty) = (next, true);
            }

            line += empty ? word : " " + word;
            empty = false;
        }

        output.WriteLine(line);
    }
}
