using System.Globalization;

namespace ComplianceRules.Expressions;

/// <summary>How large an expression may be; a pack is data and may be hostile.</summary>
internal static class ExpressionBounds
{
    public const int Characters = 4_000;

    public const int Tokens = 500;

    /// <summary>Constructs within each other: parentheses, lists, calls, signs before a value, conditional branches; a chain of operators is one level. Links of dots are counted apart, up to as many.</summary>
    public const int Nesting = 32;

    public const int Nodes = 256;

    public const int ListItems = 256;

    public const int TextLiteral = 1_000;

    public const int SignificantDigits = 15;

    public const int Exponent = 15;

    /// <summary>Digits of the largest int of 64 bits, where ints are read as CEL does.</summary>
    public const int Int64Digits = 19;

    /// <summary>Digits that tell every double apart, where decimals are read as CEL does.</summary>
    public const int DoubleDigits = 17;

    public const int DoubleExponent = 308;

    /// <summary>A bound as messages show it.</summary>
    public static string Text(int bound) => bound.ToString(CultureInfo.InvariantCulture);
}
