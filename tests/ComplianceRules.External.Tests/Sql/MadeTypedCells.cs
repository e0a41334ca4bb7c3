using System.Globalization;
using ComplianceRules.Facts;
using ComplianceRules.Tests.Engine;
using ComplianceRules.Tests.Sql;
using Newtonsoft.Json.Linq;

namespace ComplianceRules.External.Tests.Sql;

/// <summary>Cells of a database whose columns have one type each: one that its facts fit into, and now and then another.</summary>
/// <param name="dice">Which types, and which cells are odd.</param>
internal abstract class MadeTypedCells(Dice dice) : MadeCells
{
    private static readonly string[] Lists = ["classes", "year_groups", "teams", "pupils", "posts"];

    private readonly Dictionary<(string Table, string Column), string> _types = [];

    public override object Whole => true;

    protected Dice Dice => dice;

    public override string TypeOf(string table, string column, FieldSchema? field)
    {
        if (field is null) return TypeOf(Lists.Contains(column) ? FieldType.Bool : FieldType.Text);
        return _types[(table, column)] = TypeOf(field);
    }

    public override object? Stored(string table, FieldSchema field, JToken value)
    {
        string text = value.Type == JTokenType.Array ? string.Join('、', value.Select(v => v.ToString())) : value.Type == JTokenType.String ? value.ToString() : value.ToString(Newtonsoft.Json.Formatting.None);
        string type = _types[(table, field.Name)];
        if (text.Length == 0 || (type != TypeOf(FieldType.Text) && field.Type == FieldType.Number && value.Type == JTokenType.String)) return null;
        return Stored(type, field, text);
    }

    /// <summary>The type of keys, for text, and of what says that a list is whole, for a truth value.</summary>
    /// <param name="kind">Which.</param>
    protected abstract string TypeOf(FieldType kind);

    /// <summary>One of the types that a field's column may have.</summary>
    /// <param name="field">The field.</param>
    protected abstract string TypeOf(FieldSchema field);

    /// <summary>A value as it is stored in a column of a type; null for nothing.</summary>
    /// <param name="type">The column's type.</param>
    /// <param name="field">The field.</param>
    /// <param name="text">The value as it is written.</param>
    protected abstract object? Stored(string type, FieldSchema field, string text);

    protected static decimal Number(string text) => decimal.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);

    protected static long? WholeOf(string text, long most = long.MaxValue) => Number(text) is var whole && decimal.Truncate(whole) == whole && Math.Abs(whole) <= most ? (long)whole : null;

    /// <summary>A double, now and then one that no decimal is.</summary>
    /// <param name="text">The number.</param>
    protected object Double(string text) => dice.OneIn(60) ? dice.Of(double.NaN, double.PositiveInfinity, (double)Number(text) + 1e-13, 1 / 3.0) : (double)Number(text);

    /// <summary>A text, now and then with something about it.</summary>
    /// <param name="text">The text.</param>
    protected string Text(string text) => dice.OneIn(60) ? dice.Of($" {text}", $"{text} ", "？", text.ToUpperInvariant(), text) : text;
}
