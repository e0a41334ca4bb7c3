using ComplianceRules.Diagnostics;
using ComplianceRules.Facts;

namespace ComplianceRules.Expressions;

/// <summary>Makes expressions of facts of rows within reach.</summary>
internal static class FactPlaces
{
    /// <summary>A fact of a row; of a derived field what it is worked out of, read from here.</summary>
    /// <param name="scope">The names here.</param>
    /// <param name="row">The row.</param>
    /// <param name="field">The fact.</param>
    /// <param name="isOutOfReach">Whether what the field is worked out of cannot be reached from here.</param>
    /// <returns>The fact; null where it is out of reach, or where its field is in trouble, which is reported where that is declared.</returns>
    public static TypedExpression? Fact(this ExpressionScope scope, RowPath row, FieldSchema field, out bool isOutOfReach)
    {
        isOutOfReach = false;
        if (!field.IsDerived) return new FieldExpression(row, field, scope.HasCelInts && field is { Type: FieldType.Number, Step: 1 });
        if (scope.Derived.Definition(row.Table, field, new DiagnosticBag()) is not { } definition) return null;
        Transplant transplant = new(new RowPath(0, row.Table), row, scope);
        TypedExpression placed = transplant.Of(definition);
        isOutOfReach = transplant.IsOutOfReach;
        return isOutOfReach ? null : placed with { StandsFor = new DerivedName(row, field) };
    }

    /// <summary>How many macros are nested where an expression is to stand, those around it counted.</summary>
    /// <param name="scope">The names here.</param>
    /// <param name="expression">The expression.</param>
    public static int NestedMacros(this ExpressionScope scope, TypedExpression expression) =>
        ExpressionWalker.SelfAndDescendants(expression).OfType<MacroExpression>().Select(m => m.Variable.Frame - scope.VariablesFrom()).DefaultIfEmpty(0).Max();
}
