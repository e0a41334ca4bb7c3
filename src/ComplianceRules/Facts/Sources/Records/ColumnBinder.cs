using System.Collections.Immutable;
using ComplianceRules.Diagnostics;

namespace ComplianceRules.Facts;

/// <summary>Finds the columns of a table by the names that a mapping gives.</summary>
/// <param name="header">The columns that there are.</param>
/// <param name="view">The records, with the columns that are made.</param>
/// <param name="table">The table that the records are of.</param>
/// <param name="builder">Takes the columns that are not there.</param>
internal sealed class ColumnBinder(RecordHeader header, RecordView view, TableSchema table, SnapshotBuilder builder)
{
    private const int MostShown = 8;

    private readonly HashSet<int> _found = [];
    private readonly HashSet<string> _missing = new(StringComparer.Ordinal);

    /// <summary>Whether every column asked for is there, and once.</summary>
    public bool AreAllThere => _missing.Count == 0;

    /// <summary>The table's own columns that have been found, from 0.</summary>
    public IReadOnlySet<int> Found => _found;

    public int[] Bind(ImmutableArray<MappedColumn> columns) => [.. columns.Select(Bind)];

    public ImmutableArray<FieldCells> Bind(ImmutableArray<MappedField> fields) => [.. fields.Select(f => new FieldCells(InHeaderUnit(f), Bind(f.Column)))];

    public ImmutableArray<ListCells> Bind(ImmutableArray<MappedList> lists) => [.. lists.Select(l => new ListCells(l, Bind(l.Column)))];

    public int Bind(MappedColumn column)
    {
        if (column.IsText) return view.Text(column.Name);
        return view.Made(column.Name) is >= 0 and int made ? made : BindReal(column);
    }

    /// <summary>A column that the table itself has.</summary>
    public int BindReal(MappedColumn column)
    {
        int found = header.Find(column.Name);
        bool twice = header.IsTwice(column.Name);
        if (found >= 0) _found.Add(found);
        if ((found >= 0 && !twice) || !_missing.Add(column.Name)) return found;
        SourceSpan place = column.Span ?? header.Span;
        string name = DataExcerpt.Of(column.Name);
        builder.Fail(twice
            ? new Diagnostic(DiagnosticCodes.CsvDuplicateColumn, header.Span, name)
            : new Diagnostic(DiagnosticCodes.CsvMissingColumn, place, view.Reader.FileName, name, Columns()) { DidYouMean = MayBePerson ? null : NearestName.Of(column.Name, header.Names) });
        return found;
    }

    // Numbers under 小时 are no minutes, whoever wrote the mapping; what it says itself counts more.
    private MappedField InHeaderUnit(MappedField mapped)
    {
        bool isSaid = mapped.Unit is not null || mapped.HasFactor || mapped.Column.IsText;
        if (isSaid || mapped.Field is not { Type: FieldType.Number, Unit: { } own }) return mapped;
        ImmutableArray<string> headers = view.HeadersOf(mapped.Column);
        Unit?[] written = [.. headers.Select(h => HeaderUnit.Of(RecordHeader.Fold(h)))];
        if (Array.Find(written, unit => unit is not null && !unit.Equals(own)) is not { } other) return mapped;
        // Where several columns become one, either the name that the mapping made says the unit of all, or each of them does.
        bool isClear = written[0] is null ? written.Skip(1).All(other.Equals) : written.All(unit => unit is null || unit.Equals(other));
        if (isClear && HeaderUnit.TryFit(other, own, out Unit column, out CellNumber factor)) return mapped with { Unit = column, Cells = mapped.Cells.In(column, factor) };
        string named = headers[Array.IndexOf(written, other)];
        builder.Fail(new Diagnostic(DiagnosticCodes.RecordHeaderUnit, mapped.Column.Span ?? header.Span, DataExcerpt.Of(named), mapped.Field.Name, own.Text));
        return mapped;
    }

    // Where columns are missing, the first line may be no header but a person.
    private bool MayBePerson => builder.Schema.IsPersonal(table.Name);

    private string Columns() => MayBePerson ? DataExcerpt.Hidden : string.Join(", ", header.Names.Take(MostShown).Select(name => $"`{DataExcerpt.Of(name)}`").Append(header.Names.Count > MostShown ? "…" : null).OfType<string>());
}
