using ComplianceRules.Diagnostics;
using ComplianceRules.Expressions;
using ComplianceRules.Facts;
using ComplianceRules.Kinds;
using ComplianceRules.Packs;

namespace ComplianceRules.Engine;

/// <summary>Checks the <c>seasonOf</c> of rules.</summary>
internal static class SeasonChoice
{
    /// <summary>The date that chooses the season of a rule's parameters: the field of that name that the subject or the nearest row above reports; null where the day of assessment chooses it.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="schema">The tables and fields that its pack may speak of.</param>
    /// <param name="problems">Takes what is wrong.</param>
    public static FieldExpression? DateOf(Rule rule, FactSchema schema, DiagnosticBag problems)
    {
        if (rule.SeasonOf is not { } written) return null;
        TableSchema[] tables = [.. schema.SelfAndAncestors(rule.Subject)];
        if (tables.FirstOrDefault(t => t.Fact(written.Text) is not null) is { } table && table.Field(written.Text) is { Type: FieldType.Date } field)
            return new FieldExpression(new RowPath(0, table.Name), field);
        string? near = NearestName.Of(written.Text, tables.SelectMany(t => t.Fields.Values).Where(f => f.Type == FieldType.Date).Select(f => f.Name));
        problems.Add(new Diagnostic(DiagnosticCodes.SeasonOfNoDate, written.Span, written.Text, rule.Subject) { DidYouMean = near });
        return null;
    }

    /// <summary>Reports a choice that chooses nothing.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="form">What it became.</param>
    /// <param name="problems">Takes what is wrong.</param>
    public static void CheckUse(Rule rule, JudgedForm form, DiagnosticBag problems)
    {
        if (rule.SeasonOf is { } written && !form.Parts.OfType<ParameterExpression>().Any()) problems.Report(DiagnosticCodes.SeasonOfNothing, written.Span, rule.Id);
    }
}
