using ComplianceRules.Diagnostics;
using ComplianceRules.Facts;
using ComplianceRules.Findings;
using ComplianceRules.Interop;
using ComplianceRules.Tests.Interop;

namespace ComplianceRules.RulesEngine.Tests.Importing;

/// <summary>Workflows that were imported, held against RulesEngine itself.</summary>
public sealed class ImportedWorkflowTests
{
    public static TheoryData<string> Files => ImportedWorkflows.Files("good");

    [Theory]
    [MemberData(nameof(Files))]
    public async Task With_all_facts_both_say_the_same(string name)
    {
        List<VerdictPair> pairs = await ImportedVerdicts.OnWholeRows(name).PairsAsync();
        Assert.NotEmpty(pairs);
        Assert.All(pairs, pair => Assert.Contains(pair.Theirs, v => v != Verdict.Undetermined));
        Assert.Equal([], pairs.Where(p => p.Theirs.Any(v => v != Verdict.Undetermined && v != p.Ours)).Select(p => p.ToString()));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public async Task Where_a_fact_is_missing_both_differ_as_was_told_beside_the_rule(string name)
    {
        ImportedVerdicts verdicts = ImportedVerdicts.OnRowsThatLackAFact(name);
        List<string> faults = [];
        List<VerdictPair> pairs = await verdicts.PairsAsync();
        // What RulesEngine cannot read of types that may be null (the year of such a day, say) it never gets a null of.
        HashSet<string> readable = [.. pairs.Where(p => p.Theirs[0] != Verdict.Undetermined).Select(p => p.Rule.Id!)];
        Assert.NotEmpty(readable);
        foreach (VerdictPair pair in pairs.Where(p => readable.Contains(p.Rule.Id!)))
        {
            if (pair.Ours == pair.Theirs[0] && pair.Ours != Verdict.Undetermined) continue;
            string[] lacks = Lacks(verdicts.Snapshot, pair.Table, pair.Row);
            Diagnostic[] told = [.. pair.Rule.Diagnostics.Where(d => d.Code == DiagnosticCodes.NullDiffers && lacks.Contains(Last(d.Arguments[0])))];
            if (!told.Any(d => Says(d.Arguments[1], pair.Theirs[0]) && Says(d.Arguments[2], pair.Ours))) faults.Add($"{pair}, without {string.Join(", ", lacks)}: {string.Join("; ", pair.Rule.Diagnostics)}");
        }

        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    private static string Last(string path) => path.Split('.')[^1];

    private static bool Says(string told, Verdict verdict) => told.Split(" / ").Contains(verdict switch
    {
        Verdict.Compliant => "true",
        Verdict.NonCompliant => "false",
        _ => told.Contains("fails", StringComparison.Ordinal) ? "fails" : "undetermined",
    });

    // The facts and lists that are unknown of the row, of its school, and of the rows below it.
    private static string[] Lacks(Snapshot snapshot, FactTable table, int row)
    {
        List<string> lacks = [.. Unknown(table, row)];
        if (table.Schema.Name == BaseTables.Class) lacks.AddRange(Unknown(snapshot.Table(BaseTables.School), table.Parent(row)));
        ChildList? list = snapshot.Table(BaseTables.School).List("classes");
        int school = table.Schema.Name == BaseTables.School ? row : table.Parent(row);
        if (list is null || !list.IsReported(school)) return [.. lacks, "classes"];
        FactTable classes = snapshot.Table(BaseTables.Class);
        (int start, int end) = list.Rows(school);
        for (int below = start; below < end; below++) lacks.AddRange(Unknown(classes, below));
        return [.. lacks.Distinct(StringComparer.Ordinal)];
    }

    private static IEnumerable<string> Unknown(FactTable table, int row) => table.Columns.Where(c => !c.IsKnown(row)).Select(c => c.Field.Name);
}
