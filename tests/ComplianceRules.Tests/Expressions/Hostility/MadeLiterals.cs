using System.Globalization;
using ComplianceRules.Facts;
using ComplianceRules.Tests.Engine;

namespace ComplianceRules.Tests.Expressions.Hostility;

/// <summary>Values as people and machines write them.</summary>
internal static class MadeLiterals
{
    private static readonly string[] Texts =
    [
        "''", "\"\"", "'special'", "\"班级\"", "'it\\'s'", "\"a\\\\b\"", "'\\u4e2d'", "\"\\x41\\101\"", "'\"'", "\"'\"", "'😀'", "'\\U0001F600'", "'é'", "'(a && b)'", "'//'", "'ئۇيغۇر'",
    ];

    private static readonly string[] Numbers =
    [
        "0", "00", "1", "7", "45", "100", "999999999999999", "0.0", "2.0", "0.5", ".5", "007", "1.50", "0.1", "33.3333333333333", "1e3", "1E+3", "1e-3", "5e15", "999999999999999e15", "1e15",
        "12345678901234.0e-1", "123456789012345e-15", "1.23456789012345e-15", "0.000000000000000000000000000001", "0.000000000000000000000000000001e-15", "0e15",
    ];

    public static Piece Text(Dice dice) => new(dice.Pick(Texts));

    public static Piece Date(Dice dice) =>
        new(string.Create(CultureInfo.InvariantCulture, $"date('{dice.Between(1990, 2040)}-{dice.Between(1, 12):D2}-{dice.Between(1, 28):D2}')"));

    public static Piece Time(Dice dice) => new(string.Create(CultureInfo.InvariantCulture, $"time('{dice.Between(0, 47)}:{dice.Between(0, 59):D2}')"));

    public static Piece Bool(Dice dice) => new(dice.Of("true", "false"));

    /// <summary>A number, now and then with signs before it.</summary>
    public static Piece Number(Dice dice)
    {
        string text = dice.OneIn(3) ? dice.Pick(Numbers) : dice.Between(0, 60).ToString(CultureInfo.InvariantCulture);
        return dice.Between(0, 9) switch
        {
            0 => new Piece($"-{text}", 6),
            1 => new Piece($"- -{text}", 6),
            _ => new Piece(text),
        };
    }

    /// <summary>A number that no reader takes for a whole one, and that is not 0.</summary>
    public static Piece Decimal(Dice dice) => new(dice.Of("2.0", "0.5", "1e3", "12.25", "3.0"));

    public static string Key(Dice dice, string keys) => $"'{dice.Pick(keys.Split(' '))}'";

    public static Piece Keys(Dice dice, string keys) =>
        new($"[{string.Join(dice.Of(",", ", "), Enumerable.Range(0, dice.Between(1, 3)).Select(_ => Key(dice, keys)))}]");

    /// <summary>A literal of a type; one of an enum, a set or a unit is sure of its type only beside another.</summary>
    public static Piece Of(Dice dice, MadeType type) => type.Kind switch
    {
        FieldType.Bool => Bool(dice),
        FieldType.Number => Number(dice),
        FieldType.Date => Date(dice),
        FieldType.Time => Time(dice),
        FieldType.Enum => new Piece(Key(dice, type.Of)),
        FieldType.Set => Keys(dice, type.Of),
        _ => Text(dice),
    };
}
