using System.Collections.Immutable;
using System.Globalization;
using ComplianceRules.Diagnostics;
using ComplianceRules.Engine;
using ComplianceRules.Facts;
using ComplianceRules.Findings;

namespace ComplianceRules.Sql.Running;

/// <summary>Fetches the columns that some rules read, of some schools, and has these judged in process.</summary>
/// <param name="catalogue">The checked packs.</param>
/// <param name="plan">Judges.</param>
/// <param name="dialect">How the database wants to be asked.</param>
/// <param name="stored">The database.</param>
internal sealed class SqlFetch(Catalogue catalogue, Plan plan, SqlDialect dialect, SqlStored stored)
{
    // Year groups are made of classes, and a stage that is given is held to the one that follows.
    private static readonly string[] Always = [StageFacts.Grade, StageFacts.Stage, StageFacts.SchoolingSystem];

    /// <summary>The tables that speak of the whole snapshot.</summary>
    public static ImmutableArray<string> OfSnapshot { get; } = ["snapshot", "calendar_term", "calendar_day"];

    /// <summary>Judges rules in process.</summary>
    /// <param name="nodes">The nodes.</param>
    /// <param name="schools">Which schools.</param>
    /// <param name="options">Which rules.</param>
    /// <param name="tally">Takes the counts where there is nobody to take findings.</param>
    /// <param name="take">Takes findings; null where verdicts are counted.</param>
    /// <returns>What is wrong with the rows; empty where nothing refuses them.</returns>
    public async Task<ImmutableArray<Diagnostic>> JudgeAsync(SqlNodes nodes, SqlSchools schools, RunOptions options, SqlTally tally, Func<SqlFinding, ValueTask>? take)
    {
        ImmutableArray<NeededTable> needed = Needed(options);
        HashSet<string> wanted = [.. needed.Select(t => t.Table.Name), BaseTables.School];
        if (wanted.Contains(BaseTables.YearGroup)) wanted.Add(BaseTables.Class);
        if (wanted.Contains(BaseTables.Class) && stored.Layout.Of(BaseTables.YearGroup) is not null) wanted.Add(BaseTables.YearGroup);
        Dictionary<string, IReadOnlySet<string>> columns = OfNoSchool().ToDictionary(t => t.Table, t => t.Columns, StringComparer.Ordinal);
        List<DataReaderTable> tables = [.. NamesOfNoSchool().Select(t => nodes.Sessions[stored.HomeOf(t)].Table(t, new SqlStatement($"SELECT * FROM {dialect.Quoted(t)}", [])))];
        foreach (SqlTable table in stored.Layout.Tables.Values.Where(t => wanted.Contains(t.Schema.Name)).OrderBy(t => t.Schema.Name, StringComparer.Ordinal))
        {
            (SqlStatement rows, columns[table.Schema.Name]) = Rows(table, needed.FirstOrDefault(t => t.Table.Name == table.Schema.Name), schools);
            string name = stored.Mapping is null ? table.Schema.Name : table.Name[^1];
            tables.AddRange(SqlLayout.IsBelowSchool(catalogue.Schema, table.Schema.Name) ? nodes.Table(name, rows) : [nodes.Sessions[stored.HomeOf(name)].Table(name, rows)]);
        }

        Checked<Snapshot> read = DataReaderSnapshotSource.OfParts("database", tables, stored.Mapping?.Of(columns)).Read(catalogue.Schema, new SnapshotOptions(), nodes.Cancellation);
        if (!read.IsValid) return read.Diagnostics;
        if (take is not null)
        {
            await FindAsync(plan.Run(read.Value, options with { EachRow = true }, nodes.Cancellation), take).ConfigureAwait(false);
            return [];
        }

        using Judgement judgement = plan.Judge(read.Value, options, nodes.Cancellation);
        tally.Add(judgement, read.Value, catalogue.Rules.ToDictionary(r => r.FullId, r => r.Rule.Subject, StringComparer.Ordinal));
        return [];
    }

    private static async Task FindAsync(Assessment assessment, Func<SqlFinding, ValueTask> take)
    {
        foreach (Finding finding in assessment.Findings)
        {
            if (finding.Subject is { } subject && finding.Verdict is Verdict.NonCompliant or Verdict.Undetermined) await take(Of(finding, subject)).ConfigureAwait(false);
        }
    }

    private static SqlFinding Of(Finding finding, Subject subject) => new()
    {
        Rule = finding.Rule,
        Pack = finding.Pack,
        Verdict = finding.Verdict,
        Severity = finding.Severity,
        Binding = finding.Binding,
        Subject = subject with { Name = null },
        Region = finding.Place?.Region,
        Source = finding.Source,
        Observed = finding.Observed,
        Unit = finding.Unit,
        Limit = finding.Limit,
        Margin = finding.Margin,
        LimitSource = finding.LimitSource,
        LimitTrail = finding.LimitTrail,
    };

    private ImmutableArray<NeededTable> Needed(RunOptions options)
    {
        FactNeeds needs = new(catalogue.Schema);
        foreach (CheckedRule rule in catalogue.Families.WithCounted(catalogue.Rules.Where(options.Selects))) needs.Add(rule);
        needs.Complete();
        return needs.Tables();
    }

    // What a mapping says of tables that are no school's, such as regions, is not narrowed.
    private IEnumerable<(string Table, IReadOnlySet<string> Columns)> OfNoSchool() => stored.Mapping is { } mapping
        ? mapping.Tables.Where(t => !SqlLayout.IsBelowSchool(catalogue.Schema, t.Table.Name)).GroupBy(t => t.Table.Name, t => t.Fields.Select(f => f.Column.Name), StringComparer.Ordinal).Select(t => (t.Key, (IReadOnlySet<string>)t.SelectMany(c => c).ToHashSet(StringComparer.Ordinal)))
        : [];

    private IEnumerable<string> NamesOfNoSchool() => stored.Mapping is { } mapping
        ? mapping.Tables.Where(t => !SqlLayout.IsBelowSchool(catalogue.Schema, t.Table.Name)).SelectMany(t => SqlMappedLayout.Matching(t, stored.Names)).Distinct(StringComparer.Ordinal)
        : OfSnapshot.Append(BaseTables.Region).Where(stored.Has);

    private (SqlStatement Rows, IReadOnlySet<string> Columns) Rows(SqlTable table, NeededTable? needed, SqlSchools schools)
    {
        IEnumerable<string> names = needed?.Fields.Select(f => f.Name) ?? [];
        IEnumerable<string> fields = names.Concat(Always).Select(f => table.Fields.GetValueOrDefault(f)?.Column.Name).OfType<string>();
        HashSet<string> columns = [.. table.Keys.Select(k => k.Name).Concat(table.Region is { } region ? [region.Name] : []).Concat(table.Packs is { } packs ? [packs.Name] : [])
            .Concat(fields).Concat(table.Lists.Values.Select(l => l.Column.Name))];
        SqlScope scope = new(dialect, stored.Layout);
        SqlBinder binder = new(dialect, []);
        string where = schools.Of(scope, table, binder) is { } some ? $" WHERE {some}" : string.Empty;
        string text = string.Create(CultureInfo.InvariantCulture, $"SELECT {string.Join(", ", columns.Select(c => $"t.{dialect.Quoted(c)}"))} FROM {dialect.Quoted(table)} AS t{where}");
        return (new SqlStatement(text, binder.Parameters), columns);
    }
}
