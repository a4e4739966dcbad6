namespace EcoSim.Cli;

/// <summary>Paragraphs for a terminal, the same in a pipe.</summary>
internal static class WrappedText
{
    private const int Width = 120;

    /// <summary>Writes a paragraph, broken between words.</summary>
    public static void Write(TextWriter output, string text)
    {
        string line = "";
        foreach (string word in text.Split(' '))
        {
            if (line.Length > 0 && line.Length + 1 + word.Length > Width)
            {
                output.WriteLine(line);
                line = "";
            }

            line += (line.Length > 0 ? " " : "") + word;
        }

        output.WriteLine(line);
    }
}
