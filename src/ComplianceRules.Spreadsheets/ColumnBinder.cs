using System.Collections.Immutable;
using ComplianceRules.Diagnostics;
using ComplianceRules.Facts;

namespace ComplianceRules.Spreadsheets;

/// <summary>Finds the columns of a file by the names that a mapping gives.</summary>
/// <param name="header">The columns that there are.</param>
/// <param name="file">The file's name as it is shown.</param>
/// <param name="table">The table that the records are of.</param>
/// <param name="builder">Takes the columns that are not there.</param>
internal sealed class ColumnBinder(CsvHeader header, string file, TableSchema table, SnapshotBuilder builder)
{
    private const int MostShown = 8;

    private readonly HashSet<string> _missing = new(StringComparer.Ordinal);

    /// <summary>Whether every column asked for is there.</summary>
    public bool AreAllThere => _missing.Count == 0;

    public int[] Bind(ImmutableArray<MappedColumn> columns) => [.. columns.Select(Bind)];

    public ImmutableArray<FieldCells> Bind(ImmutableArray<MappedField> fields) => [.. fields.Select(f => new FieldCells(f, Bind(f.Column)))];

    public int Bind(MappedColumn column)
    {
        int found = header.Find(column.Name);
        if (found < 0 && _missing.Add(column.Name))
        {
            builder.Fail(new Diagnostic(DiagnosticCodes.CsvMissingColumn, column.Span ?? header.Span, file, DataExcerpt.Of(column.Name), Columns())
            {
                DidYouMean = MayBePerson ? null : NearestName.Of(column.Name, header.Names),
            });
        }

        return found;
    }

    // Where columns are missing, the first line may be no header but a person.
    private bool MayBePerson => builder.Schema.IsPersonal(table.Name);

    private string Columns() => MayBePerson ? DataExcerpt.Hidden : string.Join(", ", header.Names.Take(MostShown).Select(name => $"`{DataExcerpt.Of(name)}`").Append(header.Names.Count > MostShown ? "…" : null).OfType<string>());
}
