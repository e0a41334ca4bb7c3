using System.Collections.Immutable;
using System.Globalization;
using ComplianceRules.Diagnostics;
using ComplianceRules.Json;

namespace ComplianceRules.Engine;

/// <summary>Sorts the values of a JSON object into tables: fields, rows above, lists of rows, lists of values.</summary>
/// <remarks>Used once. The depth of the document is bounded by the reader of JSON.</remarks>
internal sealed class TrialFactsReader(DiagnosticBag problems)
{
    /// <summary>What the table of the subject is called: nothing that an expression could say.</summary>
    public const string SubjectName = $"facts{TrialTable.NoName}";

    private const int MostItems = 1_000;

    // Names times rows: rows that have no name in common must not take memory without end.
    private const int MostCells = 1_000_000;

    private readonly TrialNames _names = new(problems);
    private readonly List<TrialTable> _above = [];
    private readonly List<TrialTable> _lists = [];

    /// <summary>The tables; null where there was trouble.</summary>
    public ImmutableArray<TrialTable>? Read(JsonNode root)
    {
        if (root.Kind != JsonKind.Object)
        {
            problems.Report(DiagnosticCodes.TrialFactsNoObject, root.Span);
            return null;
        }

        int before = problems.Count;
        TrialTable subject = ReadRows(new TrialTable(SubjectName, null, TrialTable.NoName), [root]);
        return problems.Count == before ? [subject, .. _above, .. _lists] : null;
    }

    private TrialTable ReadRows(TrialTable table, ImmutableArray<JsonNode> rows)
    {
        List<TrialField> fields = [];
        List<TrialList> lists = [];
        List<TrialOpen> opens = [];
        foreach ((string name, JsonNode?[] cells) in Columns(rows))
        {
            JsonNode[] known = [.. cells.OfType<JsonNode>()];
            if (known.Length == 0 && table.IsSingle) opens.Add(new TrialOpen(name, IsEmpty: false));
            else if (known.All(TrialScalars.IsScalar)) AddField(fields, name, cells, known);
            else if (known.All(c => c.Kind == JsonKind.Array)) AddList(table, name, cells, lists, opens);
            else if (known.All(c => c.Kind == JsonKind.Object)) AddAbove(table, name, known[0]);
            else problems.Report(DiagnosticCodes.TrialKindsDiffer, known.First(c => c.Kind != known[0].Kind).Span, JsonFault.Shown(name));
        }

        return table with { Count = rows.Length, Fields = [.. fields], Lists = [.. lists], Opens = [.. opens] };
    }

    private IEnumerable<(string Name, JsonNode?[] Cells)> Columns(ImmutableArray<JsonNode> rows)
    {
        Dictionary<string, JsonNode?[]> columns = new(StringComparer.Ordinal);
        List<string> order = [];
        for (int row = 0; row < rows.Length; row++)
        {
            foreach (JsonMember member in rows[row].Members.Where(_names.Check))
            {
                if (!columns.TryGetValue(member.Name, out JsonNode?[]? cells))
                {
                    if ((long)(order.Count + 1) * rows.Length > MostCells)
                    {
                        problems.Report(DiagnosticCodes.TrialTooManyFacts, member.NameSpan, Number(MostCells));
                        return [];
                    }

                    order.Add(member.Name);
                    columns.Add(member.Name, cells = new JsonNode?[rows.Length]);
                }

                if (member.Value.Kind != JsonKind.Null) cells[row] = member.Value;
            }
        }

        return order.Select(name => (name, columns[name]));
    }

    private void AddField(List<TrialField> fields, string name, JsonNode?[] cells, JsonNode[] known)
    {
        ImmutableArray<TrialReading> readings = known.Length == 0 ? [.. TrialReadings.OfNullValue, TrialReading.Rows] : TrialScalars.Readings(name, known, problems);
        if (!readings.IsEmpty) fields.Add(new TrialField(name, readings, [.. cells]));
    }

    private void AddAbove(TrialTable table, string name, JsonNode row)
    {
        if (!table.IsSingle)
            problems.Report(DiagnosticCodes.TrialMisplaced, row.Span, JsonFault.Shown(name));
        else if (_above.Any(t => t.Name == name))
            problems.Report(DiagnosticCodes.TrialRowTwice, row.Span, name);
        else
        {
            // The place is taken before the rows above this one are read, so that nearer rows come first.
            int place = _above.Count;
            _above.Add(new TrialTable(name, null, TrialTable.NoName));
            _above[place] = ReadRows(_above[place], [row]);
        }
    }

    private void AddList(TrialTable table, string name, JsonNode?[] cells, List<TrialList> lists, List<TrialOpen> opens)
    {
        JsonNode[] items = [.. cells.OfType<JsonNode>().SelectMany(c => c.Items)];
        if (items.Length > 0 && items.All(i => i.Kind == JsonKind.Object)) ReadChildren(table, name, cells);
        else if (items.FirstOrDefault(i => i.Kind == JsonKind.Array) is { } nested) problems.Report(DiagnosticCodes.TrialMisplaced, nested.Span, JsonFault.Shown(name));
        else if (items.FirstOrDefault(i => i.Kind == JsonKind.Object) is { } row) problems.Report(DiagnosticCodes.TrialKindsDiffer, row.Span, JsonFault.Shown(name));
        else if (items.Length > 0 && !table.IsSingle) problems.Report(DiagnosticCodes.TrialMisplaced, cells.OfType<JsonNode>().First(c => !c.Items.IsEmpty).Span, JsonFault.Shown(name));
        else if (items.Length > MostItems) problems.Report(DiagnosticCodes.TrialListTooLong, cells[0]!.Span, JsonFault.Shown(name), Number(MostItems));
        else if (items.Length > 0) AddValues(lists, name, items);
        else if (table.IsSingle) opens.Add(new TrialOpen(name, IsEmpty: true));
        else ReadChildren(table, name, cells);
    }

    private static string Number(int bound) => bound.ToString(CultureInfo.InvariantCulture);

    private void AddValues(List<TrialList> lists, string name, JsonNode[] items)
    {
        ImmutableArray<JsonNode?> values = [.. items.Select(i => i.Kind == JsonKind.Null ? null : i)];
        ImmutableArray<TrialReading> readings = TrialScalars.Readings(name, [.. values.OfType<JsonNode>()], problems);
        if (!readings.IsEmpty) lists.Add(new TrialList(name, [.. readings.Select(TrialReadings.ListOf)], values));
    }

    private void ReadChildren(TrialTable table, string name, JsonNode?[] cells)
    {
        string child = TrialTable.NameOfList(table.Name, table.Name == SubjectName, name);
        ImmutableArray<int> parents = [.. Enumerable.Range(0, cells.Length).SelectMany(row => Enumerable.Repeat(row, cells[row]?.Items.Length ?? 0))];
        int place = _lists.Count;
        TrialTable children = new(child, table.Name, name) { Parents = parents, Reported = [.. cells.Select(c => c is not null)] };
        _lists.Add(children);
        _lists[place] = ReadRows(children, [.. cells.OfType<JsonNode>().SelectMany(c => c.Items)]);
    }
}
