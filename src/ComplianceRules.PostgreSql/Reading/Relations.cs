using System.Collections.Immutable;
using Npgsql;

namespace ComplianceRules.PostgreSql.Reading;

/// <summary>Asks which tables and views a schema has.</summary>
internal static class Relations
{
    private static readonly string Query = SqlText.Read("relations");

    /// <summary>The tables and views of a schema, by name; none where there is no such schema.</summary>
    /// <param name="connection">The open connection.</param>
    /// <param name="schema">The schema; null for the first of the search path.</param>
    public static ImmutableArray<Relation> In(NpgsqlConnection connection, string? schema)
    {
        List<(Relation Relation, RelationColumn? Column)> found = [];
        using NpgsqlCommand command = new(Query, connection) { Parameters = { new NpgsqlParameter<string?> { TypedValue = schema, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Text } } };
        using NpgsqlDataReader reader = command.ExecuteReader();
        while (reader.Read()) found.Add((new Relation(reader.GetString(0), reader.GetString(1), reader.GetDouble(2), []), Column(reader)));
        return [.. found.GroupBy(f => f.Relation.Name, StringComparer.Ordinal).Select(g => g.First().Relation with { Columns = [.. g.Select(f => f.Column).OfType<RelationColumn>()] })];
    }

    private static RelationColumn? Column(NpgsqlDataReader reader) =>
        reader.IsDBNull(3) ? null : new RelationColumn(reader.GetString(3), reader.GetString(4), CellTypes.Of(reader.GetString(5), reader.IsDBNull(6) ? null : reader.GetString(6)));
}
