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

    private ImportedVerdicts(ImportedPack pack, string workflows, ISnapshotSource source, params ReadOnlySpan<ForeignTypes> types)
    {
        Pack = pack;
        Catalogue catalogue = ImportedWorkflows.Catalogue(Pack);
        Snapshot = source.Read(catalogue.Schema, new SnapshotOptions(), CancellationToken.None).Value;
        Assessment judged = Plan.For(catalogue, Day).Run(Snapshot, new RunOptions { IncludeAll = true, EachRow = true });
        _ours = judged.Findings.ToDictionary(f => (f.Rule, f.Subject!.ToString()), f => f.Verdict);
        _subjects = catalogue.Packs.Find("imported")!.Rules.ToDictionary(r => r.Id, r => r.Subject, StringComparer.Ordinal);
        _host = new WorkflowHost(workflows);
        List<ForeignRows> rows = [];
        foreach (ForeignTypes type in types) rows.Add(new ForeignRows(Snapshot, type));
        _rows = [.. rows];
    }

    public ImportedPack Pack { get; }

    public Snapshot Snapshot { get; }

    /// <summary>On rows that have every fact; the application's types may be nullable or not.</summary>
    public static ImportedVerdicts OnWholeRows(string name) => OfFiles(name, "whole", ForeignTypes.Plain, ForeignTypes.Nullable);

    /// <summary>On rows of which each lacks one fact.</summary>
    public static ImportedVerdicts OnRowsThatLackAFact(string name) => OfFiles(name, "missing", ForeignTypes.Nullable);

    /// <summary>On rows that were made.</summary>
    /// <param name="pack">What the workflows became.</param>
    /// <param name="workflows">The workflows.</param>
    /// <param name="rows">The snapshot as JSON.</param>
    /// <param name="types">What facts may be in the application.</param>
    public static ImportedVerdicts OnMadeRows(ImportedPack pack, string workflows, byte[] rows, params ReadOnlySpan<ForeignTypes> types) =>
        new(pack, workflows, new JsonSnapshotSource(() => new MemoryStream(rows), "made.json"), types);

    /// <summary>Both verdicts of every imported rule on every row; of RulesEngine several where several types of the application can be asked.</summary>
    public async Task<List<VerdictPair>> PairsAsync()
    {
        List<VerdictPair> pairs = [];
        foreach (IGrouping<(string Workflow, string Table), ImportedRule> rules in Pack.Rules.Where(r => r.Id is not null).GroupBy(r => (r.Workflow, _subjects[r.Id!])))
        {
            FactTable table = Snapshot.Table(rules.Key.Table);
            for (int row = 0; row < table.Count; row++) pairs.AddRange(await PairsAsync(rules.Key.Workflow, rules, table, row));
        }

        return pairs;
    }

    private static ImportedVerdicts OfFiles(string name, string inputs, params ReadOnlySpan<ForeignTypes> types)
    {
        string workflows = File.ReadAllText(RepositoryRoot.Combine($"{ImportedWorkflows.Folder}/good/{name}.json"));
        JsonSnapshotSource rows = new(RepositoryRoot.Combine($"{ImportedWorkflows.Folder}/inputs/{inputs}.json"));
        return new ImportedVerdicts(ImportedWorkflows.OfFile("good", name).Value, workflows, rows, types);
    }

    private async Task<List<VerdictPair>> PairsAsync(string workflow, IEnumerable<ImportedRule> rules, FactTable table, int row)
    {
        List<Dictionary<string, Finding>> theirs = [];
        foreach (ForeignRows rows in _rows)
        {
            Dictionary<string, object?> inputs = table.Schema.Name == BaseTables.Class ? rows.OfClass(row) : rows.OfSchool(row);
            theirs.Add((await _host.RunAsync(workflow, new Subject("row", "1", null), inputs)).ToDictionary(f => f.Rule, StringComparer.Ordinal));
        }

        string subject = $"{table.Schema.Name}:{table.Key(row)}";
        return [.. rules.Select(rule => new VerdictPair(rule, table, row, _ours[($"imported/{rule.Id}", subject)], [.. theirs.Select(t => t[$"{workflow}/{rule.Name}"])]))];
    }
}
