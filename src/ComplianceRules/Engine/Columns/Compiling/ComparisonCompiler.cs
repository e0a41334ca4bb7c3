using ComplianceRules.Expressions;
using ComplianceRules.Facts;

namespace ComplianceRules.Engine;

/// <summary>Turns comparisons of facts into those of columns.</summary>
/// <param name="plan">Takes the conditions.</param>
/// <param name="conditions">Turns whole conditions.</param>
internal sealed class ComparisonCompiler(ColumnPlanBuilder plan, ConditionCompiler conditions)
{
    // So many numbers of any exponent have a product whose fraction the interpreter still keeps.
    private const int MostParts = 12;

    private readonly ListCompiler _lists = new(plan, conditions);
    private readonly NumberCompiler _numbers = new(plan, new ListCompiler(plan, conditions), conditions);

    // More keys than any schema of grades or stages has; a table of keys costs two comparisons each.
    private const int MostKeys = 40;

    /// <summary>A comparison; null where columns cannot answer it.</summary>
    /// <param name="comparison">The comparison.</param>
    /// <param name="rows">The rows at hand.</param>
    public TruthNode? Find(ComparisonExpression comparison, RowContext rows) =>
        OfFacts(comparison, rows) ?? OfChoice(comparison, rows) ?? OfRatio(comparison, rows) ?? OfNumbers(comparison, rows);

    /// <summary>A membership in a written list; null where columns cannot answer it.</summary>
    /// <param name="membership">The membership.</param>
    /// <param name="rows">The rows at hand.</param>
    public TruthNode? Find(MembershipExpression membership, RowContext rows)
    {
        if (membership is not { Collection: ListExpression { Items: { IsEmpty: false } items } } || items.Length > MostKeys) return null;
        TruthNode? found = null;
        foreach (TypedExpression item in items)
        {
            if (conditions.Find(new ComparisonExpression(ComparisonOperator.Equal, membership.Item, item), rows) is not { } here) return null;
            TruthNode? before = found;
            found = before is null ? here : plan.Program(rows.Table).Node($"or {before.Slot} {here.Slot}", slot => new LogicNode(slot, false, before, here));
        }

        return found;
    }

    /// <summary>Whether a parameter has an entry for the row's key; null where columns cannot answer it.</summary>
    /// <param name="entry">The question.</param>
    /// <param name="rows">The rows at hand.</param>
    public TruthNode? Find(ParameterEntryExpression entry, RowContext rows)
    {
        TruthNode? byKey = ByKey(entry.Key, rows, key => conditions.Find(new ParameterEntryExpression(entry.Name, key), rows));
        if (byKey is null || entry.Key is not FieldExpression key || plan.Climb(key.Row, rows) is not { Length: 1 }) return byKey;
        TableProgram program = plan.Program(rows.Table);
        int column = program.Column(key.Field.Name);
        KeyedConstant[] keys = [.. Keys(key)!.Select(k => new KeyedConstant(k, plan.Constants.Find(new ParameterEntryExpression(entry.Name, new LiteralExpression(key.Type, k)), rows)!))];
        return program.Node($"entry {byKey.Slot}", slot => new KeyedEntryNode(slot, column, byKey) { Keys = keys });
    }

    private TruthNode? OfFacts(ComparisonExpression comparison, RowContext rows) => (comparison.Left, comparison.Right) switch
    {
        (FieldExpression field, ParameterExpression { Key: { } key } parameter) => Keyed(field, comparison.Operator, parameter, (key, rows)),
        (ParameterExpression { Key: { } key } parameter, FieldExpression field) => Keyed(field, Flipped(comparison.Operator), parameter, (key, rows)),
        (FieldExpression left, FieldExpression right) => Pair(left, comparison.Operator, right, rows),
        (FieldExpression field, var other) => Limit(field, comparison.Operator, other, rows),
        (var other, FieldExpression field) => Limit(field, Flipped(comparison.Operator), other, rows),
        _ => null,
    };

    // What is compared with one of two values is one of two comparisons: unknown wherever either is.
    private TruthNode? OfChoice(ComparisonExpression comparison, RowContext rows) => (comparison.Left, comparison.Right) switch
    {
        (ConditionalExpression e, var other) => Chosen(e, chosen => new ComparisonExpression(comparison.Operator, chosen, other), rows),
        (var other, ConditionalExpression e) => Chosen(e, chosen => new ComparisonExpression(comparison.Operator, other, chosen), rows),
        _ => null,
    };

    private TruthNode? Chosen(ConditionalExpression choice, Func<TypedExpression, ComparisonExpression> compare, RowContext rows)
    {
        if (conditions.Find(choice.Condition, rows) is not { } condition || conditions.Find(compare(choice.WhenTrue), rows) is not { } whenTrue) return null;
        return conditions.Choice(condition, whenTrue, conditions.Find(compare(choice.WhenFalse), rows), rows);
    }

    private static int Parts(TypedExpression expression) => ExpressionWalker.SelfAndDescendants(expression).Count(n => n is FieldExpression or ParameterExpression or LiteralExpression);

    private TruthNode? OfRatio(ComparisonExpression comparison, RowContext rows)
    {
        bool isLeft = plan.Constants.Find(comparison.Left, rows) is null;
        if (plan.Constants.Find(isLeft ? comparison.Right : comparison.Left, rows) is not { } limit) return null;
        ComparisonOperator sign = isLeft ? comparison.Operator : Flipped(comparison.Operator);
        TypedExpression ratio = isLeft ? comparison.Left : comparison.Right;
        if (ratio is MacroExpression { Kind: MacroKind.Share } share) return _lists.Find(share, sign, limit, rows);
        if (ratio is AggregateExpression { Kind: AggregateKind.Variation } variation) return _numbers.Variation(variation, sign, limit, rows);
        if (ratio is AggregateExpression { Kind: AggregateKind.Min or AggregateKind.Max or AggregateKind.Percentile } ordered) return _numbers.Ordered(ordered, sign, limit, rows);
        if (_numbers.Ratio(ratio, rows) is not var (above, below, factor)) return null;
        return plan.Program(rows.Table).Node($"ratio {sign} {above.Slot} {below.Slot} {limit.Number}", slot => new RatioComparison(slot, sign, above, below, (limit, factor)));
    }

    private TruthNode? OfNumbers(ComparisonExpression comparison, RowContext rows)
    {
        if (comparison.Left.Type.IsList || comparison.Left.Type.Kind is not (FieldType.Number or FieldType.Date or FieldType.Time)) return null;
        if (_numbers.Both(comparison.Left, comparison.Right, rows) is not var (left, right) || NumberScale.Common(left.Scale, right.Scale) is not { } scale) return null;
        (double fl, double fr) = (left.Scale.FactorTo(scale), right.Scale.FactorTo(scale));
        bool isExact = left.IsExact && right.IsExact && left.Most * fl < NumberNode.MostExact && right.Most * fr < NumberNode.MostExact;
        if (!isExact && (!rows.IsSubject || Parts(comparison) > MostParts)) return null;
        RowQuestion? doubtful = isExact ? null : new RowQuestion(comparison, rows.Pack);
        return plan.Program(rows.Table).Node(isExact ? $"numbers {comparison.Operator} {left.Slot} {right.Slot}" : null, slot => new NumberComparison(slot, comparison.Operator, (left, fl), (right, fr), doubtful));
    }

    private TruthNode? Keyed(FieldExpression field, ComparisonOperator comparison, ParameterExpression parameter, (TypedExpression Key, RowContext Rows) at)
    {
        if (plan.Constants.Find(parameter, at.Rows) is not null) return Limit(field, comparison, parameter, at.Rows);
        TruthNode? byKey = ByKey(at.Key, at.Rows, key => Limit(field, comparison, new ParameterExpression(parameter.Type, parameter.Name, key, parameter.SeasonOf), at.Rows));
        if (byKey is null || at.Key is not FieldExpression { Row: var row } key || row != field.Row || plan.Climb(row, at.Rows) is not { Length: 1 }) return byKey;
        (LimitForm form, bool isOpposite) = FormOf(comparison);
        TableProgram program = plan.Program(at.Rows.Table);
        (int, int) columns = (program.Column(field.Field.Name), program.Column(key.Field.Name));
        return program.Node($"keyed {byKey.Slot}", slot => new KeyedLimitNode(slot, columns, form, isOpposite, byKey) { Keys = ConstantsOf(key, parameter, at.Rows) });
    }

    private KeyedConstant[] ConstantsOf(FieldExpression key, ParameterExpression parameter, RowContext rows) =>
        [.. Keys(key)!.Select(k => new KeyedConstant(k, plan.Constants.Find(new ParameterExpression(parameter.Type, parameter.Name, new LiteralExpression(key.Type, k), parameter.SeasonOf), rows)!))];

    private TruthNode? ByKey(TypedExpression key, RowContext rows, Func<LiteralExpression, TruthNode?> make)
    {
        if (key is not FieldExpression field || Keys(field) is not { } keys) return null;
        TableProgram program = plan.Program(rows.Table);
        TruthNode? found = program.Node("unknown", slot => new ConstantNode(slot, null));
        foreach (Value value in keys)
        {
            LiteralExpression literal = new(field.Type, value);
            found = conditions.Choice(Limit(field, ComparisonOperator.Equal, literal, rows), make(literal), found, rows);
        }

        return found;
    }

    private static List<Value>? Keys(FieldExpression field)
    {
        if (field.Field.Type == FieldType.Enum) return field.Field.Options.Length > MostKeys ? null : [.. field.Field.Options.Select(o => new TextValue(o.Key))];
        if (field.Field is not { Type: FieldType.Number, Range: { } range } || CellCoding.Of(field.Field) is not { Kind: CellKind.Byte } coding) return null;
        List<Value> keys = [];
        for (int cell = 0; cell <= byte.MaxValue && keys.Count <= MostKeys; cell++)
        {
            if (range.Contains(coding.Value(cell))) keys.Add(new NumberValue(Rational.OfCell(coding.Value(cell))));
        }

        return keys.Count > MostKeys ? null : keys;
    }

    private TruthNode? Limit(FieldExpression field, ComparisonOperator comparison, TypedExpression other, RowContext rows)
    {
        bool isComparable = field.Field.Type is FieldType.Number or FieldType.Date or FieldType.Time
            || (field.Field.Type is FieldType.Enum or FieldType.Text && comparison is ComparisonOperator.Equal or ComparisonOperator.NotEqual);
        if (!isComparable || other.Type.IsRoot || plan.Constants.Find(other, rows) is not { } constant) return null;
        if (constant.Pack is not null && LeavesStack(field.Row, rows)) return null;
        (LimitForm form, bool isOpposite) = FormOf(comparison);
        return conditions.At(field.Row, rows, Make);

        TruthNode Make(TableProgram program)
        {
            int column = program.Column(field.Field.Name);
            return program.Node($"limit {column} {form} {isOpposite} {constant.Number}", slot => new LimitNode(slot, column, form, isOpposite, constant));
        }
    }

    // A region above is judged by a stack of its own, whose limits are not those of the rows at hand.
    private bool LeavesStack(RowPath path, RowContext rows) => plan.Climb(path, rows) is { } steps && steps.AsSpan()[1..].Contains(BaseTables.Region);

    private TruthNode? Pair(FieldExpression left, ComparisonOperator comparison, FieldExpression right, RowContext rows)
    {
        bool isComparable = left.Field.Type == right.Field.Type && left.Field.Type is FieldType.Number or FieldType.Date or FieldType.Time;
        if (!isComparable || left.Row != right.Row) return null;
        return comparison switch
        {
            ComparisonOperator.Less => Pair((right, left), isSame: false, isOpposite: true, rows),
            ComparisonOperator.Greater => Pair((left, right), isSame: false, isOpposite: true, rows),
            ComparisonOperator.GreaterOrEqual => Pair((right, left), isSame: false, isOpposite: false, rows),
            ComparisonOperator.LessOrEqual => Pair((left, right), isSame: false, isOpposite: false, rows),
            _ => Pair((left, right), isSame: true, comparison == ComparisonOperator.NotEqual, rows),
        };
    }

    private TruthNode? Pair((FieldExpression Left, FieldExpression Right) fields, bool isSame, bool isOpposite, RowContext rows) => conditions.At(fields.Left.Row, rows, program =>
    {
        (int, int) columns = (program.Column(fields.Left.Field.Name), program.Column(fields.Right.Field.Name));
        return program.Node($"pair {columns} {isSame} {isOpposite}", slot => new PairNode(slot, columns, isSame, isOpposite));
    });

    private static (LimitForm Form, bool IsOpposite) FormOf(ComparisonOperator comparison) => comparison switch
    {
        ComparisonOperator.LessOrEqual => (LimitForm.AtMost, false),
        ComparisonOperator.Less => (LimitForm.Below, false),
        ComparisonOperator.GreaterOrEqual => (LimitForm.Below, true),
        ComparisonOperator.Greater => (LimitForm.AtMost, true),
        _ => (LimitForm.Same, comparison == ComparisonOperator.NotEqual),
    };

    private static ComparisonOperator Flipped(ComparisonOperator comparison) => comparison switch
    {
        ComparisonOperator.Less => ComparisonOperator.Greater,
        ComparisonOperator.LessOrEqual => ComparisonOperator.GreaterOrEqual,
        ComparisonOperator.Greater => ComparisonOperator.Less,
        ComparisonOperator.GreaterOrEqual => ComparisonOperator.LessOrEqual,
        _ => comparison,
    };
}
