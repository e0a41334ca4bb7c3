using System.Collections.Immutable;
using System.Runtime.CompilerServices;

namespace ComplianceRules.Expressions;

/// <summary>Reads an expression about one row as an expression about another, from which that row is reached.</summary>
/// <remarks>For one thread.</remarks>
/// <param name="own">The row that the expression is about, as it sees it.</param>
/// <param name="row">The same row from where it is to be read.</param>
/// <param name="scope">The names there.</param>
internal sealed class Transplant(RowPath own, RowPath row, ExpressionScope scope)
{
    private readonly int _frames = scope.VariablesFrom() + scope.Variables.Length;
    private readonly HashSet<string> _taken = [.. scope.Variables.Select(v => v.Name)];

    /// <summary>Whether a row cannot be reached from there: one above a region above, or one of a snapshot earlier than the earlier one.</summary>
    public bool IsOutOfReach { get; private set; }

    /// <summary>The expression as it is read there.</summary>
    /// <param name="expression">What an author may write; what kinds make of rules is not among it.</param>
    public TypedExpression Of(TypedExpression expression)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        return expression switch
        {
            LiteralExpression or AsOfExpression => expression,
            FieldExpression e => new FieldExpression(Path(e.Row), e.Field, e.Type.IsInt),
            HasExpression e => new HasExpression(e.List is null ? Path(e.Row) : ListRow(e.Row), e.Field, e.List),
            NotExpression e => new NotExpression(Of(e.Operand)),
            NegateExpression e => new NegateExpression(Of(e.Operand)),
            LogicExpression e => new LogicExpression(e.IsAnd, Of(e.Left), Of(e.Right)),
            ComparisonExpression e => new ComparisonExpression(e.Operator, Of(e.Left), Of(e.Right)),
            ArithmeticExpression e => new ArithmeticExpression(e.Type, e.Operator, Of(e.Left), Of(e.Right)),
            MembershipExpression e => new MembershipExpression(Of(e.Item), Of(e.Collection)),
            SetComparisonExpression e => new SetComparisonExpression(Of(e.Inner), Of(e.Outer)),
            ConditionalExpression e => new ConditionalExpression(e.Type, Of(e.Condition), Of(e.WhenTrue), Of(e.WhenFalse)),
            ListExpression e => new ListExpression(e.Type, [.. e.Items.Select(Of)]),
            CallExpression e => new CallExpression(e.Type, e.Function, [.. e.Arguments.Select(Of)]),
            _ => OfList(expression),
        };
    }

    private TypedExpression OfList(TypedExpression expression) => expression switch
    {
        RowsExpression e => new RowsExpression(e.List with { Row = ListRow(e.List.Row) }),
        VariableExpression e => new VariableExpression(e.Type, Variable(e.Variable)),
        MacroExpression e => new MacroExpression(e.Type, e.Kind, Of(e.List), Variable(e.Variable), Of(e.Body)),
        AggregateExpression e => new AggregateExpression(e.Type, e.Kind, Of(e.List), e.Argument is null ? null : Of(e.Argument)),
        _ => throw new ArgumentOutOfRangeException(nameof(expression)),
    };

    private RowPath ListRow(RowPath path)
    {
        RowPath reached = Path(path);
        IsOutOfReach |= reached.InPrevious;
        return reached;
    }

    private RowPath Path(RowPath path)
    {
        if (path.Frame > 0) return path with { Frame = path.Frame + _frames };
        IsOutOfReach |= (path.InPrevious && row.InPrevious) || (path.Above && row.Above);
        bool isPrevious = path.InPrevious || row.InPrevious;
        if (path.Table != own.Table) return row with { Table = path.Table, Above = false, InPrevious = isPrevious };
        return row with { Above = row.Above || path.Above, InPrevious = isPrevious };
    }

    // A name that stands there already would be read as that one where the tree is printed.
    private MacroVariable Variable(MacroVariable variable)
    {
        string name = variable.Name;
        while (_taken.Contains(name)) name += "_";
        return variable with { Name = name, Frame = variable.Frame + _frames };
    }
}
