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
/// <param name="plans">The plans of the days that cases are judged on.</param>
/// <param name="problems">Takes what is wrong with the cases themselves.</param>
internal sealed class CaseJudge(Catalogue catalogue, RulePack pack, CasePlans plans, DiagnosticBag problems)
{
    private readonly ParameterBook _book = catalogue.BookOf(pack);
    private readonly ImmutableArray<CheckedRule> _rules = [.. catalogue.Rules.Where(r => catalogue.Scopes.Of(pack).Contains(r.Pack))];
    private readonly PackTally _tally = new(catalogue, pack);
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
        Plan plan = plans.On(@case.AsOf);
        PackStack stack = CaseParameters.Lay(@case.Parameters, plan.StackOf(pack), _book, problems);
        (Assessment assessment, RuleJudge judge) = plan.RunCase((facts, previous), stack, NamesOf(@case), waivers, cancellation);
        JudgedCase judged = new(facts, stack, judge, assessment) { Regions = new HashSet<string>(CodesIn(@case.Facts[BaseTables.Region]), StringComparer.Ordinal) };
        _tally.Add(@case, judged);
        ImmutableArray<CaseCheck> checks = [.. @case.Expectations.Select(e => Check(e, judged))];
        return new CaseResult(pack.Id, @case.Name, @case.Place, [.. checks.SelectMany(c => c.Failures)]) { Checks = checks };
    }

    /// <summary>What the cases that ran show of the pack's rules.</summary>
    public IEnumerable<RuleCoverage> Coverage() => _tally.Coverage();

    private CaseCheck Check(CaseExpectation expectation, JudgedCase judged)
    {
        IEnumerable<string> rules = RulesOf(expectation).SelectMany(r => new[] { r.Id, r.FullId }).Distinct(StringComparer.Ordinal);
        return new CaseCheck(expectation.Rule, expectation.Subject, [.. ExpectationCheck.Failures(expectation, rules, judged)]);
    }

    private ImmutableArray<string> NamesOf(PackCase @case) => [.. @case.Expectations.SelectMany(RulesOf).Select(r => r.FullId).Distinct(StringComparer.Ordinal)];

    private Snapshot? Read(JsonNode rows, SchoolCalendar? calendar)
    {
        Checked<Snapshot> read = CaseSnapshotReader.Read(catalogue.Schema, rows.Bytes, rows.Span, calendar);
        problems.AddRange(read.Diagnostics);
        return read.IsValid ? read.Value : null;
    }

    private static IEnumerable<string> CodesIn(JsonNode? regions) =>
        (regions?.Items ?? []).SelectMany(region => CodesIn(region["regions"]).Append(region["code"]?.Text ?? region["id"]?.Text ?? string.Empty));

    private IEnumerable<CheckedRule> RulesOf(CaseExpectation expectation) =>
        _rules.Where(r => r.IsNamed(expectation.Rule));

    private bool IsKnown(CaseExpectation expectation)
    {
        if (RulesOf(expectation).Any()) return true;
        problems.Add(new Diagnostic(DiagnosticCodes.CaseOfUnknownRule, expectation.Place, expectation.Rule, pack.Id) { DidYouMean = NearestName.Of(expectation.Rule, _rules.SelectMany(r => r.Names)) });
        return false;
    }
}
