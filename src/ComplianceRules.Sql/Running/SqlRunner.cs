using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Data.Common;
using System.Globalization;
using ComplianceRules.Diagnostics;
using ComplianceRules.Engine;
using ComplianceRules.Facts;
using ComplianceRules.Findings;

namespace ComplianceRules.Sql.Running;

/// <summary>Counts the verdicts of one run, or finds the rows that break rules or are not decided.</summary>
/// <param name="catalogue">The checked packs.</param>
/// <param name="plan">Judges what SQL does not.</param>
/// <param name="dialect">How the database wants to be asked.</param>
/// <param name="options">What to judge.</param>
/// <param name="take">Takes findings; null where verdicts are counted.</param>
internal sealed class SqlRunner(Catalogue catalogue, Plan plan, SqlDialect dialect, SqlOptions options, Func<SqlFinding, ValueTask>? take = null)
{
    private readonly SqlTally _tally = new(catalogue, plan.AsOf);
    private readonly HashSet<string> _inProcess = new(StringComparer.Ordinal);

    /// <summary>Runs.</summary>
    /// <param name="nodes">The nodes.</param>
    /// <returns>The counts, none where findings were taken.</returns>
    public async Task<Checked<SqlCounts>> RunAsync(SqlNodes nodes)
    {
        SqlNodeCheck check = new(dialect, catalogue.Schema, options.Mapping);
        SqlStored stored = await check.StoredAsync(nodes).ConfigureAwait(false);
        if (!check.Found.IsEmpty) return new Checked<SqlCounts>(new SqlCounts(plan.AsOf, []), check.Found);
        SqlGroups groups = new(catalogue, plan.AsOf, dialect, stored.Layout);
        SqlSeals seals = new(dialect, stored.Layout);
        await seals.TakeAsync(nodes, [BaseTables.School]).ConfigureAwait(false);
        List<string> all = await RegionsAsync(nodes, stored.Layout).ConfigureAwait(false);
        ImmutableArray<string> regions = [.. all.Distinct(StringComparer.Ordinal).Where(IsWanted)];
        ImmutableArray<SqlNamedSchool> named = [.. (await NamedAsync(nodes, stored.Layout).ConfigureAwait(false)).Where(s => IsWanted(s.Region))];
        groups.Note(named, options.Run.Selects);
        ImmutableArray<SqlGroup> found = groups.Of(regions, options.Run.Selects, take is not null);
        SqlFetch fetch = new(catalogue, dialect, stored);
        SqlReduction reduction = Reduction(nodes, fetch, stored, all);
        groups.LeaveOutNoMore(reduction.Rules);
        bool fetchesRest = options.Rest == SqlRest.JudgeInProcess && groups.LeftOut.Count > 0;
        ImmutableArray<string> tables = [.. found.SelectMany(g => g.Sets).SelectMany(s => s.Tables).Concat(reduction.Tables.SelectMany(t => t.Tables))];
        await seals.TakeAsync(nodes, fetchesRest ? stored.Layout.Tables.Keys : tables).ConfigureAwait(false);
        ImmutableArray<Diagnostic> problems = await new SqlKeyCheck(dialect, stored.Layout).FindAsync(nodes, tables).ConfigureAwait(false);
        ImmutableArray<string> apart = [.. named.Select(s => s.School)];
        foreach (SqlGroup group in problems.IsEmpty ? found : [])
        {
            foreach (SqlRuleSet set in group.Sets)
            {
                if (problems.IsEmpty) problems = await JudgeAsync(nodes, fetch, set, group.Schools with { Except = [.. group.Schools.Except, .. apart] }).ConfigureAwait(false);
            }
        }

        if (problems.IsEmpty && !apart.IsEmpty) problems = await FetchedAsync(nodes, fetch, new SqlSchools { Only = apart }, [.. RulesWanted().Except(groups.LeftOut.Keys).Except(reduction.Rules)]).ConfigureAwait(false);
        if (problems.IsEmpty && reduction.Rules.Count > 0) problems = await ReduceAsync(nodes, fetch, reduction).ConfigureAwait(false);
        if (problems.IsEmpty && fetchesRest) problems = await FetchedAsync(nodes, fetch, new SqlSchools(), [.. groups.LeftOut.Keys]).ConfigureAwait(false);
        if (problems.IsEmpty) problems = await seals.BrokenAsync(nodes).ConfigureAwait(false);
        return Result(problems, groups, fetchesRest, reduction);
    }

    private Checked<SqlCounts> Result(ImmutableArray<Diagnostic> problems, SqlGroups groups, bool fetchesRest, SqlReduction reduction)
    {
        SqlCounts counts = new(plan.AsOf, _tally.Counts())
        {
            LeftOut = fetchesRest ? [] : SqlPlan.LeftOutOf(groups),
            InProcess = fetchesRest ? [.. groups.LeftOut.Keys.Order(StringComparer.Ordinal)] : [],
            Reduced = [.. reduction.Rules.Order(StringComparer.Ordinal)],
            SchoolsInProcess = _inProcess.Count,
        };
        return new Checked<SqlCounts>(counts, problems);
    }

    private async Task<ImmutableArray<Diagnostic>> JudgeAsync(SqlNodes nodes, SqlFetch fetch, SqlRuleSet set, SqlSchools schools)
    {
        (List<string> doubtful, ImmutableArray<Diagnostic> tooMany) = await DoubtfulAsync(nodes, set.Table, set.Doubts(schools)).ConfigureAwait(false);
        if (!tooMany.IsEmpty) return tooMany;
        ImmutableArray<string> rules = [.. set.Rules.Select(r => r.Rule.FullId)];
        SqlSchools sure = schools with { Except = [.. schools.Except, .. doubtful] };
        if (take is null) await nodes.ReadAsync(set.Counts(sure), r => Add(r, rules)).ConfigureAwait(false);
        else await FindAsync(nodes, set, sure, take).ConfigureAwait(false);
        return doubtful.Count == 0 ? [] : await FetchedAsync(nodes, fetch, new SqlSchools { Only = [.. doubtful] }, rules).ConfigureAwait(false);
    }

    private async Task FindAsync(SqlNodes nodes, SqlRuleSet set, SqlSchools schools, Func<SqlFinding, ValueTask> take)
    {
        SqlFindingReader reader = new(set, catalogue.Scopes, catalogue.Schema.FormerCodes, plan.AsOf);
        await nodes.ReadAsync(set.Findings(schools), async row =>
        {
            foreach (SqlFinding finding in reader.Read(row)) await take(finding).ConfigureAwait(false);
        }).ConfigureAwait(false);
    }

    private async Task<(List<string> Schools, ImmutableArray<Diagnostic> TooMany)> DoubtfulAsync(SqlNodes nodes, TableSchema table, SqlStatement? doubts)
    {
        List<string> doubtful = doubts is null ? [] : await nodes.TextsAsync(doubts).ConfigureAwait(false);
        _inProcess.UnionWith(doubtful);
        if (_inProcess.Count <= options.MostDoubtfulSchools) return (doubtful, []);
        (string found, string most) = (_inProcess.Count.ToString(CultureInfo.InvariantCulture), options.MostDoubtfulSchools.ToString(CultureInfo.InvariantCulture));
        return (doubtful, [new Diagnostic(DiagnosticCodes.SqlDoubtful, SourceSpan.Whole(table.Name), table.Name, found, most)]);
    }

    private async Task<ImmutableArray<Diagnostic>> FetchedAsync(SqlNodes nodes, SqlFetch fetch, SqlSchools schools, ImmutableArray<string> rules)
    {
        _inProcess.UnionWith(schools.Only ?? []);
        Checked<Snapshot> facts = fetch.Read(nodes, schools, Chosen(rules));
        if (facts.IsValid) await InProcess(nodes).JudgeAsync(catalogue, plan, facts.Value, Chosen(rules)).ConfigureAwait(false);
        return facts.IsValid ? [] : facts.Diagnostics;
    }

    // Tables that are no school's are read as they stand; where a mapping says of them what they are, it is one for all tables.
    private SqlReduction Reduction(SqlNodes nodes, SqlFetch fetch, SqlStored stored, IEnumerable<string> regions)
    {
        bool isMapped = stored.Mapping?.Tables.Any(t => !SqlLayout.IsBelowSchool(catalogue.Schema, t.Table.Name)) == true;
        bool isAsked = !isMapped && catalogue.Rules.Any(r => r.Rule.Subject == BaseTables.Region && options.Run.Selects(r));
        return new SqlReducer(catalogue, plan.AsOf, dialect, stored.Layout).Of(isAsked ? regions.Concat(fetch.Regions(nodes)) : [], r => isAsked && options.Run.Selects(r));
    }

    private async Task<ImmutableArray<Diagnostic>> ReduceAsync(SqlNodes nodes, SqlFetch fetch, SqlReduction reduction)
    {
        HashSet<string> doubtful = new(StringComparer.Ordinal);
        foreach (SqlReducedTable table in reduction.Tables)
        {
            (List<string> found, ImmutableArray<Diagnostic> tooMany) = await DoubtfulAsync(nodes, table.Schema, table.Doubts(new SqlSchools())).ConfigureAwait(false);
            if (!tooMany.IsEmpty) return tooMany;
            doubtful.UnionWith(found);
        }

        ImmutableArray<string> apart = [.. doubtful.Order(StringComparer.Ordinal)];
        Checked<Snapshot>? facts = apart.IsEmpty ? null : fetch.Read(nodes, new SqlSchools { Only = apart }, Chosen(reduction.Rules));
        if (facts is { IsValid: false }) return facts.Diagnostics;
        Checked<Snapshot> read = await new SqlReducedFacts(reduction, plan.AsOf).ReadAsync(nodes, fetch.TablesOfNoSchool(nodes, reduction.Own), new SqlSchools { Except = apart }, facts?.Value).ConfigureAwait(false);
        if (!read.IsValid) return read.Diagnostics;
        await InProcess(nodes).JudgeAsync(reduction.Catalogue, Plan.For(reduction.Catalogue, plan.AsOf), read.Value, Chosen(reduction.Rules)).ConfigureAwait(false);
        return [];
    }

    private SqlInProcess InProcess(SqlNodes nodes) => new(_tally, take, nodes.Cancellation);

    private void Add(DbDataReader row, ImmutableArray<string> rules)
    {
        string region = row.GetString(0);
        long rows = row.GetInt64(1);
        for (int i = 0; i < rules.Length; i++)
        {
            (long kept, long broken, long open) = (row.GetInt64(2 + (3 * i)), row.GetInt64(3 + (3 * i)), row.GetInt64(4 + (3 * i)));
            _tally.Add(rules[i], region, new VerdictCounts(kept, broken, open, rows - kept - broken - open, 0));
        }
    }

    private RunOptions Chosen(IEnumerable<string> rules) => options.Run with { Areas = [], Rules = [], Chosen = rules.ToFrozenSet(StringComparer.Ordinal) };

    private IEnumerable<string> RulesWanted() => catalogue.Rules.Where(options.Run.Selects).Select(r => r.FullId);

    private bool IsWanted(string region) => options.Only is not { } only || (RegionCode.TryParse(region, out RegionCode code) && catalogue.Schema.FormerCodes.Contains(only, code));

    private async Task<List<string>> RegionsAsync(SqlNodes nodes, SqlLayout layout)
    {
        if (layout.Of(BaseTables.School) is not { } schools) return [];
        string region = schools.Region is { } column ? $"COALESCE({dialect.Key(column, $"t.{dialect.Quoted(column.Name)}")}, '')" : "''";
        return await nodes.TextsAsync(new SqlStatement($"SELECT DISTINCT {region} FROM {dialect.Quoted(schools)} AS t", [])).ConfigureAwait(false);
    }

    // Schools that name packs have stacks of their own.
    private async Task<List<SqlNamedSchool>> NamedAsync(SqlNodes nodes, SqlLayout layout)
    {
        List<SqlNamedSchool> named = [];
        if (layout.Of(BaseTables.School) is not { Packs: { } packs } schools) return named;
        string text = $"SELECT {Text(schools.Keys[0])}, {(schools.Region is { } region ? $"COALESCE({Text(region)}, '')" : "''")}, {Text(packs)} FROM {dialect.Quoted(schools)} AS t WHERE COALESCE({Text(packs)}, '') <> ''";
        await nodes.ReadAsync(new SqlStatement(text, []), r => named.Add(new SqlNamedSchool(r.GetString(0), r.GetString(1), r.GetString(2)))).ConfigureAwait(false);
        return named;

        string Text(SqlColumn column) => dialect.Key(column, $"t.{dialect.Quoted(column.Name)}");
    }
}
