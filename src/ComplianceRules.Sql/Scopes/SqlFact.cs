using System.Collections.Immutable;
using ComplianceRules.Facts;

namespace ComplianceRules.Sql.Scopes;

/// <summary>A fact of a row as the columns of a query.</summary>
/// <param name="Field">The field.</param>
/// <param name="Read">The column as it is read, null where the fact is not known; no condition sees it.</param>
/// <param name="Known">The column that is 1 where the fact is known, else 0.</param>
/// <param name="Value">The column with its value; meaningless where it is not known, never null.</param>
internal sealed record SqlFact(FieldSchema Field, string Read, string Known, string Value)
{
    /// <summary>Of a set: for each of its keys the column that is 1 where it is among the members.</summary>
    public ImmutableArray<string> Flags { get; init; } = [];

    /// <summary>Of a number without a step: the column with the whole number that computing needs; null where nothing is computed with it.</summary>
    public string? Count { get; private set; }

    /// <summary>Asks for the whole number that computing needs.</summary>
    /// <param name="names">Gives its column a name.</param>
    public string Counted(SqlNames names) => Count ??= names.Take('s');

    /// <summary>Whether it is known.</summary>
    public SqlTest IsKnown => SqlTest.Of($"{Known} = 1");

    /// <summary>Its value where there is no row.</summary>
    public string Nothing => Field.Type is FieldType.Text or FieldType.Enum ? "''" : "0";
}
