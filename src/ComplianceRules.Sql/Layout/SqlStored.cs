using System.Collections.Frozen;
using ComplianceRules.Facts;

namespace ComplianceRules.Sql.Layout;

/// <summary>What a database has: the tables of the schema, and the names of all others.</summary>
/// <param name="Layout">Where the tables of the schema stand.</param>
/// <param name="Names">The names of all its tables and views.</param>
internal sealed record SqlStored(SqlLayout Layout, FrozenSet<string> Names)
{
    /// <summary>How foreign columns become facts; null where the tables have the columns of the format itself.</summary>
    public SnapshotMapping? Mapping { get; init; }

    /// <summary>Which of several nodes the rows of a table stand on that are no school's; of tables that are not here, the first.</summary>
    public FrozenDictionary<string, int> Homes { get; init; } = FrozenDictionary<string, int>.Empty;

    /// <summary>Which node the rows of a table stand on that are no school's.</summary>
    /// <param name="name">Its name.</param>
    public int HomeOf(string name) => Homes.GetValueOrDefault(name);

    /// <summary>Whether it has a table or view.</summary>
    /// <param name="name">Its name.</param>
    public bool Has(string name) => Names.Contains(name);
}
