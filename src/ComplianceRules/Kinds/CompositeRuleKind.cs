using System.Collections.Immutable;
using ComplianceRules.Diagnostics;
using ComplianceRules.Expressions;

namespace ComplianceRules.Kinds;

/// <summary>The worst verdict of other rules on the row and on the rows below it.</summary>
internal sealed class CompositeRuleKind : IRuleKind
{
    /// <summary>The kind's key in a rule.</summary>
    public const string Key = "composite";

    private const string OfVetoes = "veto";

    public string Name => Key;

    public JudgedForm? Lower(KindContext rule, TypedExpression applies)
    {
        CompositePartReader reader = new(rule);
        ImmutableArray<ComposedPart> parts = reader.Read();
        if (rule.Problems.HasErrors) return null;
        RuleSaysExpression[] asked = [.. Asked(parts, reader, rule.Rule.Subject)];
        TypedExpression concerned = Joined(false, asked.Select(a => Said(a, RuleSaying.Concerns, rule)));
        return new JudgedForm(new LogicExpression(true, applies, concerned), Joined(true, asked.Select(a => Said(a, RuleSaying.Keeps, rule))))
        {
            HoldsUnexcused = Joined(true, asked.Select(a => Said(a, RuleSaying.KeepsUnexcused, rule))),
            Composed = parts,
            CountedRules = [.. parts.SelectMany(p => p.Rules).Distinct(StringComparer.Ordinal)],
            Breach = new LocalText("{title}：不合规的部分：{parts}", "{title}: not kept: {parts}"),
        };
    }

    // The rules of a part are asked table by table: those of the row itself, and those of rows below.
    private static IEnumerable<RuleSaysExpression> Asked(ImmutableArray<ComposedPart> parts, CompositePartReader reader, string subject)
    {
        foreach (ComposedPart part in parts)
        {
            foreach (IGrouping<string, string> table in part.Counting.Where(r => part.IsVeto || reader.IsMandatory(r)).GroupBy(reader.SubjectOf, StringComparer.Ordinal).OrderBy(t => t.Key != subject).ThenBy(t => t.Key, StringComparer.Ordinal))
                yield return new RuleSaysExpression($"{(part.IsVeto ? OfVetoes : "of")} {part.Id} {table.Key}", RuleSaying.Concerns, [.. table]) { MandatoryOnly = !part.IsVeto, Part = part.Id };
        }
    }

    private static TypedExpression Said(RuleSaysExpression asked, RuleSaying saying, KindContext rule)
    {
        string table = asked.Name[(asked.Name.LastIndexOf(' ') + 1)..];
        RuleSaysExpression said = new(asked.Name, saying, asked.Rules) { MandatoryOnly = asked.MandatoryOnly, Part = asked.Part };
        bool isConcern = saying == RuleSaying.Concerns;
        List<TypedExpression> both = [];
        if (table == rule.Rule.Subject) both.Add(said);
        if (rule.Schema.Lists(rule.Rule.Subject).FirstOrDefault(t => t.Name == table) is { } below)
        {
            ChildListPath list = new(new RowPath(0, rule.Rule.Subject), below.Children, below.Name);
            // Rows that are not all known matter only where a rule may judge them.
            RuleSaysExpression reaches = new(asked.Name, RuleSaying.Reaches, asked.Rules) { MandatoryOnly = asked.MandatoryOnly, Above = rule.Rule.Subject };
            LogicExpression met = new(true, reaches, new AnyChildExpression(list, isConcern ? said : new NotExpression(said)));
            both.Add(isConcern ? met : new NotExpression(met));
        }

        return Joined(!isConcern, both);
    }

    private static TypedExpression Joined(bool isAnd, IEnumerable<TypedExpression> conditions) =>
        conditions.Aggregate((TypedExpression?)null, (left, right) => left is null ? right : new LogicExpression(isAnd, left, right)) ?? new LiteralExpression(ExpressionType.Bool, Value.Of(isAnd));
}
