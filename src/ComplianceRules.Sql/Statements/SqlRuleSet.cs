using System.Collections.Immutable;
using System.Globalization;
using ComplianceRules.Facts;

namespace ComplianceRules.Sql.Statements;

/// <summary>The rules of one table and one stack, written over one query of rows.</summary>
/// <remarks>Not changed any more once it is made; the queries of several groups of schools may be taken from it.</remarks>
/// <param name="source">The rows that the rules judge.</param>
/// <param name="region">The column with the region's code.</param>
internal sealed class SqlRuleSet(SqlSource source, string region)
{
    /// <summary>The rules, in the order of their columns.</summary>
    public required ImmutableArray<SqlRule> Rules { get; init; }

    /// <summary>The table.</summary>
    public TableSchema Table => source.Rows.Schema;

    /// <summary>The names of the tables that are read.</summary>
    public IEnumerable<string> Tables => source.Tables;

    /// <summary>How many columns tell a row.</summary>
    public int KeyCount => source.Rows.KeyCount;

    /// <summary>What each rule says of each row: the key, the region, then a column a rule.</summary>
    /// <param name="schools">Which schools.</param>
    public SqlStatement Verdicts(SqlSchools schools) => source.Made(schools, render => Judged(render));

    /// <summary>How many rows of each region have which verdict: the region, how many rows there are, then for each rule how many keep it, break it, and are not decided.</summary>
    /// <param name="schools">Which schools.</param>
    public SqlStatement Counts(SqlSchools schools) => source.Made(schools, render =>
    {
        IEnumerable<string> sums = Rules.SelectMany((_, i) => Enumerable.Range(1, 3).Select(v => source.Scope.Dialect.Sum(string.Create(CultureInfo.InvariantCulture, $"CASE WHEN j.{Column(i)} = {v} THEN 1 ELSE 0 END"))));
        return $"SELECT j.g, COUNT(*), {string.Join(", ", sums)} FROM ({Judged(render)}{source.Scope.Dialect.Fence}) AS j GROUP BY j.g";
    });

    /// <summary>The rows that some rule is broken by or not decided for, in the order of their keys: the key, the region, then for each rule its verdict and what it measures.</summary>
    /// <param name="schools">Which schools.</param>
    public SqlStatement Findings(SqlSchools schools) => source.Made(schools, render =>
    {
        string found = string.Join(" OR ", Rules.Select((_, i) => $"j.{Column(i)} > 1"));
        string keys = string.Join(", ", Enumerable.Range(0, source.Rows.KeyCount).Select(k => $"j.{SqlRows.Key(k)}"));
        return $"SELECT * FROM ({Judged(render)}{source.Scope.Dialect.Fence}) AS j WHERE {found} ORDER BY {keys}";
    });

    /// <summary>The ids of the schools of which SQL may read less than the engine does, each once.</summary>
    /// <param name="schools">Which schools.</param>
    /// <returns>The statement; null where there can be none.</returns>
    public SqlStatement? Doubts(SqlSchools schools) => source.Doubts(schools);

    private string Judged(SqlRender render)
    {
        IEnumerable<string> keys = Enumerable.Range(0, source.Rows.KeyCount).Select(k => $"x.{SqlRows.Key(k)} AS {SqlRows.Key(k)}");
        IEnumerable<string> verdicts = Rules.SelectMany((r, i) => (r.Measure?.Columns ?? []).Select((c, m) => string.Create(CultureInfo.InvariantCulture, $"{render.Binder.Bound(c)} AS o{i}_{m}")).Prepend($"{render.Binder.Bound(r.Verdict)} AS {Column(i)}"));
        return $"SELECT {string.Join(", ", keys.Append($"x.{region} AS g").Concat(verdicts))} FROM ({source.Rows.Text(render, false)}{source.Scope.Dialect.Fence}) AS x";
    }

    private static string Column(int rule) => string.Create(CultureInfo.InvariantCulture, $"r{rule}");
}
