using System.Collections.Immutable;
using ComplianceRules.Facts;

namespace ComplianceRules.Sql.Statements;

/// <summary>Which schools a statement is about.</summary>
/// <remarks>Immutable.</remarks>
internal sealed record SqlSchools
{
    /// <summary>The regions as the schools write them; null for all, and for schools without a region an empty text stands for none.</summary>
    public ImmutableArray<string>? Regions { get; init; }

    /// <summary>Only these schools; null for all.</summary>
    public ImmutableArray<string>? Only { get; init; }

    /// <summary>All but these.</summary>
    public ImmutableArray<string> Except { get; init; } = [];

    /// <summary>The condition on the rows of a table, which go by <c>t</c>; null where there is none.</summary>
    /// <param name="scope">The statement.</param>
    /// <param name="table">The table.</param>
    /// <param name="binder">Takes the values.</param>
    public string? Of(SqlScope scope, SqlTable table, SqlBinder binder)
    {
        if (!SqlLayout.IsBelowSchool(scope.Layout.Schema, table.Schema.Name)) return null;
        SqlDialect dialect = scope.Dialect;
        SqlTable schools = scope.Layout.Of(BaseTables.School)!;
        string school = dialect.Key(table.Keys[0], $"t.{dialect.Quoted(table.Keys[0].Name)}");
        List<string> parts = [];
        if (Only is { } only) parts.Add(dialect.IsAmong(school, only, binder));
        if (!Except.IsEmpty) parts.Add($"NOT ({dialect.IsAmong(school, Except, binder)})");
        if (Regions is { } regions)
        {
            bool isSchool = table.Schema.Name == BaseTables.School;
            string of = InRegions(dialect, schools, isSchool ? "t" : "z", regions, binder);
            parts.Add(isSchool ? of : $"{school} IN (SELECT {dialect.Key(schools.Keys[0], $"z.{dialect.Quoted(schools.Keys[0].Name)}")} FROM {dialect.Quoted(schools)} AS z WHERE {of})");
        }

        return parts.Count == 0 ? null : string.Join(" AND ", parts);
    }

    private static string InRegions(SqlDialect dialect, SqlTable schools, string alias, ImmutableArray<string> regions, SqlBinder binder)
    {
        if (schools.Region is not { } column) return regions.Contains(string.Empty) ? "1 = 1" : "1 = 0";
        string region = dialect.Key(column, $"{alias}.{dialect.Quoted(column.Name)}");
        return dialect.IsAmong($"COALESCE({region}, '')", regions, binder);
    }
}
