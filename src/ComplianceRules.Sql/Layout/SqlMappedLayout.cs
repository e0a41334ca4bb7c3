using System.Collections.Immutable;
using System.IO.Enumeration;
using ComplianceRules.Diagnostics;
using ComplianceRules.Facts;

namespace ComplianceRules.Sql.Layout;

/// <summary>Finds the tables of a schema by a mapping: which tables and views have them, and which columns are which fields.</summary>
/// <remarks>What a mapping can say of files and SQL does not do is a fault, so that nothing of it is left out unnoticed.</remarks>
/// <param name="schema">The tables and fields.</param>
/// <param name="mapping">The mapping.</param>
/// <param name="columns">The columns of the database.</param>
internal sealed class SqlMappedLayout(FactSchema schema, SnapshotMapping mapping, IEnumerable<SqlStoredColumn> columns)
{
    private readonly ImmutableArray<Diagnostic>.Builder _faults = ImmutableArray.CreateBuilder<Diagnostic>();
    private readonly ILookup<string, SqlStoredColumn> _stored = columns.ToLookup(c => c.Table, StringComparer.Ordinal);

    /// <summary>The layout, or what the mapping says that SQL does not do.</summary>
    public Checked<SqlLayout> Read()
    {
        if (!mapping.Constants.IsEmpty || mapping.SchoolRegion is not null) Refuse(mapping.Tables[0].Table, "constants", null);
        ImmutableDictionary<string, SqlTable>.Builder tables = ImmutableDictionary.CreateBuilder<string, SqlTable>(StringComparer.Ordinal);
        foreach (IGrouping<string, MappedTable> same in mapping.Tables.Where(t => SqlLayout.IsBelowSchool(schema, t.Table.Name)).GroupBy(t => t.Table.Name, StringComparer.Ordinal))
        {
            if (same.Count() > 1) Refuse(same.First().Table, "tables", null);
            else if (Table(same.First()) is { } table) tables.Add(same.Key, table);
        }

        return new Checked<SqlLayout>(new SqlLayout(schema, tables.ToImmutable()), _faults.ToImmutable());
    }

    /// <summary>The tables and views that a mapping takes for a table of the schema.</summary>
    /// <param name="mapped">What it says of the table.</param>
    /// <param name="names">The names of tables and views.</param>
    public static IEnumerable<string> Matching(MappedTable mapped, IEnumerable<string> names) =>
        names.Where(n => FileSystemName.MatchesSimpleExpression(mapped.File, n)).Order(StringComparer.Ordinal);

    private SqlTable? Table(MappedTable mapped)
    {
        string[] names = [.. Matching(mapped, _stored.Select(t => t.Key))];
        if (names is not [string name])
        {
            _faults.Add(new Diagnostic(DiagnosticCodes.SqlMappedFile, null, mapped.Table.Name, mapped.File, names.Length.ToString(System.Globalization.CultureInfo.InvariantCulture)));
            return null;
        }

        foreach ((bool isSaid, string member) in Beyond(mapped).Where(b => b.IsSaid)) Refuse(mapped.Table, member, null);
        ImmutableArray<SqlColumn?> keys = [.. Keys(mapped).Select(k => k is null ? null : Column(mapped.Table, name, k))];
        return keys.Any(k => k is null) ? null : new SqlTable(mapped.Table, [name], [.. keys.OfType<SqlColumn>()])
        {
            Fields = Fields(mapped, name),
            Lists = Lists(mapped, name),
            Region = mapped.Table.Name == BaseTables.School && mapped.Parent is { Key: [var region] } ? Column(mapped.Table, name, region) : null,
            Packs = mapped.Packs is { } packs ? Column(mapped.Table, name, packs) : null,
        };
    }

    private static IEnumerable<(bool IsSaid, string Member)> Beyond(MappedTable mapped) =>
    [
        (!mapped.Where.IsEmpty, "where"),
        (mapped.Sheet is not null, "sheet"),
        (mapped.Shape != SheetShape.Usual, "header"),
        (mapped.Unpivot is not null, "unpivot"),
        (mapped.Complete || mapped.CompleteColumn is not null, "complete"),
        (mapped.Id.Length != 1 || mapped.Id[0].IsText, "id"),
        (Above(mapped).Any(p => p.Made || !p.Fields.IsEmpty || p.Key.Length != 1 || p.Key[0].IsText), "parent"),
    ];

    private static IEnumerable<MappedParent> Above(MappedTable mapped)
    {
        for (MappedParent? at = mapped.Parent; at is not null && at.Table.Name != BaseTables.Region; at = at.Above) yield return at;
    }

    // The column of each row above whose id the row bears, the outermost first, and its own.
    private IEnumerable<MappedColumn?> Keys(MappedTable mapped)
    {
        Dictionary<string, MappedColumn> above = Above(mapped).Where(p => p.Key.Length == 1).ToDictionary(p => p.Table.Name, p => p.Key[0], StringComparer.Ordinal);
        foreach (TableSchema table in SqlLayout.KeyTables(schema, mapped.Table.Name))
        {
            MappedColumn? key = table.Name == mapped.Table.Name ? mapped.Id.FirstOrDefault() : above.GetValueOrDefault(table.Name);
            if (key is null) Refuse(mapped.Table, "parent", null);
            yield return key;
        }
    }

    private ImmutableDictionary<string, SqlField> Fields(MappedTable mapped, string name)
    {
        ImmutableDictionary<string, SqlField>.Builder fields = ImmutableDictionary.CreateBuilder<string, SqlField>(StringComparer.Ordinal);
        foreach (MappedField field in mapped.Fields)
        {
            string? beyond = field.Column.IsText ? "column" : field.Cells.Format is not null ? "format" : field.HasFactor ? "factor" : field.Unit is not null || HeaderText.Read(field.Column.Name).UnitText is not null ? "unit"
                : field.Cells.Values.Count > 0 && field.Field.Type != FieldType.Enum ? "values" : null;
            if (beyond is not null) Refuse(mapped.Table, $"{field.Field.Name}: {beyond}", field.Column.Span);
            else if (Column(mapped.Table, name, field.Column) is { } column) fields[field.Field.Name] = new SqlField(field.Field, column, field.Cells);
        }

        return fields.ToImmutable();
    }

    private ImmutableDictionary<string, SqlField> Lists(MappedTable mapped, string name)
    {
        ImmutableDictionary<string, SqlField>.Builder lists = ImmutableDictionary.CreateBuilder<string, SqlField>(StringComparer.Ordinal);
        foreach (MappedList list in mapped.Lists)
        {
            FieldSchema says = new(list.List, FieldType.Bool);
            if (Column(mapped.Table, name, list.Column) is { } column) lists[list.List] = new SqlField(says, column, new CellReader(says, list.Words));
        }

        return lists.ToImmutable();
    }

    private SqlColumn? Column(TableSchema table, string stored, MappedColumn column)
    {
        if (_stored[stored].FirstOrDefault(c => c.Name == column.Name) is { } found) return new SqlColumn(found.Name, found.Type);
        _faults.Add(new Diagnostic(DiagnosticCodes.SqlMappedColumn, column.Span, table.Name, column.Name, stored) { DidYouMean = NearestName.Of(column.Name, _stored[stored].Select(c => c.Name)) });
        return null;
    }

    private void Refuse(TableSchema table, string member, SourceSpan? span) => _faults.Add(new Diagnostic(DiagnosticCodes.SqlMapping, span, table.Name, member));
}
