using System.Collections.Immutable;
using ComplianceRules.Engine;
using ComplianceRules.Expressions;
using ComplianceRules.Facts;
using ComplianceRules.Kinds;

namespace ComplianceRules.Sql.Rules;

internal sealed partial class SqlRuleWriter
{
    /// <summary>What a rule measures.</summary>
    /// <param name="form">The rule.</param>
    /// <param name="frames">What stands for the subject.</param>
    /// <param name="sources">Says where values come from.</param>
    /// <returns>It; null where the rule measures nothing, nothing that has a distance, or something of persons, which only the engine knows when to hide.</returns>
    public SqlMeasure? Measure(JudgedForm form, ImmutableArray<SqlFrame> frames, ParameterSources sources)
    {
        if (form.Observed is not { } observed || Refusal is not null) return null;
        IEnumerable<TypedExpression> all = form.Bounds.SelectMany(b => new[] { b.Value, b.Tolerance }).OfType<TypedExpression>().Prepend(observed);
        if (all.Any(e => !HasDistance(e.Type) || ExpressionWalker.SelfAndDescendants(e).Any(IsOfPersons))) return null;
        SqlQuantity measured = Quantity(observed, frames);
        ImmutableArray<SqlLimit> limits = [.. form.Bounds.Select(b => Limit(b, frames, sources))];
        return Refusal is null ? new SqlMeasure(measured, limits) : null;
    }

    private static bool HasDistance(ExpressionType type) => type is { IsList: false, IsRoot: false, Kind: FieldType.Number or FieldType.Time or FieldType.Date };

    private bool IsOfPersons(TypedExpression node) => node switch
    {
        RowsExpression rows => scope.Layout.Schema.IsPersonal(rows.List.Table),
        ChildShareExpression share => scope.Layout.Schema.IsPersonal(share.List.Table),
        _ => false,
    };

    private SqlQuantity Quantity(TypedExpression value, ImmutableArray<SqlFrame> frames) => new(value.Type.Kind, Value(value, frames));

    private SqlLimit Limit(Bound bound, ImmutableArray<SqlFrame> frames, ParameterSources sources)
    {
        SqlQuantity? tolerance = bound.Tolerance is { } room ? Quantity(room, frames) : null;
        if (bound.Value is not ParameterExpression parameter) return new SqlLimit(bound, Quantity(bound.Value, frames), tolerance);
        ImmutableArray<(SqlTest When, Value Value, string? Key)> inForce = [.. InForce(parameter, frames)];
        return new SqlLimit(bound, new SqlQuantity(parameter.Type.Kind, [.. inForce.Select(v => new SqlCase(v.When, TermOf(v.Value)))]), tolerance)
        {
            Sources = [.. inForce.Select(v => sources.Resolved(parameter, v.Key, null))],
        };
    }
}
