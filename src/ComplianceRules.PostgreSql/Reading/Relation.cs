using System.Collections.Immutable;

namespace ComplianceRules.PostgreSql.Reading;

/// <summary>A table or view.</summary>
/// <param name="Schema">Its schema.</param>
/// <param name="Name">Its name.</param>
/// <param name="Rows">How many rows the server expects in it; below zero where it does not know.</param>
/// <param name="Columns">Its columns, in its order.</param>
internal sealed record Relation(string Schema, string Name, double Rows, ImmutableArray<RelationColumn> Columns)
{
    /// <summary>The command that gives some of the columns of every row.</summary>
    public string CopySql(IEnumerable<int> columns) =>
        $"COPY (SELECT {string.Join(", ", columns.Select(c => Columns[c].Sql))} FROM {SqlName.Of(Schema)}.{SqlName.Of(Name)}) TO STDOUT (FORMAT BINARY)";
}
