using System.Collections.Immutable;
using ComplianceRules.Cases;
using ComplianceRules.Diagnostics;
using ComplianceRules.Engine;
using ComplianceRules.Facts;
using ComplianceRules.Findings;
using ComplianceRules.Interop;
using ComplianceRules.Packs;

namespace ComplianceRules.RulesEngine.Tests;

/// <summary>Judges the cases that packs bring along both ways: every row of a case by the rules of its pack that cases of the day speak of.</summary>
internal sealed class JudgedCases(Catalogue catalogue)
{
    private readonly Dictionary<string, HostedWorkflow> _workflows = new(StringComparer.Ordinal);

    /// <summary>The rules that were judged, by full id.</summary>
    public HashSet<string> Rules { get; } = new(StringComparer.Ordinal);

    /// <summary>The rules that are left out on the days of the cases, with their codes.</summary>
    public Dictionary<string, string> LeftOut { get; } = new(StringComparer.Ordinal);

    /// <summary>How often the library gave each verdict.</summary>
    public Dictionary<Verdict, int> Seen { get; } = [];

    public async Task Judge(RulePack pack)
    {
        DiagnosticBag problems = new();
        foreach (IGrouping<DateOnly, PackCase> day in CaseFiles.Of(pack).SelectMany(f => new CaseReader(pack.Language, problems).Read(f)).GroupBy(c => c.AsOf))
        {
            ExportedWorkflows exported = WorkflowExport.OfPack(catalogue, pack.Id, day.Key);
            foreach (Diagnostic left in exported.LeftOut) LeftOut[left.Arguments[0]] = left.Code + (left.Arguments.Length > 1 ? $" {left.Arguments[1]}" : string.Empty);
            Plan plan = Plan.For(catalogue, day.Key);
            HashSet<string> expected = [.. day.SelectMany(c => c.Expectations).Select(e => e.Rule[(e.Rule.IndexOf('/', StringComparison.Ordinal) + 1)..])];
            ImmutableArray<HostedWorkflow> workflows = [.. exported.Workflows.Select(w => Only(w, expected)).Where(w => !w.Rules.IsEmpty).Select(ReadyFor)];
            foreach (PackCase one in day.Where(c => c.Parameters.IsEmpty)) await Judge(one, pack, plan, workflows);
        }
    }

    private async Task Judge(PackCase one, RulePack pack, Plan plan, ImmutableArray<HostedWorkflow> workflows)
    {
        Snapshot snapshot = CaseSnapshotReader.Read(catalogue.Schema, one.Facts.Bytes, one.Facts.Span, one.Calendar).Value;
        Assessment assessment = plan.RunCase((snapshot, null), plan.StackOf(pack), [], [], default).Assessment;
        Dictionary<(string, string, string), Verdict> expected = assessment.Findings.ToDictionary(f => (f.Rule, f.Pack, f.Subject!.ToString()), f => f.Verdict);
        (RowObjects objects, HostedFindings made) = (new RowObjects(snapshot), new HostedFindings(snapshot));
        foreach (HostedWorkflow workflow in workflows)
        {
            for (int row = 0; row < snapshot.Table(workflow.Row.Table).Count; row++)
            {
                foreach (Finding finding in await RulesEngineHost.JudgedAsync(workflow, objects, made, row))
                {
                    Verdict verdict = expected[(finding.Rule, finding.Pack, finding.Subject!.ToString())];
                    Verdict alike = verdict == Verdict.NotApplicable ? Verdict.Compliant : verdict;
                    Assert.True(alike == finding.Verdict, $"{one.Place} {finding.Rule} of {finding.Pack} on {finding.Subject}: {finding.Verdict}, not {verdict}: {finding.Message.English}");
                    Seen[verdict] = Seen.GetValueOrDefault(verdict) + 1;
                    Rules.Add($"{finding.Pack}/{finding.Rule[(finding.Rule.IndexOf('/', StringComparison.Ordinal) + 1)..]}");
                }
            }
        }
    }

    // What takes time is compiling; of rules that no case of the day speaks of every row is undetermined.
    private static ExportedWorkflow Only(ExportedWorkflow workflow, HashSet<string> ids) =>
        workflow with { Rules = [.. workflow.Rules.Where(r => ids.Contains(r.Id[(r.Id.IndexOf('/', StringComparison.Ordinal) + 1)..]))] };

    // Days on which nothing changed share their workflows.
    private HostedWorkflow ReadyFor(ExportedWorkflow workflow)
    {
        string text = $"{workflow.Name}\n{string.Join('\n', workflow.Rules.Select(r => $"{r.Id}\n{r.Kept}\n{r.Broken}"))}";
        if (!_workflows.TryGetValue(text, out HostedWorkflow? known)) _workflows.Add(text, known = new HostedWorkflow(workflow));
        return known;
    }
}
