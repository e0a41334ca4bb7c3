using ComplianceRules.Diagnostics;
using ComplianceRules.Expressions;
using ComplianceRules.Facts;
using ComplianceRules.Findings;
using ComplianceRules.Kinds;

namespace ComplianceRules.Engine;

/// <summary>Explains one rule on one row.</summary>
/// <remarks>For one run and one thread.</remarks>
/// <param name="snapshot">The facts.</param>
/// <param name="stacks">The stack of each row.</param>
/// <param name="judge">Judges other rules where one is asked for.</param>
/// <param name="scopes">The instruments of each pack.</param>
/// <param name="options">What may be named.</param>
internal sealed class Explainer(Snapshot snapshot, RowStacks stacks, RuleJudge judge, PackScopes scopes, RunOptions options)
{
    private readonly FindingMaker _findings = new(snapshot, stacks, judge, scopes, FindingDetail.Of(options));

    /// <summary>Explains a rule.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="row">The row, in the rule's table.</param>
    /// <param name="asOf">The day of assessment.</param>
    public Explanation Explain(CheckedRule rule, int row, DateOnly asOf)
    {
        FactTable table = snapshot.Table(rule.Rule.Subject);
        PackStack stack = stacks.Of(table, row)!;
        RowFrames frames = new(table, row, stack.ParametersOf(rule.Pack.Id));
        Verdict verdict = VerdictOf(rule, frames);
        MissingSet missing = verdict == Verdict.Undetermined ? judge.Missing(rule, frames) : MissingSet.None;
        ParameterSources sources = new(stack, rule.Pack.Id, scopes);
        NodeExplainer nodes = new(snapshot, judge.Interpreter, sources, (other, at) => Other(other, at, asOf), options.IncludePersonal) { Titles = TitlesOf(rule.Form) };
        NodePlace place = NodePlace.Of(frames, snapshot.Schema);
        return new Explanation
        {
            AsOf = asOf,
            PackVersion = rule.Pack.Version.ToNormalizedString(),
            Finding = _findings.Of(rule, RuleSeverity.Of(rule, asOf), verdict, frames, missing),
            Measure = rule.Form.Observed is null ? null : rule.Form.Measure,
            Applies = nodes.Explain(rule.Form.Applies, place),
            Holds = verdict == Verdict.NotApplicable ? nodes.NotNeeded(rule.Form.Holds, place) : nodes.Explain(rule.Form.Holds, place),
        };
    }

    private static Dictionary<TypedExpression, LocalText> TitlesOf(JudgedForm form)
    {
        Dictionary<TypedExpression, LocalText> titles = new(ReferenceEqualityComparer.Instance);
        // A step of which nothing is asked holds as many others do.
        foreach (JudgedItem item in form.Items.Where(i => i.Holds is not LiteralExpression))
        {
            titles.TryAdd(item.Holds, item.Title);
            if (item.Floor is { } floor) titles.TryAdd(floor, new LocalText($"{item.Title.In(TextLanguage.Chinese)}：底线", $"{item.Title.In(TextLanguage.English)}: floor"));
        }

        return titles;
    }

    /// <summary>What another rule says of a row; null where it is not in force or not in the row's stack.</summary>
    private Finding? Other(string id, int row, DateOnly asOf)
    {
        if (judge.Find(id, row) is not { } rule) return null;
        FactTable table = snapshot.Table(rule.Rule.Subject);
        RowFrames frames = new(table, row, stacks.Of(table, row)!.ParametersOf(rule.Pack.Id));
        Verdict verdict = VerdictOf(rule, frames);
        MissingSet missing = verdict == Verdict.Undetermined ? judge.Missing(rule, frames) : MissingSet.None;
        return _findings.Of(rule, RuleSeverity.Of(rule, asOf), verdict, frames, missing);
    }

    private Verdict VerdictOf(CheckedRule rule, RowFrames row) => judge.Interpreter.Evaluate(rule.Form.Applies, row) switch
    {
        BoolValue { Truth: false } => Verdict.NotApplicable,
        BoolValue => judge.Interpreter.Evaluate(rule.Form.Holds, row) is BoolValue held ? (held.Truth ? Kept(rule, row) : Breach(rule, row)) : Verdict.Undetermined,
        _ => Verdict.Undetermined,
    };

    private Verdict Kept(CheckedRule rule, RowFrames row) =>
        rule.Form.HoldsUnexcused is { } unexcused && judge.Interpreter.Evaluate(unexcused, row) is BoolValue { Truth: false } ? Verdict.Waived : Verdict.Compliant;

    private Verdict Breach(CheckedRule rule, RowFrames row) => judge.WaiverOf(rule, row.Row) is null ? Verdict.NonCompliant : Verdict.Waived;
}
