using ComplianceRules.Diagnostics;
using ComplianceRules.Facts;
using ComplianceRules.Sql;

namespace ComplianceRules.Benchmarks;

/// <summary>A database, or several that share out the schools, that rules are run in.</summary>
internal abstract class DatabaseRoad : IAsyncDisposable
{
    /// <summary>What it is called in the table of times.</summary>
    public abstract string Name { get; }

    /// <summary>How it wants to be asked.</summary>
    public abstract SqlDialect Dialect { get; }

    /// <summary>Over how many databases the schools are shared out.</summary>
    public virtual int Nodes => 1;

    /// <summary>Makes the tables of one database and fills them.</summary>
    /// <param name="schema">The tables and fields.</param>
    /// <param name="node">Which database, from 0.</param>
    /// <param name="files">The folder with <c>school.csv</c> and <c>class.csv</c> of its share, and <c>snapshot.csv</c>, which has its row in the first alone.</param>
    public abstract Task LoadAsync(FactSchema schema, int node, string files);

    /// <summary>Counts verdicts.</summary>
    public abstract Task<Checked<SqlCounts>> CountAsync(SqlPlan plan, SqlOptions options);

    /// <summary>Finds the rows that break rules or are not decided.</summary>
    public abstract Task<Checked<SqlCounts>> FindAsync(SqlPlan plan, SqlOptions options, Func<SqlFinding, ValueTask> take);

    public abstract ValueTask DisposeAsync();

    /// <summary>The tables of a database, and the file of each.</summary>
    /// <param name="files">The folder.</param>
    protected static IEnumerable<(string Table, string File)> Tables(string files) => ((string[])["snapshot", "school", "class"]).Select(t => (t, Path.Combine(files, $"{t}.csv")));

    /// <summary>The columns of a table, as its file has them.</summary>
    /// <param name="schema">The tables and fields.</param>
    /// <param name="table">The table.</param>
    /// <param name="file">The file.</param>
    protected static IEnumerable<(string Name, FieldSchema? Field)> Columns(FactSchema schema, string table, string file) =>
        File.ReadLines(file).First().TrimStart('\uFEFF').Split(',').Select(name => (name, schema.Table(table)?.Field(name)));
}
