using System.Collections.Immutable;
using ComplianceRules.Expressions;
using ComplianceRules.Facts;

namespace ComplianceRules.Engine;

/// <summary>The facts that may be changed, found while rules are looked at, each with its place.</summary>
/// <remarks>For one finding.</remarks>
/// <param name="snapshot">The facts.</param>
/// <param name="interpreter">Reads them.</param>
/// <param name="mayChange">Whether a row may be changed, and shown.</param>
internal sealed class GroundFacts(Snapshot snapshot, ReferenceInterpreter interpreter, Func<FactTable, int, bool> mayChange)
{
    /// <summary>More are not looked for.</summary>
    public const int Most = 3000;

    private readonly List<ChangeableFact> _facts = [];
    private readonly Dictionary<(string Table, int Row, string Field), int> _places = [];
    private readonly List<ImmutableArray<int>> _totals = [];

    /// <summary>All facts.</summary>
    public IReadOnlyList<ChangeableFact> All => _facts;

    /// <summary>The facts whose totals have to stay: what one gives, another takes.</summary>
    public IReadOnlyList<ImmutableArray<int>> Totals => _totals;

    /// <summary>Whether no more facts are looked for.</summary>
    public bool IsFull => _facts.Count >= Most;

    /// <summary>The place of a fact; -1 where it may not be changed.</summary>
    /// <param name="table">The row's table.</param>
    /// <param name="row">The row.</param>
    /// <param name="field">The field.</param>
    public int PlaceOf(FactTable table, int row, FieldSchema field)
    {
        if (field.ChangeCost is null || field.IsDerived || !mayChange(table, row)) return -1;
        if (_places.TryGetValue((table.Schema.Name, row, field.Name), out int known)) return known;
        if (IsFull) return -1;
        int place = Add(table, row, field);
        if (place >= 0 && field.MovesWithin is { } within) AddTotal(table, row, field, within);
        return place;
    }

    private int Add(FactTable table, int row, FieldSchema field)
    {
        Value now = interpreter.FactOf(table, row, field);
        ChangeableFact? fact = ChangeableFact.Of(table, row, field, now);
        int place = fact is null ? -1 : _facts.Count;
        if (fact is not null) _facts.Add(fact);
        _places.Add((table.Schema.Name, row, field.Name), place);
        return place;
    }

    // Rows of one parent lie next to each other where parents do; they are looked for among all, which a school has few of.
    private void AddTotal(FactTable table, int row, FieldSchema field, string within)
    {
        Value group = table.Schema.Field(within) is { } by ? interpreter.FactOf(table, row, by) : new UnknownValue(UnknownReason.Absent);
        if (group is UnknownValue)
        {
            _totals.Add([_places[(table.Schema.Name, row, field.Name)]]);
            return;
        }

        List<int> places = [];
        foreach (int other in Siblings(table, row))
        {
            if (!interpreter.FactOf(table, other, table.Schema.Field(within)!).Equals(group)) continue;
            int place = _places.TryGetValue((table.Schema.Name, other, field.Name), out int known) ? known : Add(table, other, field);
            if (place >= 0) places.Add(place);
        }

        _totals.Add([.. places]);
    }

    private IEnumerable<int> Siblings(FactTable table, int row)
    {
        int parent = table.Parent(row);
        if (parent < 0 || table.Schema.Parent is not { } above) return [row];
        return snapshot.Table(above).List(table.Schema.Children) is { } list ? Between(list.Rows(parent)) : [row];
    }

    private static IEnumerable<int> Between((int Start, int End) rows) => Enumerable.Range(rows.Start, rows.End - rows.Start);
}
