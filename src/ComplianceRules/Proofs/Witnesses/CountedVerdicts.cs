using System.Collections.Immutable;
using ComplianceRules.Expressions;
using ComplianceRules.Facts;
using ComplianceRules.Kinds;

namespace ComplianceRules.Proofs;

/// <summary>Answers what counted rules say of the rows of a witness.</summary>
/// <param name="made">The rows.</param>
/// <param name="day">The day.</param>
/// <param name="of">The rule that counts, with its values and the rules that it counts.</param>
internal sealed class CountedVerdicts(MadeRow made, DateOnly day, ComparedRule of) : IVerdictLookup
{
    /// <inheritdoc/>
    public bool? Applies(string rule, int row) => Answer(rule, row, form => form.Applies, false);

    /// <inheritdoc/>
    public bool? Holds(string rule, int row) => Answer(rule, row, form => form.Holds, null);

    /// <inheritdoc/>
    public bool? Says(RuleSaysExpression asked, string rule, int row)
    {
        bool isPart = of.Counted(rule)?.IsPart(asked.MandatoryOnly) == true;
        if (asked.Asked == RuleSaying.Reaches || !isPart) return isPart || asked.Asked is RuleSaying.Keeps or RuleSaying.KeepsUnexcused;
        bool? applies = Applies(rule, row);
        if (asked.Asked == RuleSaying.Concerns) return applies != false;
        return applies == true ? Holds(rule, row) : applies == false ? true : null;
    }

    /// <inheritdoc/>
    public ImmutableArray<MissingFact> Missing(string rule, int row) => [];

    private bool? Answer(string id, int at, Func<JudgedForm, TypedExpression> part, bool? without)
    {
        if (of.Counted(id) is not { } counted) return without;
        FactTable table = made.Snapshot.Table(counted.Subject);
        Value value = new ReferenceInterpreter(made.Snapshot, day, this, made.Previous).Evaluate(part(counted.Form), new RowFrames(table, at, of.Parameters));
        return (value as BoolValue)?.Truth;
    }
}
