using System.Collections.Immutable;
using System.Globalization;
using ComplianceRules.Diagnostics;
using ComplianceRules.Engine;
using ComplianceRules.Facts;

namespace ComplianceRules.Sql.Running;

/// <summary>Fetches the columns that some rules read, of some schools, to be judged in process.</summary>
/// <param name="catalogue">The checked packs.</param>
/// <param name="dialect">How the database wants to be asked.</param>
/// <param name="stored">The database.</param>
internal sealed class SqlFetch(Catalogue catalogue, SqlDialect dialect, SqlStored stored)
{
    // Year groups are made of classes, and a stage that is given is held to the one that follows.
    private static readonly string[] Always = [StageFacts.Grade, StageFacts.Stage, StageFacts.SchoolingSystem];

    /// <summary>The tables that speak of the whole snapshot.</summary>
    public static ImmutableArray<string> OfSnapshot { get; } = ["snapshot", "calendar_term", "calendar_day"];

    /// <summary>Fetches the columns that rules read.</summary>
    /// <param name="nodes">The nodes.</param>
    /// <param name="schools">Of which schools.</param>
    /// <param name="options">Which rules.</param>
    /// <returns>The facts; where the rows refuse it, what is wrong with them.</returns>
    public Checked<Snapshot> Read(SqlNodes nodes, SqlSchools schools, RunOptions options)
    {
        ImmutableArray<NeededTable> needed = Needed(options);
        HashSet<string> wanted = [.. needed.Select(t => t.Table.Name), BaseTables.School];
        if (wanted.Contains(BaseTables.YearGroup)) wanted.Add(BaseTables.Class);
        if (wanted.Contains(BaseTables.Class) && stored.Layout.Of(BaseTables.YearGroup) is not null) wanted.Add(BaseTables.YearGroup);
        Dictionary<string, IReadOnlySet<string>> columns = OfNoSchool().ToDictionary(t => t.Table, t => t.Columns, StringComparer.Ordinal);
        List<DataReaderTable> tables = [.. TablesOfNoSchool(nodes, [])];
        foreach (SqlTable table in stored.Layout.Tables.Values.Where(t => wanted.Contains(t.Schema.Name)).OrderBy(t => t.Schema.Name, StringComparer.Ordinal))
        {
            (SqlStatement rows, columns[table.Schema.Name]) = Rows(table, needed.FirstOrDefault(t => t.Table.Name == table.Schema.Name), schools);
            string name = stored.Mapping is null ? table.Schema.Name : table.Name[^1];
            tables.AddRange(SqlLayout.IsBelowSchool(catalogue.Schema, table.Schema.Name) ? nodes.Table(name, rows) : [nodes.Sessions[stored.HomeOf(name)].Table(name, rows)]);
        }

        return DataReaderSnapshotSource.OfParts("database", tables, stored.Mapping?.Of(columns)).Read(catalogue.Schema, new SnapshotOptions(), nodes.Cancellation);
    }

    /// <summary>The codes of the regions that the data names beside those of schools; none where they cannot be read, which reading with schools tells.</summary>
    /// <param name="nodes">The nodes.</param>
    public IEnumerable<string> Regions(SqlNodes nodes)
    {
        DataReaderTable[] tables = [.. TablesOfNoSchool(nodes, [])];
        if (tables.Length == 0) return [];
        Checked<Snapshot> read = new DataReaderSnapshotSource("database", tables).Read(catalogue.Schema, new SnapshotOptions(), nodes.Cancellation);
        return read.IsValid ? Enumerable.Range(0, read.Value.Table(BaseTables.Region).Count).Select(read.Value.Table(BaseTables.Region).Id) : [];
    }

    /// <summary>The tables that are no school's.</summary>
    /// <param name="nodes">The nodes.</param>
    /// <param name="also">Tables of rows below regions, of which those that the database has are wanted too.</param>
    public IEnumerable<DataReaderTable> TablesOfNoSchool(SqlNodes nodes, IEnumerable<string> also) =>
        NamesOfNoSchool().Concat(also.Where(stored.Has)).Distinct(StringComparer.Ordinal).Select(t => nodes.Sessions[stored.HomeOf(t)].Table(t, new SqlStatement($"SELECT * FROM {dialect.Quoted(t)}", [])));

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
