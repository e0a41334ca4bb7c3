using System.Collections.Immutable;
using System.Globalization;
using ComplianceRules.Diagnostics;
using ComplianceRules.Expressions;
using ComplianceRules.Facts;

namespace ComplianceRules.Engine;

/// <summary>The schema and the names that facts have once each of them is taken for something.</summary>
/// <remarks>Immutable. The rows are made only for the readings that were settled on.</remarks>
internal sealed class TrialWorld
{
    private readonly ImmutableArray<string> _members;
    private readonly IReadOnlyDictionary<string, TrialReading> _readings;
    private readonly List<string> _above = [];
    private readonly List<TableSchema> _schemas = [];
    private readonly ImmutableSortedDictionary<string, TypedExpression>.Builder _constants = ImmutableSortedDictionary.CreateBuilder<string, TypedExpression>(StringComparer.Ordinal);

    /// <summary>Takes each fact for something.</summary>
    /// <param name="facts">The facts.</param>
    /// <param name="members">The names behind dots, which rows that nobody has given may have.</param>
    /// <param name="readings">What facts are taken for, by key; for those that are not there, the first that they may be.</param>
    /// <param name="hasDay">Whether there is a day of assessment.</param>
    public TrialWorld(TrialFacts facts, ImmutableArray<string> members, IReadOnlyDictionary<string, TrialReading> readings, bool hasDay)
    {
        Facts = facts;
        _members = members;
        _readings = readings;
        foreach (TrialTable table in facts.Tables.Where(t => t.IsSingle).Skip(1)) _above.Add(table.Name);
        foreach (TrialTable table in facts.Tables) AddTable(table);
        if (!hasDay) _constants.Add(AsOf, new FieldExpression(Subject, new FieldSchema(AsOf, FieldType.Date)));
        FactSchema schema = new(Chained(), ImmutableSortedDictionary<string, LocalText>.Empty) { HasOwnListsOnly = true };
        Scope = new ExpressionScope(schema, TrialFactsReader.SubjectName, ImmutableSortedDictionary<string, ParameterSignature>.Empty)
        {
            Constants = _constants.ToImmutable(),
            HasCelInts = true,
        };
    }

    public TrialFacts Facts { get; }

    public ExpressionScope Scope { get; }

    private const string AsOf = "as_of";

    private static RowPath Subject { get; } = new(0, TrialFactsReader.SubjectName);

    /// <summary>What a fact is taken for.</summary>
    public TrialReading ReadingOf(string key, ImmutableArray<TrialReading> readings) =>
        _readings.TryGetValue(key, out TrialReading reading) && readings.Contains(reading) ? reading : readings[0];

    /// <summary>The name of the table of a list of a table's rows.</summary>
    public static string NameOfList(TrialTable table, string list) => TrialTable.NameOfList(table.Name, table.Name == TrialFactsReader.SubjectName, list);

    private void AddTable(TrialTable table)
    {
        List<FieldSchema> fields = [];
        foreach (TrialField field in table.Fields) AddFact(table, field.Name, ReadingOf(table.KeyOf(field.Name), field.Readings), isEmpty: false, fields);
        foreach (TrialOpen open in table.Opens) AddFact(table, open.Name, ReadingOf(table.KeyOf(open.Name), open.Readings), open.IsEmpty, fields);
        foreach (TrialList list in table.Lists) _constants.Add(ConstantName(table, list.Name), ListOf(table, list));
        if (table.Count == 0) AddMembers(table.Name, 1, fields);
        _schemas.Add(Schema(table.Name, table.Parent, table.Children, fields));
    }

    private void AddFact(TrialTable table, string name, TrialReading reading, bool isEmpty, List<FieldSchema> fields)
    {
        if (reading == TrialReading.Above) AddAbove(name);
        else if (reading == TrialReading.Rows) AddOpenList(NameOfList(table, name), table.Name, name, 1);
        else if (TrialReadings.IsList(reading)) _constants.Add(ConstantName(table, name), OpenList(table, name, reading, isEmpty));
        else fields.Add(TrialReadings.Field(name, reading));
    }

    private void AddAbove(string name)
    {
        if (_above.Contains(name)) return;
        List<FieldSchema> fields = [];
        AddMembers(name, TrialChoices.DeepestOpenList, fields);
        _above.Add(name);
        _schemas.Add(Schema(name, null, TrialTable.NoName, fields));
    }

    private void AddOpenList(string table, string parent, string list, int depth)
    {
        List<FieldSchema> fields = [];
        AddMembers(table, depth, fields);
        _schemas.Add(Schema(table, parent, list, fields));
    }

    private void AddMembers(string table, int depth, List<FieldSchema> fields)
    {
        foreach (string member in _members)
        {
            TrialReading reading = ReadingOf($"{table}.{member}", TrialChoices.OfMember(depth));
            if (reading == TrialReading.Rows) AddOpenList(TrialTable.NameOfList(table, isSubject: false, member), table, member, depth + 1);
            else fields.Add(TrialReadings.Field(member, reading));
        }
    }

    private static string ConstantName(TrialTable table, string name) => table.Name == TrialFactsReader.SubjectName ? name : table.KeyOf(name);

    private static RowPath PathOf(TrialTable table) => Subject with { Table = table.Name };

    private ListExpression ListOf(TrialTable table, TrialList list)
    {
        TrialReading reading = ReadingOf(table.KeyOf(list.Name), list.Readings);
        ExpressionType type = TrialReadings.ItemType(reading);
        IEnumerable<TypedExpression> items = list.Items.Select((item, index) => item is null
            ? (TypedExpression)Item(table, string.Create(CultureInfo.InvariantCulture, $"{list.Name}[{index}]"), reading)
            : new LiteralExpression(type, TrialCells.ValueOf(item, type)));
        return new ListExpression(type with { IsList = true }, [.. items]);
    }

    private static FieldExpression Item(TrialTable table, string name, TrialReading reading) =>
        new(PathOf(table), TrialReadings.Field(name, reading), isInt: reading == TrialReading.Ints);

    // A list that is missing is a choice by a fact that is missing: whatever reads it, the fact that it misses has the list's name.
    private static TypedExpression OpenList(TrialTable table, string name, TrialReading reading, bool isEmpty)
    {
        ExpressionType type = TrialReadings.ItemType(reading) with { IsList = true };
        ListExpression nothing = new(type, []);
        FieldExpression missing = new(PathOf(table), TrialReadings.Field(name, TrialReading.Bool));
        return isEmpty ? nothing : new ConditionalExpression(type, missing, nothing, nothing);
    }

    // Rows above are one chain: names are found in it whichever row of it has them.
    private ImmutableSortedDictionary<string, TableSchema> Chained()
    {
        ImmutableSortedDictionary<string, TableSchema>.Builder tables = ImmutableSortedDictionary.CreateBuilder<string, TableSchema>(StringComparer.Ordinal);
        foreach (TableSchema schema in _schemas)
        {
            int place = _above.IndexOf(schema.Name);
            bool isSingle = place >= 0 || schema.Name == TrialFactsReader.SubjectName;
            string? above = place + 1 < _above.Count ? _above[place + 1] : null;
            tables.Add(schema.Name, isSingle ? schema with { Parent = above } : schema);
        }

        return tables.ToImmutable();
    }

    private static TableSchema Schema(string name, string? parent, string children, List<FieldSchema> fields) =>
        new(name, parent, children, fields.ToImmutableSortedDictionary(f => f.Name, f => f, StringComparer.Ordinal));
}
