using ComplianceRules.Expressions;
using ComplianceRules.Facts;
using ComplianceRules.Findings;

namespace ComplianceRules.Engine;

/// <summary>Says how the measure of a rule is spread over rows.</summary>
/// <remarks>May be shared between threads where the interpreter may.</remarks>
/// <param name="snapshot">The facts.</param>
/// <param name="interpreter">Evaluates one row.</param>
/// <param name="cancellation">Stops the work.</param>
internal sealed class MeasureMaker(Snapshot snapshot, ReferenceInterpreter interpreter, CancellationToken cancellation)
{
    /// <summary>What is to be counted of a measure; null where the rule measures no number, time or date, or applies to no row.</summary>
    /// <param name="rule">The rule.</param>
    public MeasureTally? Count(OverviewRule rule)
    {
        if (rule.Rule.Form.Observed is not { Type: { IsList: false, Kind: FieldType.Number or FieldType.Time or FieldType.Date } } observed) return null;
        ConcernedVerdicts rows = new(rule.Bits);
        if (rows.Count == 0) return null;
        LimitTally limits = new(snapshot, interpreter);
        limits.Add(rule.Rule, rows, cancellation);
        return new MeasureTally(rows.Count, Counted(rule.Rule, observed, rows), limits.Counted);
    }

    /// <summary>How a measure is spread.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="tally">What was counted of it.</param>
    public static MeasureOverview Of(CheckedRule rule, MeasureTally tally)
    {
        TypedExpression observed = rule.Form.Observed!;
        List<MeasuredCount> counts = tally.Counts;
        Rational? step = StepOf(observed);
        BinMaker bins = new(observed.Type.Kind, step, counts, LimitTally.Commonest(tally.Limits));
        return new MeasureOverview(rule.Id, rule.Pack.Id, rule.Form.Measure, observed.Type.Kind, observed.Type.Unit?.Text)
        {
            Step = step?.ToDouble(),
            Least = counts.Count == 0 ? null : counts[0].Value,
            Most = counts.Count == 0 ? null : counts[^1].Value,
            Bins = bins.Bins(),
            Limits = bins.Limits(),
            Unknown = tally.Rows - counts.Sum(c => c.Rows),
            Rows = tally.Rows,
        };
    }

    private List<MeasuredCount> Counted(CheckedRule rule, TypedExpression observed, ConcernedVerdicts rows)
    {
        FactTable subject = snapshot.Table(rule.Rule.Subject);
        MeasureCounter counter = new();
        if (OwnField(observed, subject) is { } field)
        {
            if (subject.Column(field.Name) is not { } column) return [];
            if (ColumnMeasures.Of(column, rows) is { } counted) return counted;
        }

        RowNumbers numbers = new(observed, snapshot, subject, interpreter);
        foreach (StackRun run in rows.Bits.Rows.Runs)
        {
            cancellation.ThrowIfCancellationRequested();
            ParameterTable parameters = run.Stack.ParametersOf(rule.Pack.Id);
            foreach (int row in rows.RowsOf(run))
            {
                if (numbers.Of(row, parameters) is { } value) counter.Add(rows.Bits, row, value);
            }
        }

        return counter.Counted();
    }

    private static FieldSchema? OwnField(TypedExpression observed, FactTable subject) =>
        observed is FieldExpression { Row: { Frame: 0, Above: false, InPrevious: false } row, Field: var field } && row.Table == subject.Schema.Name ? field : null;

    private static Rational? StepOf(TypedExpression observed) => ExpressionRanges.Of(observed)[observed].Range is Interval { Step: { IsZero: false } step } ? step : null;
}
