using System.Collections.Immutable;
using ComplianceRules.Expressions;
using ComplianceRules.Facts;

namespace ComplianceRules.Engine;

/// <summary>Where in a rule a part stands.</summary>
/// <param name="Rows">The rows at hand.</param>
/// <param name="Scope">How names are written there.</param>
internal sealed record NodePlace(RowFrames Rows, ExpressionScope Scope)
{
    private static readonly ImmutableSortedDictionary<string, ParameterSignature> NoParameters = ImmutableSortedDictionary<string, ParameterSignature>.Empty;

    /// <summary>How the value is compared, with it on the left; null where it is not.</summary>
    public ComparisonOperator? Comparison { get; init; }

    /// <summary>What the value is compared with; null where it is not compared.</summary>
    public Value? Against { get; init; }

    /// <summary>Whether the comparison has an answer.</summary>
    public bool IsDecided { get; init; }

    /// <summary>The place of the trees of a rule.</summary>
    /// <param name="rows">The subject's row.</param>
    /// <param name="schema">The tables.</param>
    public static NodePlace Of(RowFrames rows, FactSchema schema) => new(rows, new ExpressionScope(schema, rows.Subject.Schema.Name, NoParameters));

    /// <summary>The place of what is asked of an item of a list.</summary>
    /// <param name="rows">The rows at hand, the item among them.</param>
    /// <param name="variable">What the item goes by; null where bare names are those of its row.</param>
    /// <param name="table">The table of the item.</param>
    public NodePlace Inside(RowFrames rows, MacroVariable? variable, string? table) =>
        new(rows, variable is null ? Scope with { Child = table } : Scope with { Variables = Scope.Variables.Add(variable) });

    /// <summary>The same place for a part that nothing is compared with.</summary>
    public NodePlace Plain() => Comparison is null ? this : new NodePlace(Rows, Scope);
}
