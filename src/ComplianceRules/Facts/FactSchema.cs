using System.Collections.Immutable;
using ComplianceRules.Diagnostics;

namespace ComplianceRules.Facts;

/// <summary>All tables and counting units that a set of packs speaks of, the base tables among them.</summary>
/// <remarks>
/// Immutable; may be shared between threads. Comes from a catalogue or from <see cref="BaseTables"/>, so that it is always sound: every parent is there, and only a
/// region lies below its own table. Two schemas are equal only where they share their tables: the schema that a snapshot was read by is the catalogue's own.
/// </remarks>
public sealed record FactSchema
{
    internal FactSchema(ImmutableSortedDictionary<string, TableSchema> tables, ImmutableSortedDictionary<string, LocalText> units)
    {
        Tables = tables;
        Units = units;
    }

    /// <summary>The tables by name, in ordinal order.</summary>
    public ImmutableSortedDictionary<string, TableSchema> Tables { get; internal init; }

    /// <summary>The counting units that packs declare, with what people read.</summary>
    public ImmutableSortedDictionary<string, LocalText> Units { get; internal init; }

    /// <summary>The codes of places that have been merged into others: rows that give one belong to the place that took its place.</summary>
    public FormerCodes FormerCodes { get; internal init; } = FormerCodes.None;

    /// <summary>Whether a row has only the lists of the tables straight below it, as facts without packs give them.</summary>
    internal bool HasOwnListsOnly { get; init; }

    /// <summary>The table of a name; null where there is none.</summary>
    /// <param name="name">The table's name.</param>
    public TableSchema? Table(string name) => Tables.GetValueOrDefault(name);

    /// <summary>The table itself and then every table above it, nearest first; a region stands once.</summary>
    /// <param name="table">The table's name.</param>
    public IEnumerable<TableSchema> SelfAndAncestors(string table)
    {
        for (TableSchema? at = Table(table); at is not null; at = at.Parent is null || at.Parent == at.Name ? null : Table(at.Parent))
            yield return at;
    }

    /// <summary>Whether the rows of a table are persons, or stand below persons and bear their ids.</summary>
    /// <param name="table">The table's name.</param>
    public bool IsPersonal(string table) => SelfAndAncestors(table).Any(t => t.Personal);

    /// <summary>The table whose rows a list of a row holds; null where the table has no such list.</summary>
    /// <remarks>A row's lists are those of every table below it, and the classes of a year group.</remarks>
    /// <param name="table">The table of the row that has the list.</param>
    /// <param name="list">The list's name, such as <c>classes</c>.</param>
    public TableSchema? List(string table, string list) => Lists(table).FirstOrDefault(t => t.Children == list);

    /// <summary>Every table that a row of a table has a list of, in ordinal order.</summary>
    /// <param name="table">The table of the row that has the lists.</param>
    public IEnumerable<TableSchema> Lists(string table) => HasOwnListsOnly
        ? Tables.Values.Where(t => t.Parent == table)
        : Tables.Values.Where(t => (t.Name == table && t.Parent == table) || (t.Name != table && SelfAndAncestors(t.Name).Any(a => a.Name == table))
            || (table == BaseTables.YearGroup && t.Name == BaseTables.Class));
}
