using ComplianceRules.Engine;
using ComplianceRules.Facts;
using ComplianceRules.Findings;
using ComplianceRules.Interop;
using ComplianceRules.Tests;
using ComplianceRules.Tests.Interop;

namespace ComplianceRules.RulesEngine.Tests.Importing;

/// <summary>What an imported workflow says of rows, and what RulesEngine says of the same rows by the workflow itself.</summary>
internal sealed class ImportedVerdicts
{
    private static readonly DateOnly Day = new(2026, 9, 1);

    private readonly Dictionary<(string Rule, string Row), Verdict> _ours;
    private readonly WorkflowHost _host;
    private readonly ForeignRows[] _rows;
    private readonly Dictionary<string, string> _subjects;

    private ImportedVerdicts(string name, string inputs, params ReadOnlySpan<bool> mayBeNull)
    {
        Pack = ImportedWorkflows.OfFile("good", name).Value;
        Catalogue catalogue = ImportedWorkflows.Catalogue(Pack);
        Snapshot = new JsonSnapshotSource(RepositoryRoot.Combine($"{ImportedWorkflows.Folder}/inputs/{inputs}.json")).Read(catalogue.Schema, new SnapshotOptions(), CancellationToken.None).Value;
        Assessment judged = Plan.For(catalogue, Day).Run(Snapshot, new RunOptions { IncludeAll = true, EachRow = true });
        _ours = judged.Findings.ToDictionary(f => (f.Rule, f.Subject!.ToString()), f => f.Verdict);
        _subjects = catalogue.Packs.Find("imported")!.Rules.ToDictionary(r => r.Id, r => r.Subject, StringComparer.Ordinal);
        _host = new WorkflowHost(File.ReadAllText(RepositoryRoot.Combine($"{ImportedWorkflows.Folder}/good/{name}.json")));
        List<ForeignRows> rows = [];
        foreach (bool mayBe in mayBeNull) rows.Add(new ForeignRows(Snapshot, mayBe));
        _rows = [.. rows];
    }

    public ImportedPack Pack { get; }

    public Snapshot Snapshot { get; }

    /// <summary>On rows that have every fact; the application's types may be nullable or not.</summary>
    public static ImportedVerdicts OnWholeRows(string name) => new(name, "whole", false, true);

    /// <summary>On rows of which each lacks one fact.</summary>
    public static ImportedVerdicts OnRowsThatLackAFact(string name) => new(name, "missing", true);

    /// <summary>Both verdicts of every imported rule on every row; of RulesEngine several where several types of the application can be asked.</summary>
    public async Task<List<VerdictPair>> PairsAsync()
    {
        List<VerdictPair> pairs = [];
        foreach (ImportedRule rule in Pack.Rules.Where(r => r.Id is not null))
        {
            FactTable table = Snapshot.Table(_subjects[rule.Id!]);
            for (int row = 0; row < table.Count; row++)
            {
                string subject = $"{table.Schema.Name}:{table.Key(row)}";
                List<Verdict> theirs = [];
                foreach (ForeignRows rows in _rows) theirs.Add(await AskAsync(rule, table.Schema.Name == BaseTables.Class ? rows.OfClass(row) : rows.OfSchool(row)));
                pairs.Add(new VerdictPair(rule, table, row, _ours[($"imported/{rule.Id}", subject)], theirs));
            }
        }

        return pairs;
    }

    private async Task<Verdict> AskAsync(ImportedRule rule, Dictionary<string, object?> inputs)
    {
        IEnumerable<Finding> findings = await _host.RunAsync(rule.Workflow, new Subject("row", "1", null), inputs);
        return findings.Single(f => f.Rule == $"{rule.Workflow}/{rule.Name}").Verdict;
    }
}
