using System.Collections.Immutable;
using System.Data.Common;
using ComplianceRules.Diagnostics;
using ComplianceRules.Engine;
using ComplianceRules.Facts;
using ComplianceRules.Findings;
using ComplianceRules.Sql;
using ComplianceRules.Sql.Layout;
using ComplianceRules.Sql.Running;
using ComplianceRules.Sql.Statements;
using ComplianceRules.Tests.Engine;

namespace ComplianceRules.Tests.Sql;

/// <summary>Holds what a database says of every row by every rule against what the engine says of the same tables.</summary>
/// <param name="catalogue">The checked packs.</param>
/// <param name="asOf">The day of assessment.</param>
internal sealed class SqlPair(Catalogue catalogue, DateOnly asOf)
{
    private static readonly Verdict[] Verdicts = [Verdict.NotApplicable, Verdict.Compliant, Verdict.NonCompliant, Verdict.Undetermined];

    /// <summary>How many verdicts were the same, by verdict.</summary>
    public Dictionary<Verdict, long> Seen { get; } = [];

    /// <summary>The reasons why rules were not written, with how many.</summary>
    public SortedDictionary<string, int> LeftOut { get; } = new(StringComparer.Ordinal);

    /// <summary>How many findings had a measure, and how many had none where the engine has one.</summary>
    public (int Of, int Without) Measured { get; private set; }

    /// <summary>How many rules of regions the database reduced, and how many not.</summary>
    public (int Of, int Without) Reduced { get; private set; }

    /// <summary>How many rules were written, and how many schools were in doubt among how many.</summary>
    public (int Rules, int Doubtful, int Schools) Count { get; private set; }

    /// <summary>What differs first; null where nothing does.</summary>
    /// <param name="database">The tables.</param>
    public string? Fault(MadeDatabase database)
    {
        Snapshot snapshot = database.Read();
        using Judgement judgement = Plan.For(catalogue, asOf).Judge(snapshot);
        SqlLayout layout = new SqlLayoutReader(catalogue.Schema, [.. database.Columns]).Named();
        SqlGroups groups = new(catalogue, asOf, database.Dialect, layout);
        List<string> regions = [];
        using (DbDataReader reader = database.Ask(new SqlStatement("SELECT DISTINCT COALESCE(\"region\", '') FROM \"school\"", [])))
        {
            while (reader.Read()) regions.Add(reader.GetString(0));
        }

        ImmutableArray<string> named = [.. Enumerable.Range(0, snapshot.Table(BaseTables.School).Count).Where(s => !snapshot.PacksOfSchool(s).IsEmpty).Select(s => snapshot.Table(BaseTables.School).Id(s))];
        foreach (SqlGroup group in groups.Of(regions, _ => true))
        {
            foreach (SqlRuleSet set in group.Sets)
            {
                if (Fault(database, snapshot, judgement, group.Schools with { Except = [.. group.Schools.Except, .. named] }, set) is { } fault) return fault;
            }
        }

        SqlPlan plan = SqlPlan.For(catalogue, asOf, database.Dialect);
        SqlOptions options = new() { Rest = SqlRest.JudgeInProcess };
        if (Counted(plan.CountAsync(database.Connection, options), snapshot, judgement) is { } wrong) return wrong;
        if (Found(take => plan.FindAsync(database.Connection, take, options), snapshot) is { } unlike) return unlike;
        if (!database.Nodes.IsEmpty && Counted(plan.CountAsync(database.Nodes, options), snapshot, judgement) is { } wrongOnNodes) return $"nodes: {wrongOnNodes}";
        if (!database.Nodes.IsEmpty && Found(take => plan.FindAsync(database.Nodes, take, options), snapshot) is { } unlikeOnNodes) return $"nodes: {unlikeOnNodes}";
        foreach (var left in groups.LeftOut.Values) LeftOut[left.Code.ToString()] = LeftOut.GetValueOrDefault(left.Code.ToString()) + 1;
        return null;
    }

    // With what SQL does not have judged in process, each rule has the counts of the engine.
    private string? Counted(Task<Checked<SqlCounts>> run, Snapshot snapshot, Judgement judgement)
    {
        Checked<SqlCounts> counted = run.GetAwaiter().GetResult();
        if (!counted.IsValid) return string.Join("\n", counted.Diagnostics);
        Reduced = (counted.Value.Reduced.Length, catalogue.Rules.Count(r => r.Rule.Subject == BaseTables.Region && r.Rule.Effective.Contains(asOf)) - counted.Value.Reduced.Length);
        for (int rule = 0; rule < judgement.Rules.Length; rule++)
        {
            VerdictCounts found = counted.Value.Of(judgement.Rules[rule]);
            if (found != judgement.CountsOf(rule)) return $"{judgement.Rules[rule]}: SQL and what was fetched {found}, engine {judgement.CountsOf(rule)}; {snapshot.Table(BaseTables.School).Count} schools";
        }

        return null;
    }

    // Each finding has the measure, the limit, its law and the margin of the engine's; few have none where the engine has one.
    private string? Found(Func<Func<SqlFinding, ValueTask>, Task<Checked<SqlCounts>>> find, Snapshot snapshot)
    {
        List<SqlFinding> found = [];
        Checked<SqlCounts> run = find(Take).GetAwaiter().GetResult();
        if (!run.IsValid) return string.Join("\n", run.Diagnostics);
        Finding[] expected = [.. Plan.For(catalogue, asOf).Run(snapshot, new RunOptions { EachRow = true }).Findings.Where(f => f.Subject is not null && f.Verdict is Verdict.NonCompliant or Verdict.Undetermined)];
        Dictionary<string, string> measures = expected.ToDictionary(f => $"{f.Pack} {f.Rule} {f.Verdict} {f.Severity} {f.Binding} {f.Subject} in {f.Place?.Region?.Text} {f.Source}", f => Measure(f.Observed, f.Limit, f.Margin, f.Unit, f.LimitSource, f.LimitTrail), StringComparer.Ordinal);
        foreach (SqlFinding f in found)
        {
            string head = $"{f.Pack} {f.Rule} {f.Verdict} {f.Severity} {f.Binding} {f.Subject} in {f.Region?.Text} {f.Source}";
            if (!measures.Remove(head, out string? measure)) return $"the engine does not find {head}";
            bool isMeasured = f.Observed is not null || f.Limit is not null;
            Measured = (Measured.Of + (isMeasured ? 1 : 0), Measured.Without + (!isMeasured && measure.Length > 0 ? 1 : 0));
            if (isMeasured && Measure(f.Observed, f.Limit, f.Margin, f.Unit, f.LimitSource, f.LimitTrail) != measure) return $"{head}: {Measure(f.Observed, f.Limit, f.Margin, f.Unit, f.LimitSource, f.LimitTrail)}, not {measure}";
        }

        return measures.Count == 0 ? null : $"the database does not find {measures.Keys.First()}";

        ValueTask Take(SqlFinding finding)
        {
            found.Add(finding);
            return ValueTask.CompletedTask;
        }
    }

    private static string Measure(FindingValue? observed, FindingValue? limit, FindingValue? margin, string? unit, FindingSource? law, ImmutableArray<ValueStep> trail) =>
        (observed ?? limit)?.Type is FieldType.Number or FieldType.Time or FieldType.Date ? $"{observed} against {limit} {unit}, margin {margin}, by {law}, {string.Join("; ", trail)}" : string.Empty;

    private string? Fault(MadeDatabase database, Snapshot snapshot, Judgement judgement, SqlSchools schools, SqlRuleSet set)
    {
        FactTable table = snapshot.Table(set.Table.Name);
        Dictionary<string, int> rows = Enumerable.Range(0, table.Count).ToDictionary(r => KeyOf(snapshot, table, r), StringComparer.Ordinal);
        HashSet<string> doubtful = [];
        if (set.Doubts(schools) is { } doubts)
        {
            using DbDataReader reader = database.Ask(doubts);
            while (reader.Read()) doubtful.Add(reader.GetString(0));
        }

        int[] numbers = [.. set.Rules.Select(r => judgement.Rules.IndexOf(r.Rule.FullId))];
        SqlStatement statement = set.Verdicts(schools with { Except = [.. schools.Except, .. doubtful] });
        using DbDataReader verdicts = database.Ask(statement);
        while (verdicts.Read())
        {
            string key = string.Join('/', Enumerable.Range(0, set.KeyCount).Select(k => RowId.Of(verdicts.GetString(k))));
            for (int i = 0; i < numbers.Length; i++)
            {
                Verdict said = Verdicts[verdicts.GetInt64(set.KeyCount + 1 + i)];
                Verdict? expected = rows.TryGetValue(key, out int row) ? judgement.VerdictOf(numbers[i], row) : null;
                if (said != expected) return $"{set.Rules[i].Rule.FullId} on {set.Table.Name} {key}: SQL {said}, engine {expected}\n{set.Rules[i].Verdict}\n{statement.Text}\n{string.Join(", ", statement.Parameters)}";
                Seen[said] = Seen.GetValueOrDefault(said) + 1;
            }
        }

        Count = (Count.Rules + numbers.Length, Count.Doubtful + doubtful.Count, Count.Schools + snapshot.Table(BaseTables.School).Count);
        return null;
    }

    private static string KeyOf(Snapshot snapshot, FactTable table, int row)
    {
        string key = table.Id(row);
        while (!table.Schema.HasGlobalIds)
        {
            row = table.Parent(row);
            table = snapshot.Table(table.Schema.Parent!);
            key = $"{table.Id(row)}/{key}";
        }

        return key;
    }
}
