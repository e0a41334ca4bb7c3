using System.Collections.Immutable;
using ComplianceRules.Diagnostics;
using ComplianceRules.Engine;
using ComplianceRules.Expressions;

namespace ComplianceRules.Interop;

/// <summary>Makes the workflows of one stack.</summary>
/// <param name="catalogue">The checked packs.</param>
/// <param name="stack">The stack.</param>
/// <param name="asOf">The day of assessment.</param>
internal sealed class WorkflowExportMaker(Catalogue catalogue, PackStack stack, DateOnly asOf)
{
    private readonly DayWaivers? _waivers = DayWaivers.Of(catalogue.Waivers, asOf);
    private readonly List<Diagnostic> _leftOut = [];

    /// <summary>Makes them.</summary>
    /// <param name="name">What the names of the workflows begin with.</param>
    /// <param name="isWanted">Which rules are wanted.</param>
    public ExportedWorkflows Make(string name, Func<CheckedRule, bool> isWanted)
    {
        ImmutableArray<ExportedWorkflow>.Builder workflows = ImmutableArray.CreateBuilder<ExportedWorkflow>();
        IEnumerable<CheckedRule> rules = catalogue.Rules.Where(r => r.Rule.Effective.Contains(asOf) && stack.Judges(r) && isWanted(r));
        foreach (IGrouping<string, CheckedRule> table in rules.GroupBy(r => r.Rule.Subject, StringComparer.Ordinal).OrderBy(t => t.Key, StringComparer.Ordinal))
        {
            ExportedRowShape row = new(table.Key);
            ImmutableArray<ExportedRule> written = [.. table.Select(r => Written(r, row)).OfType<ExportedRule>()];
            if (!written.IsEmpty) workflows.Add(new ExportedWorkflow($"{name}/{table.Key}", row.Done(), written));
        }

        return new ExportedWorkflows(asOf, workflows.ToImmutable(), [.. _leftOut.OrderBy(d => d.Arguments[0], StringComparer.Ordinal)]);
    }

    private ExportedRule? Written(CheckedRule rule, ExportedRowShape row)
    {
        if (catalogue.Schema.IsPersonal(rule.Rule.Subject)) return LeftOut(rule, new DynamicRefusal(DiagnosticCodes.ExportOfPersons, null));
        if (WaiverOf(rule) is { } waiver) return LeftOut(rule, new DynamicRefusal(DiagnosticCodes.ExportWaived, waiver.Written.Place.ToString()));
        ExportedRowShape read = new(rule.Rule.Subject);
        DynamicRuleWriter writer = new(catalogue.Schema, stack.ParametersOf(rule.Pack.Id), asOf);
        ImmutableArray<DynamicFrame> frames = [new DynamicFrame("input1", read)];
        DynamicTruth applies = writer.Truth(rule.Form.Applies, frames);
        DynamicTruth holds = writer.Truth(rule.Form.Holds, frames);
        if (writer.Refusal is { } refusal) return LeftOut(rule, refusal);
        row.Add(read);
        return new ExportedRule
        {
            Id = rule.Id,
            Pack = rule.Pack.Id,
            Title = rule.Rule.Title,
            Area = rule.Rule.Area,
            Severity = RuleSeverity.Of(rule, asOf).Severity,
            Binding = rule.Rule.Binding,
            Source = rule.Source,
            Remedy = rule.Rule.Remedy,
            Unit = FindingMaker.UnitOf(rule),
            Limits = [.. LimitsOf(rule)],
            Kept = DynamicTest.Or(applies.False, DynamicTest.And(applies.True, holds.True)).Text,
            Broken = DynamicTest.And(applies.True, holds.False).Text,
        };
    }

    private CheckedWaiver? WaiverOf(CheckedRule rule) =>
        _waivers?.InForce(rule).Select(w => _waivers.All[w]).FirstOrDefault(w => w.Pack is null || stack.Packs.Contains(w.Pack.Id));

    private ExportedRule? LeftOut(CheckedRule rule, DynamicRefusal refusal)
    {
        string[] arguments = refusal.What is { } what ? [rule.FullId, what] : [rule.FullId];
        _leftOut.Add(new Diagnostic(refusal.Code, rule.Rule.Place, arguments));
        return null;
    }

    private IEnumerable<ExportedLimit> LimitsOf(CheckedRule rule)
    {
        ParameterSources sources = new(stack, rule.Pack.Id, catalogue.Scopes);
        IEnumerable<ParameterExpression> read = rule.Form.Parts.OfType<ParameterExpression>().DistinctBy(p => (p.Name, (p.Key as LiteralExpression)?.Value.Text, p.Type.Scale));
        foreach (ParameterExpression parameter in read)
        {
            IEnumerable<string?> keys = parameter.Key switch
            {
                null => [null],
                LiteralExpression written => [written.Value.Text],
                _ => stack.KeysOf(rule.Pack.Id, parameter.Name),
            };
            foreach (string? key in keys)
            {
                if (sources.Resolved(parameter, key, null) is { } value) yield return new ExportedLimit(parameter.Name, key, sources.TrailOf(parameter.Type.Kind, value));
            }
        }
    }
}
