using System.Collections.Immutable;
using ComplianceRules.Diagnostics;
using ComplianceRules.Engine;
using ComplianceRules.Facts;
using ComplianceRules.Findings;
using ComplianceRules.Json;
using ComplianceRules.Packs;

namespace ComplianceRules.Cases;

/// <summary>Judges the cases of one pack: under the pack and everything further out.</summary>
/// <remarks>For one thread.</remarks>
/// <param name="catalogue">The checked packs.</param>
/// <param name="pack">The pack.</param>
/// <param name="problems">Takes what is wrong with the cases themselves.</param>
internal sealed class CaseJudge(Catalogue catalogue, RulePack pack, DiagnosticBag problems)
{
    private readonly Dictionary<DateOnly, Plan> _plans = [];
    private readonly WaiverChecker _waivers = new(WaiverScope.Of(pack, catalogue.Scopes, catalogue.Schema), (name, _) => catalogue.Scopes.Instrument(pack, name), problems);

    /// <summary>Runs one case.</summary>
    /// <param name="case">The case.</param>
    /// <param name="cancellation">Stops the run.</param>
    /// <returns>The result; null where trouble has been reported.</returns>
    public CaseResult? Judge(PackCase @case, CancellationToken cancellation)
    {
        Snapshot? facts = Read(@case.Facts, @case.Calendar);
        Snapshot? previous = @case.Previous is null ? null : Read(@case.Previous, null);
        int before = problems.Count;
        ImmutableArray<CheckedWaiver> waivers = [.. _waivers.Check(@case.Waivers)];
        bool known = @case.Expectations.All(IsKnown) && problems.Count == before;
        if (facts is null || !known || (@case.Previous is not null && previous is null)) return null;
        if (!_plans.TryGetValue(@case.AsOf, out Plan? plan)) _plans.Add(@case.AsOf, plan = Plan.For(catalogue, @case.AsOf));
        PackStack stack = CaseParameters.Lay(@case.Parameters, plan.StackOf(pack), catalogue.BookOf(pack), problems);
        Assessment assessment = plan.RunCase((facts, previous), stack, waivers, cancellation);
        ImmutableArray<LocalText> failures = [.. @case.Expectations.SelectMany(e => ExpectationCheck.Failures(e, RulesOf(e).SelectMany(r => new[] { r.Id, r.FullId }).Distinct(StringComparer.Ordinal), Written(assessment, @case.Facts)))];
        return new CaseResult(pack.Id, @case.Name, @case.Place, failures);
    }

    private Snapshot? Read(JsonNode rows, SchoolCalendar? calendar)
    {
        Checked<Snapshot> read = CaseSnapshotReader.Read(catalogue.Schema, rows.Bytes, rows.Span, calendar);
        problems.AddRange(read.Diagnostics);
        return read.IsValid ? read.Value : null;
    }

    /// <summary>The findings without those on regions above, which the reader makes and no author writes.</summary>
    private static Assessment Written(Assessment assessment, JsonNode facts)
    {
        HashSet<string> codes = new(CodesIn(facts[BaseTables.Region]), StringComparer.Ordinal);
        return codes.Count == 0
            ? assessment
            : assessment with { Findings = [.. assessment.Findings.Where(f => f.Subject!.Table != BaseTables.Region || codes.Contains(f.Subject.Id))] };
    }

    private static IEnumerable<string> CodesIn(JsonNode? regions) =>
        (regions?.Items ?? []).SelectMany(region => CodesIn(region["regions"]).Append(region["code"]?.Text ?? region["id"]?.Text ?? string.Empty));

    private IEnumerable<CheckedRule> RulesOf(CaseExpectation expectation) =>
        catalogue.Rules.Where(r => r.IsNamed(expectation.Rule) && catalogue.Scopes.Of(pack).Contains(r.Pack));

    private bool IsKnown(CaseExpectation expectation)
    {
        if (RulesOf(expectation).Any()) return true;
        IEnumerable<string> known = catalogue.Rules.Where(r => catalogue.Scopes.Of(pack).Contains(r.Pack)).SelectMany(r => r.Names);
        problems.Add(new Diagnostic(DiagnosticCodes.CaseOfUnknownRule, expectation.Place, expectation.Rule, pack.Id) { DidYouMean = NearestName.Of(expectation.Rule, known) });
        return false;
    }
}
