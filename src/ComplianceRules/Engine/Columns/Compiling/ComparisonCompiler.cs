using ComplianceRules.Expressions;
using ComplianceRules.Facts;

namespace ComplianceRules.Engine;

/// <summary>Turns comparisons of facts into those of columns.</summary>
/// <param name="plan">Takes the conditions.</param>
/// <param name="conditions">Turns whole conditions.</param>
internal sealed class ComparisonCompiler(ColumnPlanBuilder plan, ConditionCompiler conditions)
{
    // More keys than any schema of grades or stages has; a table of keys costs two comparisons each.
    private const int MostKeys = 40;

    /// <summary>A comparison; null where columns cannot answer it.</summary>
    /// <param name="comparison">The comparison.</param>
    /// <param name="rows">The rows at hand.</param>
    public TruthNode? Find(ComparisonExpression comparison, RowContext rows) => (comparison.Left, comparison.Right) switch
    {
        (FieldExpression field, ParameterExpression { Key: { } key } parameter) => Keyed(field, comparison.Operator, parameter, (key, rows)),
        (ParameterExpression { Key: { } key } parameter, FieldExpression field) => Keyed(field, Flipped(comparison.Operator), parameter, (key, rows)),
        (FieldExpression left, FieldExpression right) => Pair(left, comparison.Operator, right, rows),
        (FieldExpression field, var other) => Limit(field, comparison.Operator, other, rows),
        (var other, FieldExpression field) => Limit(field, Flipped(comparison.Operator), other, rows),
        _ => null,
    };

    /// <summary>A membership in a written list; null where columns cannot answer it.</summary>
    /// <param name="membership">The membership.</param>
    /// <param name="rows">The rows at hand.</param>
    public TruthNode? Find(MembershipExpression membership, RowContext rows)
    {
        if (membership is not { Item: FieldExpression field, Collection: ListExpression { Items: { IsEmpty: false } items } }) return null;
        TruthNode? found = null;
        foreach (TypedExpression item in items)
        {
            if (Limit(field, ComparisonOperator.Equal, item, rows) is not { } here) return null;
            TruthNode? before = found;
            found = before is null ? here : plan.Program(rows.Table).Node($"or {before.Slot} {here.Slot}", slot => new LogicNode(slot, false, before, here));
        }

        return found;
    }

    /// <summary>Whether a parameter has an entry for the row's key; null where columns cannot answer it.</summary>
    /// <param name="entry">The question.</param>
    /// <param name="rows">The rows at hand.</param>
    public TruthNode? Find(ParameterEntryExpression entry, RowContext rows) =>
        ByKey(entry.Key, rows, key => conditions.Find(new ParameterEntryExpression(entry.Name, key), rows));

    private TruthNode? Keyed(FieldExpression field, ComparisonOperator comparison, ParameterExpression parameter, (TypedExpression Key, RowContext Rows) at) =>
        plan.Constants.Find(parameter, at.Rows) is not null
            ? Limit(field, comparison, parameter, at.Rows)
            : ByKey(at.Key, at.Rows, key => Limit(field, comparison, new ParameterExpression(parameter.Type, parameter.Name, key), at.Rows));

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
        (LimitForm form, bool isOpposite) = FormOf(comparison);
        return conditions.At(field.Row, rows, Make);

        TruthNode Make(TableProgram program)
        {
            int column = program.Column(field.Field.Name);
            return program.Node($"limit {column} {form} {isOpposite} {constant.Number}", slot => new LimitNode(slot, column, form, isOpposite, constant));
        }
    }

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
