using System.Collections.Immutable;

namespace ComplianceRules.Expressions;

/// <summary>The values of a list literal, all of them known.</summary>
internal sealed record ListValue(ImmutableArray<Value> Items) : Value
{
    public override string Text => string.Join(", ", Items.Select(i => i.Text));
}
