using System.Collections.Immutable;
using ComplianceRules.Diagnostics;
using ComplianceRules.Facts;
using ComplianceRules.Json;

namespace ComplianceRules.Expressions;

/// <summary>Gives every name, type and unit in what is written, and reports what has none.</summary>
/// <remarks>No tree comes from a part in trouble, and what is around it stays quiet about that part.</remarks>
internal sealed class ExpressionTyper
{
    private readonly TypingContext _context;
    private readonly DiagnosticBag _problems;
    private readonly ExpressionPrinter _printer;
    private readonly TypeFitter _fitter;
    private readonly ComparisonTyper _comparisons;
    private readonly ArithmeticTyper _arithmetic;
    private readonly NameResolver _names;
    private readonly CallTyper _calls;
    private readonly List<PlacedExpression> _compared;

    public ExpressionTyper(ExpressionScope scope, JsonNode source, DiagnosticBag problems)
        : this(scope, source, problems, [])
    {
    }

    private ExpressionTyper(ExpressionScope scope, JsonNode source, DiagnosticBag problems, List<PlacedExpression> compared)
    {
        _compared = compared;
        _problems = problems;
        _context = new TypingContext(scope, source, problems);
        _printer = new ExpressionPrinter(scope);
        _fitter = new TypeFitter(_printer, problems);
        _comparisons = new ComparisonTyper(_fitter, _printer, problems);
        _arithmetic = new ArithmeticTyper(scope, _fitter, _printer, problems);
        _names = new NameResolver(_context);
        _calls = new CallTyper(_context, _printer, new ListTyper(_context, _fitter, _printer, (inner, aside) => aside is null ? new ExpressionTyper(inner, source, problems, _compared) : new ExpressionTyper(inner, source, aside)), Type);
    }

    /// <summary>The comparisons and memberships of all that was typed, inside macros too, and where they stand.</summary>
    public IReadOnlyList<PlacedExpression> Compared => _compared;

    /// <summary>The checked tree; null where there was trouble, which has been reported.</summary>
    public TypedExpression? Type(Syntax syntax) => syntax switch
    {
        LiteralSyntax literal => new LiteralExpression(literal.Type, literal.Value),
        NameSyntax name => _names.Name(name),
        MemberSyntax member => _names.Member(member),
        CallSyntax call => _calls.Type(call),
        UnarySyntax unary => Unary(unary),
        BinarySyntax binary => Chain(binary),
        ConditionalSyntax conditional => Conditional(conditional),
        ListSyntax list => List(list),
        BrokenSyntax broken => Broken(broken),
        _ => null,
    };

    /// <summary>Whether an expression is a truth value; reports it where it is not.</summary>
    public bool IsCondition(TypedExpression expression, Syntax at)
    {
        if (expression.Type is { Kind: FieldType.Bool, IsList: false }) return true;
        RefuseType(expression, at, FieldType.Bool);
        return false;
    }

    // Whatever could be read in a part in trouble is looked at for its names.
    private TypedExpression? Broken(BrokenSyntax broken)
    {
        foreach (Syntax part in broken.Parts) Type(part);
        return null;
    }

    /// <summary>Reports that another type is needed, and gives nothing.</summary>
    public TypedExpression? RefuseType(TypedExpression expression, Syntax at, string needed)
    {
        _problems.Report(DiagnosticCodes.WrongType, _context.At(at).Span, Excerpt.Of(_printer.Text(expression)), TypeNames.Of(expression.Type), needed);
        return null;
    }

    // A chain such as a && b && c is as deep as it is long, so its left spine is walked, not descended.
    private TypedExpression? Chain(BinarySyntax binary)
    {
        Stack<BinarySyntax> spine = new();
        Syntax innermost = binary;
        for (; innermost is BinarySyntax inner; innermost = inner.Left) spine.Push(inner);
        TypedExpression? left = Type(innermost);
        while (spine.TryPop(out BinarySyntax? next)) left = Binary(next, left, Type(next.Right));
        return left;
    }

    private TypedExpression? Binary(BinarySyntax binary, TypedExpression? left, TypedExpression? right)
    {
        if (binary.Operator is "&&" or "||") return Logic(binary, left, right);
        if (left is null || right is null) return null;
        PlacedExpression first = new(left, _context.At(binary.Left));
        PlacedExpression second = new(right, _context.At(binary.Right));
        Place at = _context.At(binary);
        if (binary.Operator == "in") return Noted(_comparisons.Membership(first, second, at), at);
        return Signs.TryComparison(binary.Operator, out ComparisonOperator? comparison)
            ? Noted(_comparisons.Compare(comparison.Value, first, second, at), at)
            : _arithmetic.Combine(Signs.Arithmetic(binary.Operator), first, second, at);
    }

    private TypedExpression? Noted(TypedExpression? comparison, Place at)
    {
        if (comparison is not null) _compared.Add(new PlacedExpression(comparison, at));
        return comparison;
    }

    private LogicExpression? Logic(BinarySyntax binary, TypedExpression? left, TypedExpression? right)
    {
        bool good = (left is not null && IsCondition(left, binary.Left)) & (right is not null && IsCondition(right, binary.Right));
        return good ? new LogicExpression(binary.Operator == "&&", left!, right!) : null;
    }

    private TypedExpression? Unary(UnarySyntax unary)
    {
        if (Type(unary.Operand) is not { } operand) return null;
        if (unary.Operator == "!") return IsCondition(operand, unary.Operand) ? new NotExpression(operand) : null;
        if (operand.Type.IsRoot) return RefuseRoot(operand, unary);
        // The smallest int has no negative: that is found where it is worked out.
        bool leavesInts = operand is LiteralExpression { Type.IsInt: true, Value: NumberValue { Number: var number } } && (-number).Numerator > long.MaxValue;
        if (operand is LiteralExpression { Value: NumberValue literal } && !leavesInts) return new LiteralExpression(operand.Type, new NumberValue(-literal.Number));
        return operand.Type is { Kind: FieldType.Number, IsList: false } ? new NegateExpression(operand) : RefuseType(operand, unary.Operand, FieldType.Number);
    }

    private ConditionalExpression? Conditional(ConditionalSyntax conditional)
    {
        TypedExpression? condition = Type(conditional.Condition);
        TypedExpression? whenTrue = Type(conditional.WhenTrue);
        TypedExpression? whenFalse = Type(conditional.WhenFalse);
        bool good = condition is not null && IsCondition(condition, conditional.Condition);
        if (whenTrue is null || whenFalse is null) return null;
        PlacedExpression first = new(whenTrue, _context.At(conditional.WhenTrue));
        PlacedExpression second = new(whenFalse, _context.At(conditional.WhenFalse));
        if (Branches(first, second, _context.At(conditional)) is not { } sides || !good) return null;
        // Of two lists only one may have its unit by itself.
        ExpressionType sure = sides.Left.Type.Unit is null ? sides.Right.Type : sides.Left.Type;
        ExpressionType type = sure with { IsInt = sides.Left.Type.IsInt && sides.Right.Type.IsInt, IsRoot = sides.Left.Type.IsRoot || sides.Right.Type.IsRoot };
        return new ConditionalExpression(type, condition!, sides.Left, sides.Right);
    }

    private (TypedExpression Left, TypedExpression Right)? Branches(PlacedExpression first, PlacedExpression second, Place at)
    {
        if (!first.Type.IsList || !second.Type.IsList) return _fitter.Agree(first, second, at);
        if (first.Type.RowTable is not null && first.Type.RowTable == second.Type.RowTable) return (first.Node, second.Node);
        return _fitter.AgreeItems(first, second, at);
    }

    private ListExpression? List(ListSyntax list)
    {
        ImmutableArray<TypedExpression?> typed = [.. list.Items.Select(Type)];
        if (typed.Contains(null)) return null;
        TypedExpression[] items = [.. typed.OfType<TypedExpression>()];
        if (Array.FindIndex(items, i => i.Type.IsList || i.Type.Kind == FieldType.Set) is >= 0 and int nested)
        {
            RefuseType(items[nested], list.Items[nested], "number, text, date, time, bool");
            return null;
        }

        // The second pass gives the first items what a later one has taught: [5, minutes(3), 7].
        bool good = AgreeWithFirst(list, items) && AgreeWithFirst(list, items);
        ExpressionType type = items.Length == 0 ? ExpressionType.Text : items[0].Type;
        return good ? ListExpression.Of(type, [.. items]) : null;
    }

    private bool AgreeWithFirst(ListSyntax list, TypedExpression[] items)
    {
        for (int i = 0; i < items.Length; i++)
        {
            PlacedExpression first = new(items[0], _context.At(list.Items[0]));
            Place at = _context.At(list.Items[i]);
            if (_fitter.Agree(first, new PlacedExpression(items[i], at), at) is not { } sides) return false;
            (items[0], items[i]) = i == 0 ? (items[0], items[0]) : sides;
        }

        return true;
    }

    private TypedExpression? RefuseRoot(TypedExpression root, Syntax at) => _context.Refuse(DiagnosticCodes.RootComputed, at, Excerpt.Of(_printer.Text(root)));

    private TypedExpression? RefuseType(TypedExpression expression, Syntax at, FieldType needed) => RefuseType(expression, at, TypeNames.Of(new ExpressionType(needed)));
}
