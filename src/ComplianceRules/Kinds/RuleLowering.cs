using System.Collections.Immutable;
using ComplianceRules.Diagnostics;
using ComplianceRules.Expressions;
using ComplianceRules.Facts;
using ComplianceRules.Json;

namespace ComplianceRules.Kinds;

/// <summary>Turns a rule as written into its judged form.</summary>
internal static class RuleLowering
{
    /// <summary>Lowers a rule: its conditions of application, then its kind, then the keys of its parameters.</summary>
    /// <param name="rule">The rule and what it may speak of.</param>
    /// <returns>The form; null where trouble has been reported.</returns>
    public static JudgedForm? Lower(KindContext rule)
    {
        TypedExpression applies = AppliesOf(rule);
        JudgedForm? form = RuleKinds.Find(rule.Rule.Kind)!.Lower(rule, applies);
        return form is null || rule.Problems.HasErrors ? null : form with { Applies = WithEntries(form) };
    }

    private static TypedExpression AppliesOf(KindContext rule)
    {
        TypedExpression applies = new LiteralExpression(ExpressionType.Bool, Value.True);
        foreach (JsonMember member in rule.Rule.AppliesTo)
            applies = Join(applies, member.Name == "grades" ? Grades(rule, member) : Fact(rule, member));
        return rule.Rule.When is { } when ? Join(applies, rule.Known.Of(rule, when)) : applies;
    }

    private static TypedExpression Join(TypedExpression left, TypedExpression? right) => (left, right) switch
    {
        (_, null) => left,
        (LiteralExpression, _) => right,
        _ => new LogicExpression(true, left, right),
    };

    private static TypedExpression? Grades(KindContext rule, JsonMember member)
    {
        if (rule.Checker.NearestFact("grade") is not { } nearest) return NoField(rule, member, "grade");
        if (nearest.Value is not { } grade) return null;
        if (member.Value.Items is not [{ Kind: JsonKind.Number } from, { Kind: JsonKind.Number } to])
            return DoesNotFit(rule, member, "[1, 6]");
        TypedExpression? low = rule.Checker.Operand(from, grade.Type);
        TypedExpression? high = rule.Checker.Operand(to, grade.Type);
        if (low is null || high is null) return null;
        TypedExpression? above = rule.Checker.Compare(ComparisonOperator.GreaterOrEqual, grade, low, from.Span);
        TypedExpression? below = rule.Checker.Compare(ComparisonOperator.LessOrEqual, grade, high, to.Span);
        return above is null || below is null ? null : new LogicExpression(true, above, below);
    }

    private static TypedExpression? Fact(KindContext rule, JsonMember member)
    {
        if (rule.Checker.NearestFact(member.Name) is not { Field.Type: FieldType.Bool or FieldType.Enum } nearest) return NoField(rule, member, member.Name);
        if (nearest.Value is not { } field) return null;
        if (nearest.Field.Type == FieldType.Bool)
        {
            if (member.Value.Kind != JsonKind.Bool) return DoesNotFit(rule, member, "true");
            return member.Value.Truth ? field : new NotExpression(field);
        }

        if (member.Value.Kind != JsonKind.Array || member.Value.Items.IsEmpty || member.Value.Items.Any(i => i.Kind != JsonKind.Text))
            return DoesNotFit(rule, member, $"[\"{nearest.Field.Options[0].Key}\"]");
        bool known = true;
        foreach (JsonNode item in member.Value.Items.Where(i => !nearest.Field.HasOption(i.Text)))
        {
            string? near = NearestName.Of(item.Text, nearest.Field.Options.Select(o => o.Key));
            rule.Problems.Add(new Diagnostic(DiagnosticCodes.AppliesToOption, item.Span, item.Text, member.Name) { DidYouMean = near });
            known = false;
        }

        return known ? Membership(field, member.Value.Items) : null;
    }

    private static MembershipExpression Membership(TypedExpression field, ImmutableArray<JsonNode> items)
    {
        ImmutableArray<TypedExpression> literals = [.. items.Select(i => new LiteralExpression(field.Type, new TextValue(i.Text)))];
        return new MembershipExpression(field, new ListExpression(field.Type with { IsList = true }, literals));
    }

    private static TypedExpression? NoField(KindContext rule, JsonMember member, string name)
    {
        IEnumerable<string> known = rule.Schema.SelfAndAncestors(rule.Rule.Subject).SelectMany(t => t.Fields.Values.Concat(t.DerivedFields.Values))
            .Where(f => f.Type is FieldType.Bool or FieldType.Enum).Select(f => f.Name).Append("grades");
        rule.Problems.Add(new Diagnostic(DiagnosticCodes.AppliesToWhat, member.NameSpan, name, rule.Rule.Subject) { DidYouMean = NearestName.Of(name, known) });
        return null;
    }

    private static TypedExpression? DoesNotFit(KindContext rule, JsonMember member, string example)
    {
        rule.Problems.Report(DiagnosticCodes.AppliesToValue, member.Value.Span, member.Name, example);
        return null;
    }

    /// <summary>A keyed parameter without an entry for the row's key makes the whole rule not applicable to the row.</summary>
    private static TypedExpression WithEntries(JudgedForm form)
    {
        IEnumerable<ParameterExpression> keyed = form.Parts.OfType<ParameterExpression>().Where(p => p.Key is not null);
        return keyed.DistinctBy(p => (p.Name, p.Key)).Aggregate(form.Applies, (all, p) => Join(all, new ParameterEntryExpression(p.Name, p.Key!)));
    }
}
