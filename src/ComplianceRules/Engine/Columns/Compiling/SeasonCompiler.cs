using System.Collections.Immutable;
using ComplianceRules.Expressions;
using ComplianceRules.Facts;

namespace ComplianceRules.Engine;

/// <summary>Turns comparisons with parameters whose season a date of the row chooses into one comparison for each part of the year.</summary>
/// <param name="plan">Takes the conditions.</param>
/// <param name="conditions">Turns whole conditions.</param>
internal sealed class SeasonCompiler(ColumnPlanBuilder plan, ConditionCompiler conditions)
{
    // More than any timetable has; the year of a hostile pack is left to the interpreter.
    private const int MostParts = 12;

    /// <summary>A comparison; null where no date chooses a season, and where columns cannot answer it.</summary>
    /// <param name="condition">The condition.</param>
    /// <param name="rows">The rows at hand.</param>
    public TruthNode? Find(TypedExpression condition, RowContext rows)
    {
        if (rows.SeasonDay is not null || plan.Seasons is not { } seasons || DateIn(condition) is not { } date) return null;
        ImmutableArray<Season> parts = seasons.PartsOf(ExpressionWalker.SelfAndDescendants(condition).OfType<ParameterExpression>().Where(p => p.SeasonOf is not null).Select(p => p.Name).Distinct(StringComparer.Ordinal));
        if (parts.Length > MostParts) return null;
        TruthNode? found = null;
        foreach (Season part in parts.Reverse())
        {
            if (conditions.Native(condition, rows with { SeasonDay = part.First }) is not { } inPart) return null;

            // An unknown date leaves the season open: so even a year of one part is asked for.
            if (conditions.Choice(conditions.Find(plan.IsIn(date, part), rows), inPart, found ?? inPart, rows) is not { } chosen) return null;
            found = chosen;
        }

        return found;
    }

    // The date, where the condition is unknown wherever it is.
    private static FieldExpression? DateIn(TypedExpression node) => node switch
    {
        ParameterExpression e => e.SeasonOf,
        ComparisonExpression { Left.Type.Kind: not FieldType.Bool } e => DateIn(e.Left) ?? DateIn(e.Right),
        ShareComparisonExpression e => DateIn(e.Limit),
        ArithmeticExpression e => DateIn(e.Left) ?? DateIn(e.Right),
        NegateExpression e => DateIn(e.Operand),
        CallExpression e => e.Arguments.Select(DateIn).FirstOrDefault(d => d is not null),
        _ => null,
    };
}
