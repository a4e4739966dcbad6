using System.Globalization;
using System.Text.RegularExpressions;

namespace EcoSim.Tests.Architecture;

/// <summary>What every room of the model looks like.</summary>
public static class RoomRules
{
    /// <summary>A whole number or fraction, with its suffix; not part of a name, and not the count of a shift.</summary>
    private static readonly Regex Literal = new(@"(?<![\w.])(?:0[xX][0-9a-fA-F_]+|0[bB][01_]+|(?:\d[\d_]*)?\.?\d[\d_]*(?:[eE][-+]?\d+)?)[uUlLfFdDmM]*(?![\w])");

    private static readonly double[] Known = [0, 0.5, 1, 2, 12];

    /// <summary>Processes without their parameters or equations beside them.</summary>
    public static IEnumerable<string> MissingCast(IReadOnlyCollection<SourceFile> files) =>
        from process in files
        where process.Room is not null && process.Name.EndsWith("Process.cs", StringComparison.Ordinal)
        from part in (string[])["Parameters", "Equations"]
        let sibling = process.Path.Replace("Process.cs", part + ".cs")
        where files.All(file => file.Path != sibling)
        select $"{process.Path}: {sibling} is missing; every process has its parameters and its equations beside it";

    /// <summary>Files whose namespace is not their folder.</summary>
    public static IEnumerable<string> Namespaces(IEnumerable<SourceFile> files) =>
        from file in files
        where file.Room is not null
        let expected = $"namespace EcoSim.Model.Rooms.{file.Room};"
        where !file.Code.Contains(expected)
        select $"{file.Path}: expected '{expected}'";

    /// <summary>Numbers written into a process or a file that serves it, instead of declared as a parameter.</summary>
    public static IEnumerable<string> HiddenNumbers(IEnumerable<SourceFile> files) =>
        from file in files
        where file.Room is not null && !file.Name.EndsWith("Parameters.cs", StringComparison.Ordinal) && !file.Name.EndsWith("Equations.cs", StringComparison.Ordinal)
        from literal in Literal.Matches(file.Code)
        where !Known.Contains(Value(literal.Value)) && !Shifts(file.Code, literal.Index) && !Explained(file, literal.Index)
        select $"{file.Path}:{file.LineOf(literal.Index)}: the number {literal.Value} is hidden in a process; declare a parameter with unit, range and source, or name a technical constant and document it (allowed are 0, 0.5, 1, 2, 12 and shifts)";

    /// <summary>True on the line of a constant that a doc comment explains, such as the width of a search.</summary>
    private static bool Explained(SourceFile file, int index)
    {
        int line = file.LineOf(index);
        string[] lines = file.Text.Split('\n');
        return line > 1 && Regex.IsMatch(lines[line - 1], @"^\s*(?:public|internal|private)?\s*(?:const|static readonly)\b") && lines[line - 2].TrimStart().StartsWith("///", StringComparison.Ordinal);
    }

    private static bool Shifts(string code, int index) => Regex.IsMatch(code[Math.Max(0, index - 8)..index], @"(?:<<|>>)=?\s*$");

    private static double Value(string literal)
    {
        string digits = literal.Replace("_", "");
        if (digits.StartsWith("0x", StringComparison.OrdinalIgnoreCase) || digits.StartsWith("0b", StringComparison.OrdinalIgnoreCase))
        {
            return double.NaN;
        }

        return double.Parse(digits.TrimEnd('u', 'U', 'l', 'L', 'f', 'F', 'd', 'D', 'm', 'M'), CultureInfo.InvariantCulture);
    }
}
