using System.Collections.Immutable;
using ComplianceRules.Facts;

namespace ComplianceRules.Expressions;

/// <summary>The names that an expression may use.</summary>
/// <param name="Schema">The tables and fields that the pack may speak of.</param>
/// <param name="Subject">The table of the rule's subject.</param>
/// <param name="Parameters">The parameters that the pack may use, by name.</param>
internal sealed record ExpressionScope(FactSchema Schema, string Subject, ImmutableSortedDictionary<string, ParameterSignature> Parameters)
{
    /// <summary>The table of the child rows whose fields bare names mean, inside a kind's <c>where</c> or <c>that</c>; null elsewhere.</summary>
    public string? Child { get; init; }

    /// <summary>The date that chooses the season of the rule's parameters; null where the day of assessment does.</summary>
    public FieldExpression? SeasonOf { get; init; }

    /// <summary>The variables of the macros around, outermost first.</summary>
    public ImmutableArray<MacroVariable> Variables { get; init; } = [];

    /// <summary>Values that stand for a name, as <c>name</c> or <c>table.name</c>; none in packs.</summary>
    public ImmutableSortedDictionary<string, TypedExpression> Constants { get; init; } = ImmutableSortedDictionary.Create<string, TypedExpression>(StringComparer.Ordinal);

    /// <summary>What derived fields are worked out of.</summary>
    public DerivedFacts Derived { get => field ?? new DerivedFacts(Schema, []); init; }

    /// <summary>Whether the expression is what a derived field is worked out of.</summary>
    public bool IsOfDerivedField { get; init; }

    /// <summary>Whether ints are read and counted as CEL does: 64 bit, <c>/</c> of two ints is whole, <c>size()</c> is an int. Packs count in decimals.</summary>
    public bool HasCelInts { get; init; }
}
