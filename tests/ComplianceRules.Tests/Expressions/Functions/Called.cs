using System.Collections.Immutable;
using ComplianceRules.Expressions;
using ComplianceRules.Facts;

namespace ComplianceRules.Tests.Expressions.Functions;

/// <summary>Functions of the registry, called with values of any type.</summary>
internal static class Called
{
    public static readonly ExpressionType Enum = new(FieldType.Enum) { Options = ["ordinary", "special"] };

    public static readonly ExpressionType Set = new(FieldType.Set) { Options = ["art", "music"] };

    /// <summary>The result as data writes it; <c>?</c> and the reason where it is unknown.</summary>
    public static string Value(string name, SchoolCalendar? calendar, params ReadOnlySpan<Value> arguments)
    {
        ImmutableArray<Value> values = [.. arguments];
        IExpressionFunction function = FunctionRegistry.Named(name).First(f => f.ResultOf([.. values.Select(TypeOf)]) is not null);
        Value result = function.Call(values, calendar);
        return result is UnknownValue unknown ? $"?{unknown.Reason}" : result.Text;
    }

    /// <summary>The type and unit of the result; null where no function of the name takes the arguments.</summary>
    public static string? Type(string name, params ReadOnlySpan<ExpressionType> arguments)
    {
        ImmutableArray<ExpressionType> types = [.. arguments];
        ExpressionType? result = FunctionRegistry.Named(name).Select(f => f.ResultOf(types)).FirstOrDefault(t => t is not null);
        return result is null ? null : $"{result.Kind} {result.Unit?.Text}".TrimEnd();
    }

    private static ExpressionType TypeOf(Value value) => value switch
    {
        TextValue => ExpressionType.Text,
        SetValue => Set,
        DateValue => ExpressionType.Date,
        _ => throw new ArgumentOutOfRangeException(nameof(value)),
    };
}
