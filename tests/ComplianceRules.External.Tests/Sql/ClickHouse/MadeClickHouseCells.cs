using System.Globalization;
using ComplianceRules.Facts;
using ComplianceRules.Sql;
using ComplianceRules.Sql.Dialects;
using ComplianceRules.Tests.Engine;
using ComplianceRules.Tests.Sql;
using Newtonsoft.Json.Linq;

namespace ComplianceRules.External.Tests.Sql.ClickHouse;

/// <summary>Cells of ClickHouse: each column has one of the types that its facts fit into, and now and then another.</summary>
/// <param name="dice">Which types.</param>
/// <param name="make">What makes a table of a name and of columns.</param>
internal sealed class MadeClickHouseCells(Dice dice, Func<string, string, IEnumerable<string>> make) : MadeCells
{
    private readonly Dictionary<(string Table, string Column), string> _types = [];
    private readonly Dictionary<string, IReadOnlyList<(string Name, string Type)>> _made = new(StringComparer.Ordinal);

    public override SqlDialect Dialect => SqlDialect.ClickHouse;

    public override object Whole => 1L;

    public override string TypeOf(string table, string column, FieldSchema? field)
    {
        if (field is null) return column is "classes" or "year_groups" or "teams" or "pupils" or "posts" ? "Nullable(UInt8)" : column is "region" or "packs" ? "Nullable(String)" : "String";
        return _types[(table, column)] = field.Type switch
        {
            FieldType.Number => field.Step is 1 ? dice.Of("Nullable(Int64)", "Nullable(Decimal(18, 6))", "Nullable(Float64)", "Nullable(String)", "Nullable(Int16)") : dice.Of("Nullable(Float64)", "Nullable(Decimal(30, 12))", "Nullable(Float64)", "Nullable(Float32)", "Nullable(String)"),
            FieldType.Bool => dice.Of("Nullable(UInt8)", "Nullable(UInt8)", "Nullable(String)", "Nullable(Int64)"),
            FieldType.Date => dice.Of("Nullable(Date)", "Nullable(Date)", "Nullable(DateTime)", "Nullable(String)"),
            FieldType.Enum => dice.Of("Nullable(String)", EnumOf(field), "Nullable(FixedString(60))", "LowCardinality(Nullable(String))", "String"),
            _ => dice.Of("Nullable(String)", "Nullable(String)", "String"),
        };
    }

    public override object? Stored(string table, FieldSchema field, JToken value)
    {
        string text = value.Type == JTokenType.Array ? string.Join('、', value.Select(v => v.ToString())) : value.Type == JTokenType.String ? value.ToString() : value.ToString(Newtonsoft.Json.Formatting.None);
        string type = ClickHouseDialect.Bare(_types[(table, field.Name)]);
        if (text.Length == 0 || (field.Type == FieldType.Number && type != "String" && value.Type == JTokenType.String)) return null;
        decimal Number() => decimal.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);
        return type switch
        {
            "Int64" or "UInt8" when field.Type == FieldType.Bool => value.Value<bool>() ? 1L : 0L,
            "Int64" => Number() is var whole && decimal.Truncate(whole) == whole ? (long)whole : null,
            "Int16" => Number() is var whole && decimal.Truncate(whole) == whole && Math.Abs(whole) < short.MaxValue ? (long)whole : null,
            "Decimal" => Math.Abs(Number()) < 1e11m ? decimal.Round(Number(), 6) : null,
            "Float64" => dice.OneIn(60) ? dice.Of(double.NaN, double.PositiveInfinity, (double)Number() + 1e-13, 1 / 3.0) : (double)Number(),
            "Float32" => (double)Number(),
            "Date" => Day(text),
            "DateTime" => Day(text)?.ToDateTime(dice.OneIn(40) ? new TimeOnly(8, 20) : TimeOnly.MinValue),
            "Enum8" => field.Options.Any(o => o.Key == text) ? text : "?",
            _ => dice.OneIn(60) ? dice.Of($" {text}", $"{text}　", "？", "\uFFFD", text) : text,
        };
    }

    public override IEnumerable<string> Made(string table, IReadOnlyList<(string Name, string Type)> columns)
    {
        _made[table] = columns;
        return make(table, string.Join(", ", columns.Select(c => $"{ClickHouseText.Name(c.Name)} {c.Type}")));
    }

    public override string? Inserted(string table, IReadOnlyList<IReadOnlyList<object?>> cells) =>
        $"INSERT INTO {ClickHouseText.Name(table)} VALUES {string.Join(", ", cells.Select(row => $"({string.Join(", ", row.Select((c, i) => Literal(c ?? (_made[table][i].Type == "String" ? string.Empty : null))))})"))}";

    private static DateOnly? Day(string text) => DateOnly.Parse(text, CultureInfo.InvariantCulture) is { Year: > 1970 and < 2100 } day ? day : null;

    // A column that cannot be null has an empty text in the place of nothing.
    private static string Literal(object? cell) => cell switch
    {
        null => "NULL",
        double.NaN => "nan",
        double number => double.IsFinite(number) ? $"toFloat64({number.ToString("R", CultureInfo.InvariantCulture)})" : "inf",
        DateTime time => $"'{time.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture)}'",
        DateOnly day => $"'{day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}'",
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => ClickHouseText.Literal((string)cell),
    };

    private static string EnumOf(FieldSchema field) => $"Nullable(Enum8('?' = 0, {string.Join(", ", field.Options.Select((o, i) => $"{ClickHouseText.Literal(o.Key)} = {i + 1}"))}))";
}
