using ComplianceRules.Findings;

namespace ComplianceRules.Analysis;

/// <summary>What a finding is known again by.</summary>
/// <param name="Rule">The rule's full id.</param>
/// <param name="Table">The row's table.</param>
/// <param name="Id">The row's id below its parents.</param>
internal readonly record struct RowKey(string Rule, string Table, string Id)
{
    public static RowKey Of(string rule, Subject row) => new(rule, row.Table, row.Id);
}
