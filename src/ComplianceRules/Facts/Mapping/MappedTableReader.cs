using System.Collections.Frozen;
using System.Collections.Immutable;
using ComplianceRules.Diagnostics;
using ComplianceRules.Json;

namespace ComplianceRules.Facts;

/// <summary>Reads how the records of files become rows of tables.</summary>
/// <param name="schema">The tables and fields that facts can have.</param>
/// <param name="words">Which words mean nothing, true and false.</param>
/// <param name="problems">Takes what is wrong.</param>
internal sealed class MappedTableReader(FactSchema schema, CellWords words, DiagnosticBag problems)
{
    private const string AllFiles = "*";
    private const string NoTable = "-";

    private readonly MappedFieldReader _fields = new(schema, words, problems);
    private readonly HashSet<string> _own = new(StringComparer.Ordinal);

    /// <summary>Reads the array <c>tables</c>.</summary>
    /// <param name="reader">The mapping.</param>
    public ImmutableArray<MappedTable> Read(ObjectReader reader)
    {
        ImmutableArray<JsonNode> items = reader.RequiredArray("tables");
        if (items.IsEmpty && reader.Node["tables"] is { Kind: JsonKind.Array } none) problems.Report(DiagnosticCodes.MappingEmptyList, none.Span, "tables");
        _own.UnionWith(items.Select(i => i["table"]?.Text).OfType<string>());
        return [.. items.Select(Table).OfType<MappedTable>()];
    }

    private MappedTable? Table(JsonNode node)
    {
        ObjectReader reader = new(node, problems);
        if (node.Kind != JsonKind.Object) return null;
        TableSchema? table = TableOf(reader);
        string file = reader.OptionalText("file") ?? AllFiles;
        string? sheet = reader.IsNull("sheet") ? null : reader.OptionalText("sheet");
        SheetShape shape = SheetShapeReader.Read(reader);
        Unpivot? unpivot = reader.Optional("unpivot") is { } wide ? new UnpivotReader(problems).Read(wide) : null;
        ImmutableArray<RowFilter> where = [.. reader.OptionalArray("where").Select(Filter).OfType<RowFilter>()];
        ImmutableArray<MappedColumn> id = MappedColumnReader.OfId(reader, "id");
        MappedColumn? column = CompleteColumn(reader, table);
        bool complete = column is null && (reader.OptionalBool("complete") ?? false);
        MappedParent? parent = reader.Optional("parent") is { } above ? Parent(above, table) : null;
        ImmutableArray<MappedField> fields = _fields.Read(reader, table);
        reader.Done();
        if (table is null) return null;
        return new MappedTable(table, file, where, id, parent, fields, complete) { Sheet = sheet, Shape = shape, Unpivot = unpivot, CompleteColumn = column };
    }

    private MappedColumn? CompleteColumn(ObjectReader reader, TableSchema? table)
    {
        if (reader.Optional("complete") is not { Kind: JsonKind.Text } node) return null;
        string name = node.Text.Trim();
        if (name.Length == 0) problems.Report(DiagnosticCodes.EmptyText, node.Span, "complete");
        else if (table is not null && (table.Parent is null || !_own.Contains(table.Parent)))
            problems.Report(DiagnosticCodes.MappingCompleteColumn, node.Span, JsonFault.Shown(name), table.Parent ?? NoTable);
        return new MappedColumn(name, node.Span);
    }

    private TableSchema? TableOf(ObjectReader reader)
    {
        if (reader.RequiredText("table") is not { } name) return null;
        TableSchema? table = schema.Table(name);
        if (table is null)
            problems.Add(new Diagnostic(DiagnosticCodes.MappingUnknownTable, reader.Node["table"]!.Span, JsonFault.Shown(name)) { DidYouMean = NearestName.Of(name, schema.Tables.Keys) });
        return table;
    }

    private RowFilter? Filter(JsonNode node)
    {
        ObjectReader reader = new(node, problems);
        MappedColumn? column = MappedColumnReader.Required(reader);
        bool wanted = reader.Has("is");
        FrozenSet<string> texts = reader.OptionalTexts(wanted ? "is" : "not").Select(t => t.Trim()).ToFrozenSet(StringComparer.Ordinal);
        if (node.Kind == JsonKind.Object && wanted == reader.Has("not")) problems.Report(DiagnosticCodes.MappingFilter, node.Span);
        reader.Done();
        return column is null ? null : new RowFilter(column, texts, wanted);
    }

    private MappedParent? Parent(JsonNode node, TableSchema? child)
    {
        ObjectReader reader = new(node, problems);
        if (node.Kind != JsonKind.Object) return null;
        TableSchema? table = TableOf(reader);
        if (table is not null && child is not null && table.Name != child.Parent)
            problems.Report(DiagnosticCodes.MappingParent, reader.Node["table"]!.Span, table.Name, child.Name, child.Parent ?? NoTable);
        ImmutableArray<MappedColumn> key = MappedColumnReader.OfId(reader, "key");
        MappedParent? above = reader.Optional("parent") is { } next && table is not null ? Above(next, table) : null;
        bool made = table is not null && !_own.Contains(table.Name);
        if (!made && reader.Optional("fields") is { } twice && table is not null) problems.Report(DiagnosticCodes.MappingGivenTwice, twice.Span, table.Name);
        ImmutableArray<MappedField> mapped = _fields.Read(reader, table);
        reader.Done();
        return table is null ? null : new MappedParent(table, key, above, mapped, made);
    }

    // INVARIANT: each step goes to a table nearer to the root, so the depth of the schema bounds the recursion.
    private MappedParent? Above(JsonNode node, TableSchema table)
    {
        string? name = node["table"]?.Text;
        if (table.Parent is { } parent && parent != table.Name && name == parent) return Parent(node, table);
        problems.Report(DiagnosticCodes.MappingParent, node.Span, JsonFault.Shown(name ?? NoTable), table.Name, table.Parent ?? NoTable);
        return null;
    }
}
