using System.Collections.Immutable;

namespace ComplianceRules.Sql;

/// <summary>One statement of a script.</summary>
/// <remarks>Immutable.</remarks>
/// <param name="Kind">What it asks.</param>
/// <param name="Table">The table whose rows are judged.</param>
/// <param name="Rules">The full ids of the rules in the order of their columns; of those about regions in ordinal order; none where it asks for doubts.</param>
/// <param name="Statement">The statement.</param>
public sealed record SqlQuery(SqlQueryKind Kind, string Table, ImmutableArray<string> Rules, SqlStatement Statement);
