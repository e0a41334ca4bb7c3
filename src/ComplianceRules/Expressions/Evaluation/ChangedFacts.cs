using ComplianceRules.Facts;

namespace ComplianceRules.Expressions;

/// <summary>Facts of a snapshot that are to be taken for others, as if the data gave them.</summary>
/// <param name="facts">The facts by table, row and field.</param>
internal sealed class ChangedFacts(IReadOnlyDictionary<(string Table, int Row, string Field), Value> facts)
{
    /// <summary>What a fact is to be taken for; null where it is what the data gives.</summary>
    /// <param name="table">The row's table.</param>
    /// <param name="row">The row.</param>
    /// <param name="field">The field.</param>
    public Value? At(FactTable table, int row, string field) => facts.GetValueOrDefault((table.Schema.Name, row, field));
}
