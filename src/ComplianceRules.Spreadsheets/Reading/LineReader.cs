using System.Text;

namespace ComplianceRules.Spreadsheets.Reading;

/// <summary>Reads lines that may be read again; of a line without end only the beginning is kept.</summary>
/// <remarks>For one thread.</remarks>
/// <param name="text">The text.</param>
/// <param name="longest">How many characters of a line are kept; … stands for the others.</param>
internal sealed class LineReader(TextReader text, int longest)
{
    private readonly Stack<string> _again = new();

    /// <summary>The number of the line that was read last, from 1.</summary>
    public int Line { get; private set; }

    /// <summary>The next line; null at the end.</summary>
    public string? Next()
    {
        if (!_again.TryPop(out string? line)) line = Read();
        if (line is not null) Line++;
        return line;
    }

    /// <summary>Puts the lines that were read last back.</summary>
    public void PutBack(IReadOnlyList<string> lines)
    {
        for (int i = lines.Count - 1; i >= 0; i--) _again.Push(lines[i]);
        Line -= lines.Count;
    }

    private string? Read()
    {
        int c = text.Read();
        if (c < 0) return null;
        StringBuilder line = new();
        for (; c is not (< 0 or '\n' or '\r'); c = text.Read())
        {
            if (line.Length < longest) line.Append((char)c);
            else if (line.Length == longest) line.Append('…');
        }

        if (c == '\r' && text.Peek() == '\n') _ = text.Read();
        return line.ToString();
    }
}
