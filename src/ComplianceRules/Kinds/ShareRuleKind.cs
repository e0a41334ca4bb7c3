using System.Collections.Immutable;
using ComplianceRules.Diagnostics;
using ComplianceRules.Expressions;
using ComplianceRules.Facts;
using ComplianceRules.Json;

namespace ComplianceRules.Kinds;

/// <summary>A share of child rows that must keep one or two limits.</summary>
internal sealed class ShareRuleKind : IRuleKind
{
    private static readonly ImmutableArray<string> Keys = [.. BoundReader.OrderKeys, "where", "that", "rule"];

    public string Name => "share";

    public JudgedForm? Lower(KindContext rule, TypedExpression applies)
    {
        if (rule.Of(Keys) is not { } of || rule.ListOf(of) is not { } table) return null;
        ExpressionChecker inside = rule.Checker.Inside(table.Name);
        if (WhereOf(rule, inside) is not { } where || ThatOf(rule, inside, table) is not { } that) return null;
        ChildListPath list = new(new RowPath(0, rule.Rule.Subject), of.Text, table.Name);
        string? other = rule.Body["rule"] is { } named ? rule.RuleNamed(named.Text)!.Value.Id : null;
        TypedExpression counted = other is null ? where : CountedBy(other, rule, where);
        ChildShareExpression share = new(list, counted, that);
        ImmutableArray<Bound> bounds = BoundReader.Read(rule, share, BoundReader.OrderKeys);
        if (bounds.IsEmpty) return null;
        List<TypedExpression> conditions = [.. bounds.Select(b => new ShareComparisonExpression(BoundReader.OperatorOf(b.Kind), share, b.Value))];
        TypedExpression holds = conditions.Aggregate((left, right) => new LogicExpression(true, left, right));
        BoundReader.WarnOfRanges(rule, conditions, bounds, holds);
        return new JudgedForm(new LogicExpression(true, applies, new AnyChildExpression(list, counted)), holds)
        {
            Observed = share,
            Bounds = bounds,
            Measure = new LocalText($"符合条件的{table.Title.In(TextLanguage.Chinese)}占比", $"share of {of.Text} that meet the condition"),
            CountedRules = other is null ? [] : [other],
        };
    }

    private static TypedExpression CountedBy(string other, KindContext rule, TypedExpression where)
    {
        RuleAppliesExpression applies = new(other);
        return rule.Body["where"] is null ? applies : new LogicExpression(true, where, applies);
    }

    private static TypedExpression? WhereOf(KindContext rule, ExpressionChecker inside) =>
        rule.Body["where"] is { } where ? inside.Condition(where) : new LiteralExpression(ExpressionType.Bool, Value.True);

    private static TypedExpression? ThatOf(KindContext rule, ExpressionChecker inside, TableSchema table)
    {
        JsonNode? that = rule.Body["that"];
        JsonNode? other = rule.Body["rule"];
        if (that is null == other is null)
        {
            rule.Problems.Report(DiagnosticCodes.ShareOfWhat, rule.Body.Span, rule.Rule.Id);
            return null;
        }

        if (that is not null) return inside.Condition(that);
        (string Id, string Subject)? counted = rule.RuleNamed(other!.Text);
        if (counted?.Subject == table.Name) return new RuleVerdictExpression(counted.Value.Id);
        if (counted is null) rule.Problems.Report(DiagnosticCodes.UnknownRule, other.Span, other.Text);
        else rule.Problems.Report(DiagnosticCodes.RuleOfOtherTable, other.Span, other.Text, counted.Value.Subject, table.Name);
        return null;
    }
}
