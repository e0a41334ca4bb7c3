using System.Collections.Immutable;
using ComplianceRules.Expressions;
using ComplianceRules.Facts;
using ComplianceRules.Kinds;

namespace ComplianceRules.Proofs;

/// <summary>Answers what counted rules say of the rows of a witness.</summary>
/// <param name="row">The rows.</param>
/// <param name="day">The day.</param>
/// <param name="rule">The rule that counts, with its values and the rules that it counts.</param>
internal sealed class CountedVerdicts(MadeRow row, DateOnly day, ComparedRule rule) : IVerdictLookup
{
    /// <inheritdoc/>
    public bool? Applies(string rule, int row) => Answer(rule, row, form => form.Applies, false);

    /// <inheritdoc/>
    public bool? Holds(string rule, int row) => Answer(rule, row, form => form.Holds, null);

    /// <inheritdoc/>
    /// <remarks>Verdicts of parts are not made for a witness: what is composed of them stays unknown, and no witness is confirmed by it.</remarks>
    public bool? Says(RuleSaysExpression asked, string rule, int row) => null;

    /// <inheritdoc/>
    public ImmutableArray<MissingFact> Missing(string rule, int row) => [];

    private bool? Answer(string id, int at, Func<JudgedForm, TypedExpression> part, bool? without)
    {
        if (rule.Counted(id) is not { } counted) return without;
        FactTable table = row.Snapshot.Table(counted.Subject);
        Value value = new ReferenceInterpreter(row.Snapshot, day, this, row.Previous).Evaluate(part(counted.Form), new RowFrames(table, at, rule.Parameters));
        return (value as BoolValue)?.Truth;
    }
}
