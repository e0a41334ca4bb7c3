using ComplianceRules.Facts;

namespace ComplianceRules.Engine;

/// <summary>Lists what rules found, and makes the findings of a list when they are looked at.</summary>
/// <remarks>May be shared between threads where the judge may.</remarks>
/// <param name="snapshot">The facts.</param>
/// <param name="stacks">The stack of each row.</param>
/// <param name="judge">What judged the rules.</param>
/// <param name="scopes">The instruments of each pack.</param>
/// <param name="detail">Which rows are listed.</param>
internal sealed class FindingLister(Snapshot snapshot, RowStacks stacks, RuleJudge judge, PackScopes scopes, FindingDetail detail)
{
    private readonly LackFinder _lacks = new(snapshot, stacks, judge);

    /// <summary>Finds the rows of schools and regions.</summary>
    public ScopeRows Places { get; } = new(snapshot);

    /// <summary>Makes the findings of single rows.</summary>
    public FindingMaker Findings { get; } = new(snapshot, stacks, judge, scopes, detail);

    /// <summary>The findings of one rule, those of all rows together first, then by id. No finding is made yet.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="severity">How grave a breach is.</param>
    /// <param name="words">What the rule says of every row; with compliant and not applicable ones where those are listed.</param>
    public RuleFindings Of(CheckedRule rule, RuleSeverity severity, VerdictWords words) =>
        new(this, rule, severity, IsListed(rule) || _lacks.MayLack(rule) ? FoundRows.Of(words) : FoundRows.None);

    /// <summary>The findings of one rule whose rows have been found before.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="severity">How grave a breach is.</param>
    /// <param name="found">The rows.</param>
    public RuleFindings Of(CheckedRule rule, RuleSeverity severity, FoundRows found) => new(this, rule, severity, found);

    /// <summary>Takes the rows that one finding stands for out of those found.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="found">What it found.</param>
    public LackingRows Split(CheckedRule rule, FoundRows found)
    {
        LackingRows split = detail.EachLack ? new LackingRows(0, [], found) : _lacks.Split(rule, found);
        return IsListed(rule) ? split : split with { Others = FoundRows.None };
    }

    /// <summary>The order of the rows of one rule by key.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="found">The rows.</param>
    public int[]? Order(CheckedRule rule, FoundRows found) => new RowOrder(snapshot, snapshot.Table(rule.Rule.Subject)).Of(found.Rows);

    /// <summary>Whether rows of a rule are listed one by one: persons only where they may be named.</summary>
    public bool IsListed(CheckedRule rule) => detail.Persons || !snapshot.Schema.IsPersonal(rule.Rule.Subject);
}
