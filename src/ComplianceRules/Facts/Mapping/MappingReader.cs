using System.Collections.Frozen;
using System.Collections.Immutable;
using ComplianceRules.Diagnostics;
using ComplianceRules.Json;

namespace ComplianceRules.Facts;

/// <summary>Reads a mapping file against a schema.</summary>
/// <param name="schema">The tables and fields that facts can have.</param>
/// <param name="problems">Takes what is wrong.</param>
internal sealed class MappingReader(FactSchema schema, DiagnosticBag problems)
{
    private const string AllFiles = "*.csv";
    private const string NoTable = "-";

    private static readonly string[] LaterTableKeys = ["sheet", "unpivot"];

    public SnapshotMapping Read(JsonNode root)
    {
        ObjectReader reader = new(root, problems);
        _ = reader.OptionalText("$schema");
        string? encoding = Encoding(reader);
        CellWords words = Words(reader);
        ImmutableArray<MappedTable> tables = Tables(reader, words);
        MappingConstants constants = new(schema, problems);
        constants.Read(reader, tables);
        SnapshotMapping mapping = new(tables)
        {
            Encoding = encoding,
            Covers = Covers(reader),
            Constants = constants.Facts,
            SchoolRegion = constants.SchoolRegion,
            Words = words,
        };
        reader.Done();
        return mapping;
    }

    private string? Encoding(ObjectReader reader)
    {
        string? name = reader.OptionalText("encoding");
        if (name is null || TextEncodings.IsKnown(name)) return name;
        problems.Add(new Diagnostic(DiagnosticCodes.MappingEncoding, reader.Node["encoding"]!.Span, JsonFault.Shown(name)) { DidYouMean = NearestName.Of(name, TextEncodings.Names) });
        return null;
    }

    private static CellWords Words(ObjectReader reader) => new(
        reader.Has("nulls") ? CellWords.Set(reader.OptionalTexts("nulls")) : CellWords.Default.Nulls,
        reader.Has("true") ? CellWords.Set(reader.OptionalTexts("true")) : CellWords.Default.True,
        reader.Has("false") ? CellWords.Set(reader.OptionalTexts("false")) : CellWords.Default.False);

    private ImmutableArray<RegionCode> Covers(ObjectReader reader)
    {
        ImmutableArray<RegionCode>.Builder covers = ImmutableArray.CreateBuilder<RegionCode>();
        foreach (JsonNode item in reader.OptionalArray("covers"))
        {
            if (NodeReader.Text(item, "covers", problems) is not { } text) continue;
            if (RegionCode.TryParse(text, out RegionCode code)) covers.Add(code);
            else problems.Report(DiagnosticCodes.MappingRegion, item.Span, JsonFault.Shown(text));
        }

        return covers.ToImmutable();
    }

    private ImmutableArray<MappedTable> Tables(ObjectReader reader, CellWords words)
    {
        ImmutableArray<JsonNode> items = reader.RequiredArray("tables");
        if (items.IsEmpty && reader.Node["tables"] is { Kind: JsonKind.Array } none) problems.Report(DiagnosticCodes.MappingEmptyList, none.Span, "tables");
        HashSet<string> own = [.. items.Select(i => i["table"]?.Text).OfType<string>()];
        return [.. items.Select(item => Table(item, words, own)).OfType<MappedTable>()];
    }

    private MappedTable? Table(JsonNode node, CellWords words, HashSet<string> own)
    {
        ObjectReader reader = new(node, problems);
        if (node.Kind != JsonKind.Object) return null;
        foreach (string key in LaterTableKeys) RefuseLater(reader, key);
        TableSchema? table = TableOf(reader.RequiredText("table"), reader.Node["table"]);
        string file = reader.OptionalText("file") ?? AllFiles;
        ImmutableArray<RowFilter> where = [.. reader.OptionalArray("where").Select(Filter).OfType<RowFilter>()];
        ImmutableArray<MappedColumn> id = Columns(reader, "id");
        bool complete = Complete(reader);
        MappedFieldReader fields = new(words, problems);
        MappedParent? parent = reader.Optional("parent") is { } above ? Parent(above, table, fields, own) : null;
        ImmutableArray<MappedField> mapped = fields.Read(reader, table);
        reader.Done();
        return table is null ? null : new MappedTable(table, file, where, id, parent, mapped, complete);
    }

    private void RefuseLater(ObjectReader reader, string key)
    {
        if (reader.Optional(key) is { } value && value.Kind != JsonKind.Null) problems.Report(DiagnosticCodes.MappingKeyNotRead, value.Span, key);
    }

    private bool Complete(ObjectReader reader)
    {
        if (reader.Optional("complete") is not { Kind: JsonKind.Text } column) return reader.OptionalBool("complete") ?? false;
        problems.Report(DiagnosticCodes.MappingKeyNotRead, column.Span, "complete");
        return false;
    }

    private TableSchema? TableOf(string? name, JsonNode? node)
    {
        if (name is null || node is null) return null;
        TableSchema? table = schema.Table(name);
        if (table is null)
            problems.Add(new Diagnostic(DiagnosticCodes.MappingUnknownTable, node.Span, JsonFault.Shown(name)) { DidYouMean = NearestName.Of(name, schema.Tables.Keys) });
        return table;
    }

    private RowFilter? Filter(JsonNode node)
    {
        ObjectReader reader = new(node, problems);
        string? column = reader.RequiredText("column");
        bool wanted = reader.Has("is");
        FrozenSet<string> texts = reader.OptionalTexts(wanted ? "is" : "not").Select(t => t.Trim()).ToFrozenSet(StringComparer.Ordinal);
        if (node.Kind == JsonKind.Object && wanted == reader.Has("not")) problems.Report(DiagnosticCodes.MappingFilter, node.Span);
        reader.Done();
        return column is null ? null : new RowFilter(new MappedColumn(column.Trim(), node["column"]!.Span), texts, wanted);
    }

    private MappedParent? Parent(JsonNode node, TableSchema? child, MappedFieldReader fields, HashSet<string> own)
    {
        ObjectReader reader = new(node, problems);
        if (node.Kind != JsonKind.Object) return null;
        TableSchema? table = TableOf(reader.RequiredText("table"), reader.Node["table"]);
        if (table is not null && child is not null && table.Name != child.Parent)
            problems.Report(DiagnosticCodes.MappingParent, reader.Node["table"]!.Span, table.Name, child.Name, child.Parent ?? NoTable);
        ImmutableArray<MappedColumn> key = Columns(reader, "key");
        MappedParent? above = reader.Optional("parent") is { } next && table is not null ? Above(next, table, fields, own) : null;
        bool made = table is not null && !own.Contains(table.Name);
        if (!made && reader.Optional("fields") is { } twice && table is not null) problems.Report(DiagnosticCodes.MappingGivenTwice, twice.Span, table.Name);
        ImmutableArray<MappedField> mapped = fields.Read(reader, table);
        reader.Done();
        return table is null ? null : new MappedParent(table, key, above, mapped, made);
    }

    // INVARIANT: each step goes to a table nearer to the root, so the depth of the schema bounds the recursion.
    private MappedParent? Above(JsonNode node, TableSchema table, MappedFieldReader fields, HashSet<string> own)
    {
        string? name = node["table"]?.Text;
        if (table.Parent is { } parent && parent != table.Name && name == parent) return Parent(node, table, fields, own);
        problems.Report(DiagnosticCodes.MappingParent, node.Span, JsonFault.Shown(name ?? NoTable), table.Name, table.Parent ?? NoTable);
        return null;
    }

    private ImmutableArray<MappedColumn> Columns(ObjectReader reader, string key)
    {
        ImmutableArray<JsonNode> items = reader.RequiredArray(key);
        if (items.IsEmpty && reader.Node[key] is { Kind: JsonKind.Array } none) problems.Report(DiagnosticCodes.MappingEmptyList, none.Span, key);
        return [.. items.Where(i => NodeReader.Text(i, key, problems) is not null).Select(i => new MappedColumn(i.Text.Trim(), i.Span))];
    }
}
