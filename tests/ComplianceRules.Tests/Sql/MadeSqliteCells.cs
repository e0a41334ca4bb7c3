using System.Globalization;
using ComplianceRules.Facts;
using ComplianceRules.Sql;
using ComplianceRules.Tests.Engine;
using Newtonsoft.Json.Linq;

namespace ComplianceRules.Tests.Sql;

/// <summary>Cells of SQLite: each has a type of its own, and with dice now and then an odd one.</summary>
/// <param name="dice">Which cells are odd; null for none.</param>
internal sealed class MadeSqliteCells(Dice? dice) : MadeCells
{
    public override SqlDialect Dialect => SqlDialect.Sqlite;

    public override object Whole => 1L;

    public override string TypeOf(string table, string column, FieldSchema? field) => string.Empty;

    public override object? Stored(string table, FieldSchema field, JToken value)
    {
        object? plain = Plain(field, value);
        return dice is null || plain is null || !dice.OneIn(40) ? plain : plain switch
        {
            long number => dice.Of<object>((double)number, number.ToString(CultureInfo.InvariantCulture), $" {number} ", number + 1e-13, "无"),
            double number => dice.Of<object>(number.ToString("R", CultureInfo.InvariantCulture), number + (number * 2e-16), double.PositiveInfinity, 1 / 3.0, "?"),
            string text => dice.Of<object>($" {text}", $"{text}\u3000", string.Empty, new byte[] { 1, 2 }, 7L, text),
            _ => plain,
        };
    }

    private static object? Plain(FieldSchema field, JToken value) => value.Type switch
    {
        JTokenType.Boolean => value.Value<bool>() ? 1L : 0L,
        JTokenType.Integer => field.Step is null ? value.Value<double>() : value.Value<long>(),
        JTokenType.Float => double.Parse(value.ToString(Newtonsoft.Json.Formatting.None), CultureInfo.InvariantCulture),
        JTokenType.Array => value.Any() ? string.Join('、', value.Select(v => v.ToString())) : null,
        _ => value.ToString(),
    };
}
