using System.Numerics;
using System.Runtime.CompilerServices;
using ComplianceRules.Expressions;
using ComplianceRules.Facts;

namespace ComplianceRules.Engine;

/// <summary>Turns numbers, days and times that are computed into those of columns.</summary>
/// <param name="plan">Takes the numbers.</param>
/// <param name="lists">Goes through lists.</param>
/// <param name="conditions">Turns conditions on items.</param>
internal sealed class NumberCompiler(ColumnPlanBuilder plan, ListCompiler lists, ConditionCompiler conditions)
{
    // Sums of 2^31 items as small stay below 2^53.
    private const double MostOfItem = 1 << 22;

    /// <summary>A number of each row; null where columns do not have it.</summary>
    /// <param name="expression">The number, day or time.</param>
    /// <param name="rows">The rows at hand.</param>
    /// <param name="beside">The scale of what it is compared or computed with; null where there is none.</param>
    public NumberNode? Find(TypedExpression expression, RowContext rows, NumberScale? beside = null)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        bool isNumber = expression.Type is { IsList: false, IsRoot: false, IsInt: false, Kind: FieldType.Number or FieldType.Date or FieldType.Time };
        bool isWritten = expression is LiteralExpression { Type.Kind: FieldType.Number };
        if (!isNumber && !isWritten) return null;
        if (plan.Constants.Find(expression, rows) is { } constant) return OfConstant(constant, expression, rows, beside ?? NumberScale.One);
        return expression switch
        {
            FieldExpression e => Field(e, rows),
            NegateExpression e => Arithmetic(ArithmeticOperator.Subtract, new LiteralExpression(e.Type, new NumberValue(Rational.Zero)), e.Operand, rows),
            ArithmeticExpression { Operator: ArithmeticOperator.Add or ArithmeticOperator.Subtract } e when IsPlain(e) => Arithmetic(e.Operator, e.Left, e.Right, rows),
            ArithmeticExpression { Operator: ArithmeticOperator.Multiply } e => Product(e.Left, e.Right, rows),
            MacroExpression { Kind: MacroKind.Count } e => Counted(e, rows),
            AggregateExpression { Kind: AggregateKind.Size } e => Size(e.List, rows),
            AggregateExpression e => Aggregate(e, rows),
            _ => null,
        };
    }

    /// <summary>The dividend, the divisor and the factor of a quotient of exact numbers; null where it is none.</summary>
    /// <param name="expression">The quotient.</param>
    /// <param name="rows">The rows at hand.</param>
    public (NumberNode Above, NumberNode Below, Rational Factor)? Ratio(TypedExpression expression, RowContext rows) => expression switch
    {
        ArithmeticExpression { Operator: ArithmeticOperator.Divide, Type.IsInt: false } e => Ratio(Find(e.Left, rows), Find(e.Right, rows), Rational.Of(1)),
        CallExpression { Function.Name: "percent" or "per_100", Arguments: [var above, var below] } => Ratio(Find(above, rows), Find(below, rows), Rational.Of(100)),
        AggregateExpression { Kind: AggregateKind.Average, List: var list } e => Ratio(Aggregate(AggregateKind.Sum, list, null, rows), Size(list, rows), Rational.Of(1)),
        _ => null,
    };

    /// <summary>A coefficient of variation compared with a limit; null where columns cannot answer it.</summary>
    /// <param name="variation">The coefficient.</param>
    /// <param name="comparison">How it is compared.</param>
    /// <param name="limit">The limit.</param>
    /// <param name="rows">The rows at hand.</param>
    public TruthNode? Variation(AggregateExpression variation, ComparisonOperator comparison, Constant limit, RowContext rows)
    {
        if (Items(variation.List, rows) is not var (source, item)) return null;
        NumberNode? weight = null;
        if (variation.Argument is { } weights)
        {
            if (Items(weights, rows) is not var (same, own) || same.List != source.List || same.Where != source.Where) return null;
            weight = own;
        }

        ListTally tally = new(source.List, plan.Program(source.Items.Table).Index, source.Where, null) { MostItems = ListTally.Bound };
        return plan.Program(rows.Table).Node(null, slot => new VariationComparison(slot, tally, (item, weight), comparison, limit));
    }

    /// <summary>The least, the largest or a percentile of the facts of a list's items compared with a limit; null where columns answer it otherwise or not at all.</summary>
    /// <param name="aggregate">What is made of the facts.</param>
    /// <param name="comparison">How it is compared.</param>
    /// <param name="limit">The limit.</param>
    /// <param name="rows">The rows at hand.</param>
    public TruthNode? Ordered(AggregateExpression aggregate, ComparisonOperator comparison, Constant limit, RowContext rows)
    {
        if (comparison is ComparisonOperator.Equal or ComparisonOperator.NotEqual || RankOf(aggregate) is not { } rank) return null;
        if (aggregate.List is not MacroExpression { Kind: MacroKind.Map } map || lists.Source(map.List, rows) is not { Steps.Length: 1 } source) return null;
        if (Find(map.Body, source.Items) is not ColumnNumber { IsExact: true, Column: var column }) return null;
        ListTally tally = new(source.List, plan.Program(source.Items.Table).Index, source.Where, null) { MostItems = ListTally.Bound };
        string text = $"rank {rank} {comparison} {ListCompiler.Text(source, $"{column}")} {limit.Number}";
        return plan.Program(rows.Table).Node(text, slot => new RankComparison(slot, tally, (column, rank), comparison, limit));
    }

    // The least is the percentile of 0, the largest that of 100.
    private static Rational? RankOf(AggregateExpression aggregate) => aggregate switch
    {
        { Kind: AggregateKind.Min } => Rational.Zero,
        { Kind: AggregateKind.Max } => Rational.Of(100),
        { Kind: AggregateKind.Percentile, Argument: LiteralExpression { Value: NumberValue { Number: var rank } } } when rank >= Rational.Zero && rank <= Rational.Of(100) => rank,
        _ => null,
    };

    private (ListSource Source, NumberNode Item)? Items(TypedExpression list, RowContext rows)
    {
        if (list is not MacroExpression { Kind: MacroKind.Map } map || lists.Source(map.List, rows) is not { Steps.Length: 1 } source) return null;
        return Find(map.Body, source.Items) is { IsExact: true, Most: <= MostOfItem } item ? (source, item) : null;
    }

    private static (NumberNode Above, NumberNode Below, Rational Factor)? Ratio(NumberNode? above, NumberNode? below, Rational factor) =>
        above is { IsExact: true } && below is { IsExact: true } ? (above, below, factor * above.Scale.Fraction / below.Scale.Fraction) : null;

    // Days and times only where a span comes of two of them.
    private static bool IsPlain(ArithmeticExpression e) =>
        e.Type.Kind == FieldType.Number && e.Left.Type.Kind == e.Right.Type.Kind;

    private NumberNode OfConstant(Constant constant, TypedExpression expression, RowContext rows, NumberScale scale)
    {
        bool isExact = false;
        double most = double.PositiveInfinity;
        if (expression is LiteralExpression { Value: NumberValue { Number: var number } })
        {
            NumberScale own = number.IsZero ? scale : NumberScale.One.Times(Rational.Of(1) / Rational.Of(number.Denominator)) is { } fine ? NumberScale.Common(fine, scale) ?? scale : scale;
            Rational count = number / own.Fraction;
            isExact = count.IsWhole && BigInteger.Abs(count.Numerator) < (BigInteger)NumberNode.MostExact;
            if (isExact) (scale, most) = (own, Math.Abs((double)count.Numerator));
        }

        return plan.Program(rows.Table).Number($"constant {constant.Number} {scale}", slot => new ConstantNumber(slot, scale, most, isExact, constant));
    }

    private NumberNode? Field(FieldExpression field, RowContext rows)
    {
        if (field.Field.Type is not (FieldType.Number or FieldType.Date or FieldType.Time) || plan.Climb(field.Row, rows) is not { } steps) return null;
        TableProgram program = plan.Program(steps[^1]);
        bool isExact = field.Field.Type != FieldType.Number || CellCoding.Of(field.Field).Kind != CellKind.Double;
        int column = program.Column(field.Field.Name);
        NumberScale scale = isExact ? NumberScale.Of(field.Field) : NumberScale.One;
        NumberNode node = program.Number($"column {column}", slot => new ColumnNumber(slot, scale, isExact ? MostOf(field.Field) : double.PositiveInfinity, isExact, column));
        for (int step = steps.Length - 2; step >= 0; step--)
        {
            NumberNode number = node;
            int above = plan.Program(steps[step + 1]).Index;
            node = plan.Program(steps[step]).Number($"above {above} {number.Slot}", slot => new AboveNumber(slot, above, number));
        }

        return node;
    }

    private static double MostOf(FieldSchema field) => CellCoding.Of(field) switch
    {
        _ when field.Type != FieldType.Number => 1 << 22,
        { Kind: CellKind.Byte } => byte.MaxValue,
        { Kind: CellKind.UInt16 } => ushort.MaxValue,
        var coding => Math.Ceiling(Math.Max(Math.Abs(field.Range!.Low), Math.Abs(field.Range.High)) / coding.Value(1)) + 1,
    };

    private NumberNode? Arithmetic(ArithmeticOperator sign, TypedExpression left, TypedExpression right, RowContext rows)
    {
        if (Both(left, right, rows) is not var (a, b)) return null;
        if (NumberScale.Common(a.Scale, b.Scale) is not { } scale) return null;
        (double fa, double fb) = (a.Scale.FactorTo(scale), b.Scale.FactorTo(scale));
        double most = (a.Most * fa) + (b.Most * fb);
        return plan.Program(rows.Table).Number($"{sign} {a.Slot} {b.Slot}", slot => new ArithmeticNumber(slot, (scale, most, a.IsExact && b.IsExact && most < NumberNode.MostExact), sign, (a, fa), (b, fb)));
    }

    private NumberNode? Product(TypedExpression left, TypedExpression right, RowContext rows)
    {
        if (Both(left, right, rows) is not var (a, b) || NumberScale.Product(a.Scale, b.Scale) is not { } scale) return null;
        double most = a.Most * b.Most;
        return plan.Program(rows.Table).Number($"times {a.Slot} {b.Slot}", slot => new ArithmeticNumber(slot, (scale, most, a.IsExact && b.IsExact && most < NumberNode.MostExact), ArithmeticOperator.Multiply, (a, 1), (b, 1)));
    }

    /// <summary>Two numbers beside each other; null where columns do not have both.</summary>
    public (NumberNode Left, NumberNode Right)? Both(TypedExpression left, TypedExpression right, RowContext rows)
    {
        bool isFirst = plan.Constants.Find(left, rows) is null;
        NumberNode? one = Find(isFirst ? left : right, rows);
        NumberNode? other = one is null ? null : Find(isFirst ? right : left, rows, one.Scale);
        if (other is null) return null;
        return isFirst ? (one!, other) : (other, one!);
    }

    private NumberNode? Counted(MacroExpression macro, RowContext rows)
    {
        if (lists.Source(macro.List, rows) is not { Steps.Length: 1 } source || conditions.Find(macro.Body, source.Items) is not { } that) return null;
        ListTally tally = new(source.List, plan.Program(source.Items.Table).Index, source.Where, that) { MostItems = ListTally.Bound };
        return plan.Program(rows.Table).Number($"count {ListCompiler.Text(source, $"{that.Slot}")}", slot => new CountNumber(slot, tally));
    }

    private NumberNode? Size(TypedExpression list, RowContext rows)
    {
        TypedExpression rowsOf = list is MacroExpression { Kind: MacroKind.Map } map ? map.List : list;
        if (lists.Source(rowsOf, rows) is not { Steps.Length: 1 } source) return null;
        ListTally tally = new(source.List, plan.Program(source.Items.Table).Index, source.Where, null) { MostItems = ListTally.Bound };
        return plan.Program(rows.Table).Number($"size {ListCompiler.Text(source, string.Empty)}", slot => new TotalNumber(slot, tally));
    }

    private NumberNode? Aggregate(AggregateExpression aggregate, RowContext rows)
    {
        if (aggregate.Kind is AggregateKind.Sum or AggregateKind.Min or AggregateKind.Max) return Aggregate(aggregate.Kind, aggregate.List, null, rows);
        if (aggregate is not { Kind: AggregateKind.Percentile, Argument: LiteralExpression { Value: NumberValue { Number: var rank } } }) return null;
        return rank < Rational.Zero || rank > Rational.Of(100) ? null : Aggregate(AggregateKind.Percentile, aggregate.List, rank, rows);
    }

    private NumberNode? Aggregate(AggregateKind kind, TypedExpression list, Rational? rank, RowContext rows)
    {
        if (list is not MacroExpression { Kind: MacroKind.Map } map || lists.Source(map.List, rows) is not { Steps.Length: 1 } source) return null;
        if (Find(map.Body, source.Items) is not { IsExact: true } item || (kind == AggregateKind.Sum && item.Most > MostOfItem)) return null;
        double most = kind == AggregateKind.Sum ? NumberNode.MostExact / 2 : item.Most;
        ListTally tally = new(source.List, plan.Program(source.Items.Table).Index, source.Where, null) { MostItems = ListTally.Bound };
        return plan.Program(rows.Table).Number($"{kind} {rank} {ListCompiler.Text(source, $"{item.Slot}")}", slot => new ItemNumber(slot, most, tally, item, (kind, rank ?? Rational.Zero)));
    }
}
