using System.Globalization;
using System.Linq.Expressions;

namespace ComplianceRules.Benchmarks.Peers;

/// <summary>Writes an expression tree of <see cref="LinqRules"/> as the text that RulesEngine reads.</summary>
internal static class DynamicText
{
    /// <summary>The text.</summary>
    /// <param name="expression">The expression.</param>
    /// <param name="row">What the row is called in the text.</param>
    public static string Of(Expression expression, string row) => expression switch
    {
        ConditionalExpression e => $"iif({Of(e.Test, row)}, {Of(e.IfTrue, row)}, {Of(e.IfFalse, row)})",
        BinaryExpression e => $"({Of(e.Left, row)} {Sign(e.NodeType)} {Of(e.Right, row)})",
        UnaryExpression { NodeType: ExpressionType.Convert } e => Of(e.Operand, row),
        MemberExpression e => $"{Of(e.Expression!, row)}.{e.Member.Name}",
        ParameterExpression => row,
        ConstantExpression e => Of(e.Value),
        _ => throw new ArgumentOutOfRangeException(nameof(expression), expression, "no such part is among the rules"),
    };

    private static string Of(object? value) => value switch
    {
        null => "null",
        bool truth => truth ? "true" : "false",
        double number => number.ToString("0.0###", CultureInfo.InvariantCulture),
        _ => Convert.ToInt32(value, CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture),
    };

    private static string Sign(ExpressionType type) => type switch
    {
        ExpressionType.AndAlso => "&&",
        ExpressionType.OrElse => "||",
        ExpressionType.Equal => "==",
        ExpressionType.NotEqual => "!=",
        ExpressionType.LessThan => "<",
        ExpressionType.LessThanOrEqual => "<=",
        ExpressionType.GreaterThan => ">",
        ExpressionType.GreaterThanOrEqual => ">=",
        ExpressionType.Multiply => "*",
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, "no such sign is among the rules"),
    };
}
