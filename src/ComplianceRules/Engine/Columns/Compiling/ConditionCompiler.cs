using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.CompilerServices;
using ComplianceRules.Expressions;
using ComplianceRules.Facts;

namespace ComplianceRules.Engine;

/// <summary>Turns checked conditions into those of columns; what columns cannot answer is left to the interpreter.</summary>
/// <remarks>For one plan and one thread.</remarks>
/// <param name="plan">Takes the conditions.</param>
internal sealed class ConditionCompiler(ColumnPlanBuilder plan)
{
    /// <summary>A condition on the rows of a rule's subject.</summary>
    /// <param name="condition">The condition.</param>
    /// <param name="rows">The rows.</param>
    public TruthNode Condition(TypedExpression condition, RowContext rows) => Find(condition, rows) ?? Agreed(condition, rows) ?? Interpreted(condition, rows);

    /// <summary>A condition on rows; null where columns cannot answer it and the rows are no subject, so that the interpreter cannot be asked either.</summary>
    /// <param name="condition">The condition.</param>
    /// <param name="rows">The rows.</param>
    public TruthNode? Find(TypedExpression condition, RowContext rows)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        if (plan.Constants.Find(condition, rows) is { } constant) return plan.Program(rows.Table).Node($"constant {constant.Number}", slot => new StackNode(slot, constant));
        return Native(condition, rows) ?? (condition is LogicExpression or NotExpression ? null : new RecallCompiler(plan, this).Find(condition, rows));
    }

    private TruthNode? Native(TypedExpression condition, RowContext rows)
    {
        return condition switch
        {
            FieldExpression e => At(e.Row, rows, above => above.Node($"bool {e.Field.Name}", slot => new BoolColumnNode(slot, above.Column(e.Field.Name)))),
            NotExpression e => Part(e.Operand, rows) is { } operand ? plan.Program(rows.Table).Node($"not {operand.Slot}", slot => new NotNode(slot, operand)) : null,
            LogicExpression e => Logic(e, rows),
            AtLeastExpression e => AtLeast(e, rows),
            ConditionalExpression e => Choice(Part(e.Condition, rows), Part(e.WhenTrue, rows), Part(e.WhenFalse, rows), rows),
            ComparisonExpression { Left.Type: { Kind: FieldType.Bool, IsList: false } } e => SameTruth(e, rows),
            ComparisonExpression e => new ComparisonCompiler(plan, this).Find(e, rows),
            MembershipExpression e => new ComparisonCompiler(plan, this).Find(e, rows),
            ParameterEntryExpression e => new ComparisonCompiler(plan, this).Find(e, rows),
            HasExpression { List: { } list } e => Surely(At(e.Row, rows, above => above.Node($"reported {list}", slot => new ReportedNode(slot, list))), rows),
            HasExpression e => Surely(At(e.Row, rows, above => above.Node($"known {e.Field!.Name}", slot => new KnownNode(slot, above.Column(e.Field.Name)))), rows),
            MacroExpression e => new ListCompiler(plan, this).Find(e, rows),
            AnyChildExpression e => new ListCompiler(plan, this).Find(e, rows),
            ShareComparisonExpression e => new ListCompiler(plan, this).Find(e, rows),
            RuleVerdictExpression e => plan.Program(rows.Table).Node($"holds {e.Rule}", slot => new RuleAnswerNode(slot, e.Rule, asksWhetherItApplies: false)),
            RuleSaysExpression { Asked: RuleSaying.Reaches } e => plan.Program(rows.Table).Node(null, slot => new RuleReachNode(slot, e)),
            RuleSaysExpression e => plan.Program(rows.Table).Node(null, slot => new RuleSaysNode(slot, e)),
            RuleAppliesExpression e => plan.Program(rows.Table).Node($"applies {e.Rule}", slot => new RuleAnswerNode(slot, e.Rule, asksWhetherItApplies: true)),
            _ => null,
        };
    }

    /// <summary>The first condition where one holds, the second where the other holds; null where one of the three is missing.</summary>
    public TruthNode? Choice(TruthNode? condition, TruthNode? whenTrue, TruthNode? whenFalse, RowContext rows)
    {
        if (condition is null || whenTrue is null || whenFalse is null) return null;
        return plan.Program(rows.Table).Node($"if {condition.Slot} {whenTrue.Slot} {whenFalse.Slot}", slot => new ChoiceNode(slot, condition, whenTrue, whenFalse));
    }

    /// <summary>A condition of columns of the row that a path means, seen from the rows at hand; null where the path leads elsewhere than upwards.</summary>
    /// <param name="path">The path.</param>
    /// <param name="rows">The rows at hand.</param>
    /// <param name="make">Makes the condition in the program of the path's table.</param>
    public TruthNode? At(RowPath path, RowContext rows, Func<TableProgram, TruthNode> make)
    {
        return plan.Climb(path, rows) is { } steps ? Down(steps, make) : null;
    }

    /// <summary>A condition of a row above, for the rows at hand.</summary>
    /// <param name="steps">The tables from the rows at hand up to that of the row, both included.</param>
    /// <param name="make">Makes the condition in the program of the last.</param>
    public TruthNode Down(ImmutableArray<string> steps, Func<TableProgram, TruthNode> make)
    {
        TruthNode node = make(plan.Program(steps[^1]));
        for (int step = steps.Length - 2; step >= 0; step--)
        {
            TruthNode condition = node;
            int above = plan.Program(steps[step + 1]).Index;
            node = plan.Program(steps[step]).Node($"above {above} {condition.Slot}", slot => new AboveNode(slot, above, condition));
        }

        return node;
    }

    private TruthNode? Part(TypedExpression condition, RowContext rows) => rows.IsSubject && !rows.TakesAgreed ? Condition(condition, rows) : Find(condition, rows);

    private TruthNode? Logic(LogicExpression logic, RowContext rows)
    {
        TruthNode? left = Part(logic.Left, rows);
        TruthNode? right = left is null ? null : Part(logic.Right, rows);
        if (right is null) return null;
        return plan.Program(rows.Table).Node($"{(logic.IsAnd ? "and" : "or")} {left!.Slot} {right.Slot}", slot => new LogicNode(slot, logic.IsAnd, left, right));
    }

    private TruthNode? AtLeast(AtLeastExpression some, RowContext rows)
    {
        List<TruthNode> parts = [];
        foreach (TypedExpression condition in some.Conditions)
        {
            if (Part(condition, rows) is not { } part) return null;
            parts.Add(part);
        }

        string slots = string.Join(' ', parts.Select(p => p.Slot.ToString(CultureInfo.InvariantCulture)));
        return plan.Program(rows.Table).Node($"at least {some.Needed} {slots}", slot => new AtLeastNode(slot, some.Needed, [.. parts]));
    }

    private TruthNode? SameTruth(ComparisonExpression comparison, RowContext rows)
    {
        TruthNode? left = Part(comparison.Left, rows);
        TruthNode? right = left is null ? null : Part(comparison.Right, rows);
        if (right is null) return null;
        TableProgram program = plan.Program(rows.Table);
        TruthNode same = program.Node($"same {left!.Slot} {right.Slot}", slot => new SameTruthNode(slot, left, right));
        return comparison.Operator == ComparisonOperator.Equal ? same : program.Node($"not {same.Slot}", slot => new NotNode(slot, same));
    }

    // A row without a row above has none of its facts, so the answer is no, not unknown.
    private TruthNode? Surely(TruthNode? known, RowContext rows) => known is null ? null : plan.Program(rows.Table).Node($"surely {known.Slot}", slot => new SureNode(slot, known));

    private TruthNode? Agreed(TypedExpression condition, RowContext rows)
    {
        ImmutableArray<string> names = ParameterNames.In(condition);
        if (rows.TakesAgreed || names.IsEmpty || Find(condition, rows with { TakesAgreed = true }) is not { } agreed) return null;
        TruthNode otherwise = Interpreted(condition, rows);
        return plan.Program(rows.Table).Node(null, slot => new AgreedNode(slot, agreed, otherwise) { Pack = rows.Pack, Names = names });
    }

    private TruthNode Interpreted(TypedExpression condition, RowContext rows) =>
        plan.Program(rows.Table).Node(null, slot => new InterpretedNode(slot, condition, rows.Pack));
}
