using System.Collections.Immutable;
using ComplianceRules.Facts;

namespace ComplianceRules.Expressions;

/// <summary>What <c>startsWith</c>, <c>endsWith</c> and <c>contains</c> share: a question about two texts, compared code unit by code unit.</summary>
internal static class TextTest
{
    public const string Signature = "text";

    /// <summary>True or false for two texts; a key of an enum is no text.</summary>
    public static ExpressionType? ResultOf(ImmutableArray<ExpressionType> arguments) =>
        arguments is [{ Kind: FieldType.Text }, { Kind: FieldType.Text }] ? ExpressionType.Bool : null;

    public static Value Ask(ImmutableArray<Value> arguments, Func<string, string, bool> holds) =>
        Value.Of(holds(((TextValue)arguments[0]).Content, ((TextValue)arguments[1]).Content));
}
