using ComplianceRules.Diagnostics;
using ComplianceRules.Facts;

namespace ComplianceRules.Spreadsheets;

/// <summary>The columns of one file by their names.</summary>
/// <remarks>Names are trimmed, and full-width digits and signs in them are read as half-width.</remarks>
internal sealed class CsvHeader
{
    private readonly Dictionary<string, int> _columns = new(StringComparer.Ordinal);

    private CsvHeader(SourceSpan span) => Span = span;

    /// <summary>Where the header stands.</summary>
    public SourceSpan Span { get; }

    /// <summary>The names of the columns, in file order; those without a name left out.</summary>
    public List<string> Names { get; } = [];

    /// <summary>Reads the names of the columns.</summary>
    /// <returns>The columns; null where a name stands twice, which is reported.</returns>
    public static CsvHeader? Read(IReadOnlyList<string> cells, SourceSpan span, SnapshotBuilder builder)
    {
        CsvHeader header = new(span);
        bool once = true;
        for (int column = 0; column < cells.Count; column++)
        {
            string name = Fold(cells[column]);
            if (name.Length == 0) continue;
            header.Names.Add(name);
            if (header._columns.TryAdd(name, column)) continue;
            once = false;
            builder.Fail(new Diagnostic(DiagnosticCodes.CsvDuplicateColumn, span, DataExcerpt.Of(name)));
        }

        return once ? header : null;
    }

    /// <summary>The column of a name; -1 where there is none.</summary>
    public int Find(string name) => _columns.GetValueOrDefault(Fold(name), -1);

    private static string Fold(string name) => CellText.Fold(name.Trim());
}
