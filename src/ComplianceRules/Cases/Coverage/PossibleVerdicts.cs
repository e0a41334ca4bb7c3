using System.Collections.Immutable;
using ComplianceRules.Engine;
using ComplianceRules.Expressions;
using ComplianceRules.Findings;
using ComplianceRules.Kinds;

namespace ComplianceRules.Cases;

/// <summary>Which verdicts a rule can give to some row, whatever waivers there are.</summary>
/// <param name="form">What the rule has become.</param>
/// <param name="book">The parameters that it reads.</param>
internal sealed class PossibleVerdicts(JudgedForm form, ParameterBook book)
{
    /// <summary>The verdicts, in the order of their numbers.</summary>
    public ImmutableArray<Verdict> All()
    {
        TruthRange holds = ExpressionRanges.Of(form.Holds).Truth(form.Holds);
        // Bands of which none is asked for are all compliant; whatever the measure is, it is above or below the first.
        bool canBreak = holds.CanBeFalse && (form.Bands.IsEmpty || !form.Bounds.IsEmpty);
        List<Verdict> verdicts = [];
        if (CanBeUnknown(form.Applies) || CanBeUnknown(form.Holds)) verdicts.Add(Verdict.Undetermined);
        if (form.Composed.IsEmpty && Conjuncts.Of(form.Applies).Any(CanLeaveOut)) verdicts.Add(Verdict.NotApplicable);
        if (holds.CanBeTrue) verdicts.Add(Verdict.Compliant);
        if (canBreak) verdicts.Add(Verdict.NonCompliant);
        return [.. verdicts];
    }

    private bool CanLeaveOut(TypedExpression condition) => condition switch
    {
        ParameterEntryExpression { Key: var key } entry => !key.Type.Options.ToHashSet(StringComparer.Ordinal).IsSubsetOf(book.Entries(entry.Name).Select(e => e.Key).OfType<string>()),
        // Of two years one has ended, and is judged.
        FrequencyExpression { Periods: { Per: PeriodUnit.Year, Within: null, Since: null } } => false,
        _ => ExpressionRanges.Of(condition).Truth(condition).CanBeFalse,
    };

    // Whether a list or a fact was reported is always known, and so is the day.
    private static bool CanBeUnknown(TypedExpression condition) => ExpressionWalker.SelfAndDescendants(condition).Any(part =>
        part is FieldExpression or RowsExpression or AnyChildExpression or ChildShareExpression or FrequencyExpression or RuleSaysExpression or RuleVerdictExpression or RuleAppliesExpression
        || (part is CallExpression call && !call.Function.IsOfArgumentsAlone));
}
