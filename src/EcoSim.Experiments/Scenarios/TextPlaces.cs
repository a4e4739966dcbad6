using System.Text;

namespace EcoSim.Experiments.Scenarios;

/// <summary>Turns positions in a UTF-8 text into lines and columns.</summary>
internal sealed class TextPlaces
{
    private readonly byte[] _utf8;
    private readonly List<int> _lineStarts = [0];

    public TextPlaces(byte[] utf8)
    {
        _utf8 = utf8;
        for (int i = 0; i < utf8.Length; i++)
        {
            if (utf8[i] == (byte)'\n')
            {
                _lineStarts.Add(i + 1);
            }
        }
    }

    /// <summary>Place of the byte at this offset; the column counts characters as an editor does, not bytes.</summary>
    public Place At(long offset)
    {
        int position = (int)Math.Clamp(offset, 0, _utf8.Length);
        int found = _lineStarts.BinarySearch(position);
        int line = found >= 0 ? found : ~found - 1;
        return new Place(line + 1, Encoding.UTF8.GetCharCount(_utf8, _lineStarts[line], position - _lineStarts[line]) + 1);
    }

    /// <summary>Place of a byte within a line, both counted from 0 as the JSON reader does.</summary>
    public Place At(long line, long byteInLine)
    {
        int start = _lineStarts[(int)Math.Clamp(line, 0, _lineStarts.Count - 1)];
        return At(start + byteInLine);
    }
}
