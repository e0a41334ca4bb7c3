using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using ComplianceRules.Diagnostics;
using ComplianceRules.Facts;
using ComplianceRules.Json;

namespace ComplianceRules.Expressions;

/// <summary>Puts what a derived field is worked out of in the place of its name.</summary>
/// <remarks>For one thread. A field is worked out of facts alone: it sees no parameters.</remarks>
/// <param name="schema">The tables and fields.</param>
/// <param name="chain">The fields that are being put in place, each worked out of the next.</param>
internal sealed class DerivedFacts(FactSchema schema, ImmutableArray<string> chain)
{
    /// <summary>The most nodes that a field may be worked out of, those of other derived fields counted as often as they are used.</summary>
    public const int MostNodes = ExpressionBounds.Nodes;

    /// <summary>Whether a field was met that is being put in place already.</summary>
    public bool IsCircular { get; private set; }

    /// <summary>What a field is worked out of, as its own row sees it; null where it is in trouble.</summary>
    /// <param name="table">The field's table.</param>
    /// <param name="field">A derived field.</param>
    /// <param name="problems">Takes what is wrong with it.</param>
    public TypedExpression? Definition(string table, FieldSchema field, DiagnosticBag problems)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        string name = $"{table}.{field.Name}";
        if (chain.Contains(name))
        {
            IsCircular = true;
            return null;
        }

        DerivedFacts inner = new(schema, chain.Add(name));
        ExpressionScope scope = new(schema, table, ImmutableSortedDictionary<string, ParameterSignature>.Empty) { Derived = inner, IsOfDerivedField = true };
        JsonNode text = field.Derivation!;
        TypedExpression? typed = new ExpressionChecker(scope, problems).Read(text);
        IsCircular |= inner.IsCircular;
        if (typed is null) return null;
        if (ExpressionWalker.SelfAndDescendants(typed).Take(MostNodes + 1).Count() > MostNodes)
        {
            problems.Report(DiagnosticCodes.DerivedTooLarge, text.Span, field.Name, $"{MostNodes}");
            return null;
        }

        ExpressionPrinter printer = new(scope);
        Place place = new(text.Span);
        return new TypeFitter(printer, problems).Fit(new PlacedExpression(typed, place), Wanted(field, typed.Type), field.Name, place);
    }

    // A number may leave its unit, and a time its scale, to what it is worked out of.
    private static ExpressionType Wanted(FieldSchema field, ExpressionType given) => field switch
    {
        { Type: FieldType.Number, Unit: null } => given.Kind == FieldType.Number && !given.IsList ? given : ExpressionType.Number(Unit.One),
        { Type: FieldType.Time } => given.Kind == FieldType.Time && !given.IsList ? given : ExpressionType.Time,
        _ => ExpressionType.Of(field),
    };
}
