using System.Collections.Immutable;
using ComplianceRules.Expressions;
using ComplianceRules.Facts;

namespace ComplianceRules.Engine;

/// <summary>Gathers the facts and lists that rules read, and what has to be known to tell rows and stages.</summary>
/// <remarks>For one thread.</remarks>
/// <param name="schema">The tables.</param>
internal sealed class FactNeeds(FactSchema schema)
{
    private const string SchoolingSystem = "schooling_system";

    // What tells a row comes first; everything else as the rules speak of it.
    private static readonly string[] First = ["name", StageFacts.Grade, StageFacts.Stage, "stages", SchoolingSystem];

    // What a region's code tells by itself.
    private static readonly string[] OfCode = ["code", "level", "name"];

    private static readonly string[] BaseOrder = [BaseTables.Region, BaseTables.School, BaseTables.YearGroup, BaseTables.Class];

    private readonly HashSet<string> _tables = new(StringComparer.Ordinal);
    private readonly List<(string Table, string Field)> _fields = [];
    private readonly HashSet<(string Table, string List)> _lists = [];

    /// <summary>Adds what a rule reads.</summary>
    public void Add(CheckedRule rule)
    {
        AddTable(rule.Rule.Subject);
        foreach (TypedExpression node in rule.Form.Parts) Add(node);
    }

    /// <summary>Adds what no rule names but the reading of data needs.</summary>
    public void Complete()
    {
        FoldYearGroups();
        foreach (string table in (string[])[BaseTables.YearGroup, BaseTables.Class])
        {
            if (!Needs(table, StageFacts.Stage)) continue;
            AddField(table, StageFacts.Grade);
            AddField(BaseTables.School, SchoolingSystem);
        }

        if (_tables.Contains(BaseTables.YearGroup)) AddField(BaseTables.YearGroup, StageFacts.Grade);
        if (_tables.Contains(BaseTables.School)) AddField(BaseTables.School, "name");
        if (_fields.All(f => f.Table != BaseTables.Region || OfCode.Contains(f.Field))) _tables.Remove(BaseTables.Region);
    }

    /// <summary>The tables, each after those above it.</summary>
    public ImmutableArray<NeededTable> Tables() =>
    [
        .. _tables.OrderBy(t => schema.SelfAndAncestors(t).Count()).ThenBy(t => PlaceIn(BaseOrder, t)).ThenBy(t => t, StringComparer.Ordinal)
            .Select(t => new NeededTable(schema.Tables[t], FieldsOf(t), ListsOf(t))),
    ];

    private void Add(TypedExpression node)
    {
        switch (node)
        {
            // The earlier snapshot has its own form.
            case FieldExpression { Row.InPrevious: true } or HasExpression { Row.InPrevious: true } or RowsExpression { List.Row.InPrevious: true }:
                break;
            case FieldExpression fact:
                AddField(fact.Row.Table, fact.Field.Name);
                break;
            case HasExpression { Field: { } asked } has:
                AddField(has.Row.Table, asked.Name);
                break;
            case HasExpression { List: { } list } has when schema.List(has.Row.Table, list) is { } below:
                AddList(has.Row.Table, below);
                break;
            case RowsExpression rows:
                AddList(rows.List.Row.Table, schema.Tables[rows.List.Table]);
                break;
            case AnyChildExpression any:
                AddList(any.List.Row.Table, schema.Tables[any.List.Table]);
                break;
            case ChildShareExpression share:
                AddList(share.List.Row.Table, schema.Tables[share.List.Table]);
                break;
        }
    }

    private bool Needs(string table, string field) => _fields.Contains((table, field));

    private void AddField(string table, string field)
    {
        AddTable(table);
        if (!Needs(table, field)) _fields.Add((table, field));
    }

    private void AddTable(string table)
    {
        foreach (TableSchema at in schema.SelfAndAncestors(table)) _tables.Add(at.Name);
    }

    // A list is whole where each list on the way is; where it begins at a region, the snapshot says what it covers.
    private void AddList(string table, TableSchema list)
    {
        AddTable(list.Name);
        if (table == BaseTables.YearGroup && list.Name == BaseTables.Class)
        {
            AddField(BaseTables.YearGroup, StageFacts.Grade);
            AddField(BaseTables.Class, StageFacts.Grade);
        }

        for (TableSchema? at = list; at?.Parent is { } above && at.Name != table && above != BaseTables.Region; at = schema.Table(above))
            _lists.Add((above, at.Name));
    }

    // Year groups are made from the classes; a sheet of their own is worth its rows only for facts of their own.
    private void FoldYearGroups()
    {
        string[] own = [.. _fields.Where(f => f.Table == BaseTables.YearGroup).Select(f => f.Field)];
        if (!_tables.Contains(BaseTables.Class) || own.Any(f => f is not (StageFacts.Grade or StageFacts.Stage))) return;
        if (!_tables.Remove(BaseTables.YearGroup)) return;
        _fields.RemoveAll(f => f.Table == BaseTables.YearGroup);
        foreach (string field in own.Prepend(StageFacts.Grade)) AddField(BaseTables.Class, field);
        if (_lists.Remove((BaseTables.School, BaseTables.YearGroup))) _lists.Add((BaseTables.School, BaseTables.Class));
    }

    private ImmutableArray<FieldSchema> FieldsOf(string table)
    {
        IEnumerable<string> names = _fields.Where(f => f.Table == table && !(table == BaseTables.Region && f.Field == "code")).Select(f => f.Field);
        return [.. names.OrderBy(f => PlaceIn(First, f)).Select(f => schema.Tables[table].Fields[f])];
    }

    private static int PlaceIn(string[] order, string name) => Array.IndexOf(order, name) is >= 0 and int at ? at : order.Length;

    private ImmutableArray<TableSchema> ListsOf(string table) =>
        [.. _lists.Where(l => l.Table == table).Select(l => schema.Tables[l.List]).OrderBy(t => t.Name, StringComparer.Ordinal)];
}
