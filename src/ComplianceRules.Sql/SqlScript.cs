using System.Collections.Immutable;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using ComplianceRules.Diagnostics;

namespace ComplianceRules.Sql;

/// <summary>The statements that judge the schools of a region.</summary>
/// <remarks>Immutable.</remarks>
/// <param name="Dialect">How the database wants to be asked.</param>
/// <param name="AsOf">The day of assessment.</param>
/// <param name="Queries">The statements, those of one table after the other.</param>
/// <param name="LeftOut">The rules that are not written, each with its reason, in ordinal order.</param>
public sealed record SqlScript(SqlDialect Dialect, DateOnly AsOf, ImmutableArray<SqlQuery> Queries, ImmutableArray<Diagnostic> LeftOut)
{
    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes the statements, each with its columns and its values in comments before it.</summary>
    /// <param name="writer">Takes the text; lines end as the writer ends them.</param>
    public void Write(TextWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        foreach (SqlQuery query in Queries)
        {
            writer.WriteLine($"-- {query.Table}: {NameOf(query.Kind)}, {AsOf.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}");
            foreach (string rule in query.Rules) writer.WriteLine($"--   {Shown(rule)}");
            foreach (SqlParameter parameter in query.Statement.Parameters) writer.WriteLine($"-- {Dialect.Written(parameter)} = {Shown(parameter.Value)}");
            writer.WriteLine($"{query.Statement.Text};");
            writer.WriteLine();
        }
    }

    private static string NameOf(SqlQueryKind kind) => kind switch
    {
        SqlQueryKind.Doubts => "schools to be judged in process",
        SqlQueryKind.Reduced => "what rules of regions ask of each row: regions are judged in process from it",
        SqlQueryKind.Counts => "region, rows, then for each rule: kept, broken, not decided",
        _ => "key, region, then each rule: 0 does not concern the row, 1 kept, 2 broken, 3 not decided",
    };

    // Nothing in a value ends the line that it stands in.
    private static string Shown(object value)
    {
        using MemoryStream bytes = new();
        using (Utf8JsonWriter json = new(bytes, Readable))
        {
            if (value is long whole) json.WriteNumberValue(whole);
            else if (value is double number) json.WriteNumberValue(number);
            else json.WriteStringValue((string)value);
        }

        return System.Text.Encoding.UTF8.GetString(bytes.GetBuffer(), 0, (int)bytes.Length).Replace("\u2028", "\\u2028", StringComparison.Ordinal).Replace("\u2029", "\\u2029", StringComparison.Ordinal).Replace("\u0085", "\\u0085", StringComparison.Ordinal);
    }
}
