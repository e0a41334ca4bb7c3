using System.Globalization;
using ComplianceRules.Facts;
using ComplianceRules.Sql;
using ComplianceRules.Tests.Engine;
using ComplianceRules.Tests.Sql;
using Newtonsoft.Json.Linq;

namespace ComplianceRules.External.Tests.Sql;

/// <summary>Cells of PostgreSQL: each column has one of the types that its facts fit into, and now and then another.</summary>
/// <param name="dice">Which types.</param>
internal sealed class MadePostgreSqlCells(Dice dice) : MadeCells
{
    private readonly Dictionary<(string Table, string Column), string> _types = [];

    public override SqlDialect Dialect => SqlDialect.PostgreSql;

    public override object Whole => true;

    public override string TypeOf(string table, string column, FieldSchema? field)
    {
        if (field is null) return column is "classes" or "year_groups" or "teams" or "pupils" or "posts" ? "boolean" : "text";
        return _types[(table, column)] = field.Type switch
        {
            FieldType.Number => field.Step is 1 ? dice.Of("bigint", "numeric", "float8", "text") : dice.Of("float8", "numeric", "float8", "text"),
            FieldType.Bool => dice.Of("boolean", "boolean", "text", "integer"),
            FieldType.Date => dice.Of("date", "date", "timestamp", "text"),
            FieldType.Time => dice.Of("interval", "text", "text"),
            _ => dice.Of("text", "varchar(40)"),
        };
    }

    public override object? Stored(string table, FieldSchema field, JToken value)
    {
        string text = value.Type == JTokenType.Array ? string.Join('、', value.Select(v => v.ToString())) : value.Type == JTokenType.String ? value.ToString() : value.ToString(Newtonsoft.Json.Formatting.None);
        string type = _types[(table, field.Name)];
        if (text.Length == 0 || (type != "text" && field.Type == FieldType.Number && value.Type == JTokenType.String)) return null;
        decimal Number() => decimal.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);
        return type switch
        {
            "bigint" => Number() is var whole && decimal.Truncate(whole) == whole ? (long)whole : null,
            "numeric" => Number(),
            "float8" => dice.OneIn(60) ? dice.Of(double.NaN, double.PositiveInfinity, (double)Number() + 1e-13, 1 / 3.0) : (double)Number(),
            "boolean" => value.Value<bool>(),
            "integer" => value.Value<bool>() ? 1 : 0,
            "date" => DateOnly.Parse(text, CultureInfo.InvariantCulture),
            "timestamp" => DateTime.Parse(text, CultureInfo.InvariantCulture),
            "interval" => new TimeSpan(int.Parse(text[..2], CultureInfo.InvariantCulture), int.Parse(text[3..], CultureInfo.InvariantCulture), 0),
            _ => dice.OneIn(60) ? dice.Of($" {text}", $"{text} ", "？", text) : text,
        };
    }
}
