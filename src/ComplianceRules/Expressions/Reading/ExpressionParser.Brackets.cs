using System.Collections.Immutable;
using ComplianceRules.Diagnostics;

namespace ComplianceRules.Expressions;

/// <summary>Calls, lists and parentheses, and what is done where one half of them is missing.</summary>
internal sealed partial class ExpressionParser
{
    private Syntax Call(Syntax? target, Token name)
    {
        bool isLambda = OperandHabits.IsLambda(cursor, 1);
        string? function = isLambda ? HabitNames.Macro(name.Text) : name.Text;
        ImmutableArray<Syntax> arguments = Items(name, out bool isClosed);
        if (target is null && !isClosed) return BrokenAt(name, AllButLast(arguments));
        if (target is BrokenSyntax || function is null || !isClosed) return BrokenAt(name);
        if (!isLambda || !HabitNames.IsAggregate(function)) return Node(name, new CallSyntax(name.Offset, name.Length, target, function, arguments));
        Syntax mapped = Node(name, new CallSyntax(name.Offset, name.Length, target, HabitNames.Map, arguments));
        return Node(name, new CallSyntax(name.Offset, name.Length, mapped, function, []));
    }

    private Syntax Parenthesis()
    {
        Token open = Current;
        bool isList = InfixSigns.IsMembership(cursor.Peek(-1));
        bool isSaid = !cursor.Peek(-1).IsName("in") || InfixSigns.IsNegation(cursor.Peek(-2));
        if (cursor.Peek(1).IsSign(")"))
        {
            cursor.Next();
            cursor.ReportUnexpected();
            return BrokenAt(cursor.Next());
        }

        ImmutableArray<Syntax> items = Items(open, out _);
        isList &= items.Length > 1 || items is [LiteralSyntax];
        if (isList && !isSaid) cursor.Report(DiagnosticCodes.OtherNotation, open, "(…)", "[…]");
        if (isList) return Node(open, new ListSyntax(open.Offset, open.Length, items));
        return items.Length == 1 ? items[0] : BrokenAt(open, items.AsSpan());
    }

    /// <summary>What stands between brackets; the bracket at hand opens them. What a bracket without its other half holds at last may belong outside.</summary>
    private ImmutableArray<Syntax> Items(Token construct, out bool isClosed)
    {
        OpenBracket bracket = new(Current, cursor.Index, BracketPairs.ClosingOf(Current.Text)!);
        cursor.Next();
        _brackets.Push(bracket);
        ImmutableArray<Syntax>.Builder items = ImmutableArray.CreateBuilder<Syntax>();
        if (construct.Kind == TokenKind.Name && OperandHabits.IsLambda(cursor, 0)) items.Add(Variable(construct));
        Func<Syntax> read = Conditional;
        while (!cursor.IsAtEnd && !Current.IsSign(bracket.Closing))
        {
            items.Add(Nested(construct, read));
            if (cursor.IsAtEnd || IsClosing(Current) || IsLeftToOuter(bracket)) break;
            bool isComma = Current.IsSign(",");
            if (!isComma || (construct.IsSign("(") && items.Count == 1 && !InfixSigns.IsMembership(cursor.Peek(bracket.Index - 1 - cursor.Index)))) cursor.ReportUnexpected();
            if (isComma) cursor.Next();
            read = isComma ? Conditional : AfterStray;
        }

        if (cursor.IsAtEnd && cursor.Peek(-1).Kind == TokenKind.Sign && cursor.Peek(-1).Text is "," or "(" or "[") items.Add(Missing());
        _brackets.Pop();
        isClosed = TryClose(bracket);
        return items.ToImmutable();
    }

    private Syntax List(Token open)
    {
        ImmutableArray<Syntax> items = Items(open, out bool isClosed);
        return isClosed ? Node(open, new ListSyntax(open.Offset, open.Length, items)) : BrokenAt(open, AllButLast(items));
    }

    private static ReadOnlySpan<Syntax> AllButLast(ImmutableArray<Syntax> items) => items.AsSpan()[..Math.Max(0, items.Length - 1)];

    private Syntax Variable(Token function)
    {
        Token variable = cursor.Next();
        Token arrow = cursor.Next();
        string name = Excerpt.Of(function.Text);
        if (HabitNames.Lambda(function.Text, Excerpt.Of(variable.Text)) is { } meant) cursor.Report(DiagnosticCodes.OtherNotation, arrow, $"{name}({Excerpt.Of(variable.Text)} {arrow.Text} …)", meant);
        else cursor.Report(DiagnosticCodes.UnknownFunction, function, name);
        return Node(variable, new NameSyntax(variable.Offset, variable.Length, variable.Text));
    }

    private static bool IsClosing(Token token) => token.Kind == TokenKind.Sign && token.Text is ")" or "]" or "}";

    // In f((a, b) and c ? (a : b the inner bracket is not closed, though the parser sees it only later.
    private bool IsLeftToOuter(OpenBracket bracket)
    {
        bool isComma = Current.IsSign(",") && bracket.Closing == ")" && cursor.Peek(bracket.Index - 1 - cursor.Index).Kind != TokenKind.Name;
        if (isComma) return _brackets.Skip(1).FirstOrDefault() is { Closing: not null } outer && !cursor.IsClosed(outer.Index);
        return Current.IsSign(":") && _openConditions > 0 && !cursor.IsClosed(bracket.Index);
    }

    private bool TryClose(OpenBracket bracket)
    {
        if (Current.IsSign(bracket.Closing))
        {
            cursor.Next();
            return true;
        }

        if (IsClosing(Current) && !_brackets.Any(b => b.Closing == Current.Text))
        {
            cursor.ReportUnexpected();
            cursor.Next();
            return true;
        }

        cursor.ReportUnended(DiagnosticCodes.UnclosedBracket, bracket.Sign, bracket.Sign.Text, bracket.Closing);
        return false;
    }
}
