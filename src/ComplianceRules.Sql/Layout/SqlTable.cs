using System.Collections.Immutable;
using ComplianceRules.Facts;

namespace ComplianceRules.Sql.Layout;

/// <summary>Where the rows of one table of the schema stand in the database.</summary>
/// <remarks>Immutable.</remarks>
/// <param name="Schema">The table of the schema.</param>
/// <param name="Name">The table or view, its parts from the outermost: a schema may stand before it.</param>
/// <param name="Keys">The columns that tell a row, those of the rows above first; of a school its id alone.</param>
internal sealed record SqlTable(TableSchema Schema, ImmutableArray<string> Name, ImmutableArray<SqlColumn> Keys)
{
    /// <summary>Which columns are fields, by field.</summary>
    public ImmutableDictionary<string, SqlField> Fields { get; init; } = ImmutableDictionary.Create<string, SqlField>(StringComparer.Ordinal);

    /// <summary>Which columns say whether a list of a row is whole, by list.</summary>
    public ImmutableDictionary<string, SqlField> Lists { get; init; } = ImmutableDictionary.Create<string, SqlField>(StringComparer.Ordinal);

    /// <summary>The region of a school; null where the table does not say, and for other tables.</summary>
    public SqlColumn? Region { get; init; }

    /// <summary>The template packs of a school; null where the table does not say, and for other tables.</summary>
    public SqlColumn? Packs { get; init; }

    /// <summary>All columns that are known of it.</summary>
    public IEnumerable<SqlColumn> Columns => Keys.Concat(Fields.Values.Select(f => f.Column)).Concat(Lists.Values.Select(f => f.Column)).Concat(new[] { Region, Packs }.OfType<SqlColumn>());
}
