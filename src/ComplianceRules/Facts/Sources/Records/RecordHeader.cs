using System.Text;
using ComplianceRules.Diagnostics;

namespace ComplianceRules.Facts;

/// <summary>The columns of one table by their names.</summary>
/// <remarks>Names are trimmed, and full-width digits and signs in them are read as half-width.</remarks>
internal sealed class RecordHeader
{
    private readonly Dictionary<string, int> _columns = new(StringComparer.Ordinal);
    private readonly HashSet<string> _twice = new(StringComparer.Ordinal);

    /// <summary>Reads the names of the columns.</summary>
    /// <param name="cells">The names, in the order of the columns; empty for none.</param>
    /// <param name="span">Where the header stands.</param>
    public RecordHeader(IReadOnlyList<string> cells, SourceSpan span)
    {
        Span = span;
        for (int column = 0; column < cells.Count; column++)
        {
            string name = Fold(cells[column]);
            if (name.Length == 0)
            {
                Unnamed.Add(column);
                continue;
            }

            Names.Add(name);
            if (!_columns.TryAdd(name, column)) _twice.Add(name);
        }
    }

    /// <summary>Where the header stands.</summary>
    public SourceSpan Span { get; }

    /// <summary>The names of the columns, in file order; those without a name left out.</summary>
    public List<string> Names { get; } = [];

    /// <summary>The columns without a name, from 0.</summary>
    public List<int> Unnamed { get; } = [];

    /// <summary>The names that stand twice or more often, in file order.</summary>
    public IEnumerable<string> Twice => Names.Where(_twice.Contains).Distinct(StringComparer.Ordinal);

    /// <summary>The column of a name; -1 where there is none.</summary>
    public int Find(string name) => _columns.GetValueOrDefault(Fold(name), -1);

    /// <summary>Whether a name stands twice or more often.</summary>
    public bool IsTwice(string name) => _twice.Contains(Fold(name));

    /// <summary>A name as it is compared: on one line, trimmed, full-width digits and signs half-width.</summary>
    /// <remarks>A line break or a run of blanks inside a name is nothing between Chinese characters and one blank elsewhere: it is there only to fit the column's width.</remarks>
    public static string Fold(string name) => CellText.Fold(OnOneLine(name.Trim()));

    private static string OnOneLine(string name)
    {
        if (!name.Any(char.IsWhiteSpace)) return name;
        StringBuilder line = new(name.Length);
        bool isBlank = false;
        foreach (char c in name)
        {
            if (char.IsWhiteSpace(c))
            {
                isBlank = true;
                continue;
            }

            if (isBlank && !(IsChinese(line[^1]) && IsChinese(c))) line.Append(' ');
            isBlank = false;
            line.Append(c);
        }

        return line.ToString();
    }

    private static bool IsChinese(char c) => c is (>= '\u2E80' and <= '\u9FFF') or (>= '\uF900' and <= '\uFAFF') or (>= '\uFF01' and <= '\uFF60') || char.IsSurrogate(c);
}
