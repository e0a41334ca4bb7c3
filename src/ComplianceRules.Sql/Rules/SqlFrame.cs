using System.Collections.Immutable;

namespace ComplianceRules.Sql.Rules;

/// <summary>What stands for the subject, or for the item at hand of a list.</summary>
/// <param name="Rows">The rows within reach: those of the frame, or those above them from which it is seen; null where there are none.</param>
/// <param name="Table">The table of the frame's row.</param>
internal sealed record SqlFrame(SqlRows? Rows, string Table)
{
    /// <summary>The item where the list is one of values; null where items are rows, or truth values.</summary>
    public ImmutableArray<SqlCase>? Value { get; init; }

    /// <summary>The item where the list is one of truth values.</summary>
    public SqlTruth? Truth { get; init; }
}
