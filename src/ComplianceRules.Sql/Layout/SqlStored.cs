using System.Collections.Frozen;

namespace ComplianceRules.Sql.Layout;

/// <summary>What a database has: the tables of the schema, and the names of all others.</summary>
/// <param name="Layout">Where the tables of the schema stand.</param>
/// <param name="Names">The names of all its tables and views.</param>
internal sealed record SqlStored(SqlLayout Layout, FrozenSet<string> Names)
{
    /// <summary>Whether it has a table or view.</summary>
    /// <param name="name">Its name.</param>
    public bool Has(string name) => Names.Contains(name);
}
