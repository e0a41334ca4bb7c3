using System.Collections.Frozen;
using System.Collections.Immutable;
using ComplianceRules.Diagnostics;

namespace ComplianceRules.Expressions;

/// <summary>Puts tokens together by the grammar of CEL.</summary>
/// <remarks>
/// Used once. At a token that cannot stand where it does it reports, puts a broken part there and goes on at the next sign that makes sense, so that one run finds every
/// mistake and says each once. Every token is taken at most once, and nothing is nested deeper than the bound, in trouble or not.
/// </remarks>
internal sealed class ExpressionParser(TokenCursor cursor)
{
    // One more than the largest int: it stands only behind a minus.
    private const string LeastInt = "9223372036854775808";

    private static readonly FrozenSet<string> Reserved = FrozenSet.Create(
        StringComparer.Ordinal,
        "as", "break", "const", "continue", "else", "for", "function", "if", "import", "in", "let", "loop", "package", "namespace", "return", "var", "void", "while");

    private readonly Stack<OpenBracket> _brackets = new();
    private int _depth;
    private int _nodes;
    private int _openConditions;

    private Token Current => cursor.Current;

    /// <summary>What is written, trouble left out; null where a bound is passed.</summary>
    public Syntax? Parse()
    {
        List<Syntax> parts = [Conditional()];
        for (int last = -1; !cursor.IsAtEnd;)
        {
            // More of the same trouble, as in a)) and a, b, c, says nothing new.
            bool isNew = last < 0 || (cursor.Index > last + 1 && !Current.IsSign(","));
            if (isNew) cursor.ReportUnexpected();
            last = cursor.Index;
            parts.Add(AfterStray());
        }

        return cursor.HasFailed ? null : parts.Count == 1 ? parts[0] : BrokenAt(Current, [.. parts]);
    }

    private Syntax Conditional() => Conditional(null);

    private Syntax Conditional(Syntax? before)
    {
        Syntax condition = Operators(InfixSigns.Weakest, before);
        return Current.IsSign("?") ? Branches(condition) : condition;
    }

    private Syntax Branches(Syntax condition)
    {
        Token sign = cursor.Next();
        _openConditions++;
        Syntax whenTrue = Operators(InfixSigns.Weakest, null);
        if (Current.IsSign("?"))
        {
            cursor.ReportUnexpected();
            Syntax unbraced = whenTrue;
            whenTrue = Nested(sign, () => Branches(unbraced));
        }

        _openConditions--;
        if (!Current.IsSign(":"))
        {
            cursor.ReportUnended(DiagnosticCodes.NoElse, sign);
            return BrokenAt(sign, condition, whenTrue);
        }

        cursor.Next();
        Syntax whenFalse = Nested(sign, Conditional);
        return Node(sign, new ConditionalSyntax(sign.Offset, sign.Length, condition, whenTrue, whenFalse));
    }

    private Syntax Operators(int weakest, Syntax? before)
    {
        int start = cursor.Index;
        int compared = -1;
        Syntax left = before ?? Unary();
        left = before is null ? Settled(left) : left;
        while (InfixSigns.At(cursor) is { } infix && infix.Strength >= weakest)
        {
            int sign = cursor.Index;
            left = Infix(left, infix);
            bool isOrder = InfixSigns.IsOrder(infix.Sign);
            if (isOrder && compared >= 0 && left is BinarySyntax { Left: BinarySyntax { Right: not BrokenSyntax } first, Right: var last })
                left = Chained(start, compared, sign, [first, last]);
            compared = isOrder ? sign : -1;
        }

        return left;
    }

    private Syntax Infix(Syntax left, InfixSign infix)
    {
        Token sign = Current;
        if (infix.Sign == "%" && left is LiteralSyntax { Value: NumberValue } && !OperandHabits.BeginsValue(cursor.Peek(1)))
        {
            cursor.Report(DiagnosticCodes.PercentSign, sign, cursor.Written(cursor.Index - 1, cursor.Index - 1));
            cursor.Next();
            return left;
        }

        if (infix.Code is { } code) cursor.ReportRun(code, infix.Tokens, Excerpt.Of(cursor.Written(cursor.Index, cursor.Index + infix.Tokens - 1)), infix.Meant ?? string.Empty);
        for (int i = 0; i < infix.Tokens; i++) cursor.Next();
        return infix.Kind switch
        {
            InfixKind.IsNull or InfixKind.IsNotNull => Known(sign, left, infix.Kind == InfixKind.IsNull),
            InfixKind.Between => Between(sign, left, infix.Strength + 1),
            InfixKind.Foreign => BrokenAt(sign, left, Operators(infix.Strength + 1, null)),
            InfixKind.NotIn => Not(sign, Binary(cursor.Peek(-1), infix, left)),
            _ => Binary(sign, infix, left),
        };
    }

    private Syntax Binary(Token sign, InfixSign infix, Syntax left)
    {
        Syntax right = Operators(infix.Strength + 1, null);
        return Node(sign, new BinarySyntax(sign.Offset, sign.Length, infix.Sign, left, right));
    }

    private Syntax Not(Token sign, Syntax operand) => Node(sign, new UnarySyntax(sign.Offset, sign.Length, "!", operand));

    private Syntax Known(Token sign, Syntax asked, bool isMissing)
    {
        if (asked is not (NameSyntax or MemberSyntax)) return BrokenAt(sign, asked);
        Syntax has = Node(sign, new CallSyntax(sign.Offset, sign.Length, null, "has", [asked]));
        return isMissing ? Not(sign, has) : has;
    }

    private BrokenSyntax Between(Token sign, Syntax value, int strength)
    {
        Syntax low = Operators(strength, null);
        if (InfixSigns.At(cursor) is { Sign: "&&" }) cursor.Next();
        else return BrokenAt(sign, value, low);
        return BrokenAt(sign, value, low, Operators(strength, null));
    }

    // 1 < x < 5 holds a truth value against 5; what is meant is written twice.
    private BrokenSyntax Chained(int start, int first, int second, ReadOnlySpan<Syntax> parts)
    {
        string both = cursor.Written(start, second - 1);
        string last = cursor.Written(first + 1, cursor.Index - 1);
        cursor.Report(DiagnosticCodes.ChainedComparison, cursor.Peek(second - cursor.Index), Excerpt.Of(cursor.Written(start, cursor.Index - 1)), $"{Excerpt.Of(both)} && {Excerpt.Of(last)}");
        return BrokenAt(cursor.Peek(second - cursor.Index), parts);
    }

    // Goes on where an operator, a comma or a bracket makes sense of what follows a complete value.
    private Syntax Settled(Syntax value)
    {
        if (cursor.IsAtEnd || InfixSigns.At(cursor) is not null || IsBoundary(Current)) return value;
        Token stray = Current;
        Token before = cursor.Peek(-1);
        // In 'it's' the second quote closes the text; the third, which closes nothing, has been reported.
        bool isSaid = value is BrokenSyntax || stray.Kind == TokenKind.Broken || before.Kind == TokenKind.Broken || (cursor.IsCutOff && before.Kind == TokenKind.Text && before.Offset + before.Length == stray.Offset);
        if (!isSaid) cursor.ReportUnexpected();
        // A lone name or path was perhaps half of something: nothing more is said about it.
        List<Syntax> parts = value is NameSyntax or MemberSyntax ? [] : [value];
        while (!cursor.IsAtEnd && InfixSigns.At(cursor) is null && !IsBoundary(Current))
        {
            if (Current.IsSign("(") && cursor.Peek(-1).Kind != TokenKind.Name) parts.Add(Parenthesis());
            else cursor.Skip();
        }

        return BrokenAt(stray, [.. parts]);
    }

    private static bool IsBoundary(Token token) => token.Kind == TokenKind.Sign && token.Text is ")" or "]" or "}" or "," or "?" or ":";

    private Syntax Unary()
    {
        Token sign = Current;
        if (OperandHabits.IsNot(cursor))
        {
            cursor.Report(DiagnosticCodes.OtherNotation, sign, sign.Text, "!");
            cursor.Next();
            return Not(sign, Nested(sign, () => Operators(InfixSigns.OfComparison, null)));
        }

        if (!Current.IsSign("!") && !Current.IsSign("-")) return Members();
        cursor.Next();
        Syntax operand = sign.Text == "-" && Current is { Kind: TokenKind.Int, Text: LeastInt } ? Number(true) : Nested(sign, Unary);
        return Node(sign, new UnarySyntax(sign.Offset, sign.Length, sign.Text, operand));
    }

    private Syntax Members()
    {
        Syntax value = Primary();
        while (true)
        {
            if (Current.IsSign(".") || Current.IsSign("?.")) value = Member(value);
            else if (Current.IsSign("[")) value = Index(value);
            else if (Current.IsSign("{") && value is NameSyntax or MemberSyntax) value = Braces(DiagnosticCodes.NoMessages);
            else return value;
        }
    }

    private Syntax Member(Syntax value)
    {
        if (Current.IsSign("?.")) cursor.Report(DiagnosticCodes.NoOptional, Current, Current.Text);
        cursor.Next();
        if (Current.IsSign("?"))
        {
            cursor.Report(DiagnosticCodes.NoOptional, Current, ".?");
            cursor.Next();
        }

        Token name = Current;
        if (name.Kind != TokenKind.Name)
        {
            if (name.Kind != TokenKind.Broken) cursor.ReportUnexpected();
            return new BrokenSyntax(name.Offset, name.Length);
        }

        cursor.Next();
        if (Current.IsSign("(")) return Call(value, name);
        return value is BrokenSyntax ? value : Node(name, new MemberSyntax(name.Offset, name.Length, value, name.Text));
    }

    private BrokenSyntax Index(Syntax value)
    {
        if (value is not BrokenSyntax) cursor.Report(DiagnosticCodes.NoIndex, Current);
        Token open = Current;
        return BrokenAt(open, Items(open).AsSpan());
    }

    private BrokenSyntax Braces(DiagnosticCode code)
    {
        Token open = Current;
        cursor.Report(code, open);
        cursor.Skip();
        return new BrokenSyntax(open.Offset, open.Length);
    }

    private Syntax Primary()
    {
        Token token = Current;
        return token.Kind switch
        {
            TokenKind.Int or TokenKind.Decimal => Number(false),
            TokenKind.Text => Literal(new TextValue(token.Text), ExpressionType.Text),
            TokenKind.Name => Name(),
            TokenKind.Broken => BrokenAt(cursor.Next()),
            TokenKind.Sign => Bracketed(token),
            _ => Missing(),
        };
    }

    private Syntax Bracketed(Token sign)
    {
        switch (sign.Text)
        {
            case "(":
                return Parenthesis();
            case "[":
                return Node(sign, new ListSyntax(sign.Offset, sign.Length, Items(sign)));
            case "{":
                return Braces(DiagnosticCodes.NoMaps);
            case "." when cursor.Peek(1).Kind == TokenKind.Name:
                cursor.Report(DiagnosticCodes.NoLeadingDot, sign, cursor.Peek(1).Text);
                cursor.Next();
                return Name();
            default:
                return Missing();
        }
    }

    private BrokenSyntax Missing()
    {
        cursor.ReportUnexpected();
        return new BrokenSyntax(Current.Offset, Current.Length);
    }

    private Syntax Number(bool isNegated)
    {
        Token token = Current;
        if (token is { Kind: TokenKind.Int, Text: LeastInt } && !isNegated) return Refused(DiagnosticCodes.NumberTooWide, token.Text);
        return Literal(new NumberValue(Rational.Parse(token.Text)), new ExpressionType(Facts.FieldType.Number) { IsInt = token.Kind == TokenKind.Int });
    }

    private Syntax Literal(Value value, ExpressionType type)
    {
        Token token = cursor.Next();
        return Node(token, new LiteralSyntax(token.Offset, token.Length, value, type));
    }

    private Syntax Name()
    {
        Token name = Current;
        bool isCall = cursor.Peek(1).IsSign("(");
        if (name.Text is "true" or "false") return Literal(Value.Of(name.Text == "true"), ExpressionType.Bool);
        if (OperandHabits.IsNull(name.Text)) return Refused(DiagnosticCodes.NoNull, name.Text);
        if (OperandHabits.Truth(name.Text) is { } truth) return Meant(1, truth, () => Literal(Value.Of(truth == "true"), ExpressionType.Bool));
        if (isCall && OperandHabits.Choice(name.Text) is { } choice) return Meant(1, choice, Choice);
        if (OperandHabits.IsPhrase(cursor)) return Meant(1, "a ? b : c", Phrase);
        if (OperandHabits.IsToday(cursor)) return Meant(3, NameResolver.AsOf, Today);
        if (OperandHabits.IsNew(cursor)) return Meant(2, "date(\"2026-09-01\")", Phrase);
        if (Reserved.Contains(name.Text)) return Refused(DiagnosticCodes.ReservedWord, name.Text);
        cursor.Next();
        return isCall ? Call(null, name) : Node(name, new NameSyntax(name.Offset, name.Length, name.Text));
    }

    private Syntax Meant(int tokens, string meant, Func<Syntax> read)
    {
        cursor.ReportRun(DiagnosticCodes.OtherNotation, tokens, Excerpt.Of(cursor.Written(cursor.Index, cursor.Index + tokens - 1)), meant);
        return read();
    }

    private BrokenSyntax Choice()
    {
        Token name = cursor.Next();
        return BrokenAt(name, Items(name).AsSpan());
    }

    // A phrase of words goes on to the end of what is around it.
    private BrokenSyntax Phrase()
    {
        Token word = Current;
        while (!cursor.IsAtEnd && !(IsBoundary(Current) && !Current.IsSign("?") && !Current.IsSign(":"))) cursor.Skip();
        return BrokenAt(word);
    }

    private Syntax Today()
    {
        Token first = cursor.Next();
        cursor.Next();
        cursor.Next();
        return Node(first, new NameSyntax(first.Offset, first.Length, NameResolver.AsOf));
    }

    private Syntax Call(Syntax? target, Token name)
    {
        bool isLambda = OperandHabits.IsLambda(cursor, 1);
        string? function = isLambda ? HabitNames.Macro(name.Text) : name.Text;
        ImmutableArray<Syntax> arguments = Items(name);
        if (target is BrokenSyntax || function is null) return BrokenAt(name);
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

        ImmutableArray<Syntax> items = Items(open);
        isList &= items.Length > 1 || items is [LiteralSyntax];
        if (isList && !isSaid) cursor.Report(DiagnosticCodes.OtherNotation, open, "(…)", "[…]");
        if (isList) return Node(open, new ListSyntax(open.Offset, open.Length, items));
        return items.Length == 1 ? items[0] : BrokenAt(open, items.AsSpan());
    }

    /// <summary>What stands between brackets; the bracket at hand opens them.</summary>
    private ImmutableArray<Syntax> Items(Token construct)
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

        _brackets.Pop();
        Close(bracket);
        return items.ToImmutable();
    }

    private Syntax Variable(Token function)
    {
        Token variable = cursor.Next();
        Token arrow = cursor.Next();
        cursor.Report(DiagnosticCodes.OtherNotation, arrow, $"{Excerpt.Of(function.Text)}({Excerpt.Of(variable.Text)} {arrow.Text} …)", HabitNames.Lambda(function.Text, Excerpt.Of(variable.Text)));
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

    private void Close(OpenBracket bracket)
    {
        if (Current.IsSign(bracket.Closing))
        {
            cursor.Next();
        }
        else if (IsClosing(Current) && !_brackets.Any(b => b.Closing == Current.Text))
        {
            cursor.ReportUnexpected();
            cursor.Next();
        }
        else
        {
            cursor.ReportUnended(DiagnosticCodes.UnclosedBracket, bracket.Sign, bracket.Sign.Text, bracket.Closing);
        }
    }

    private Syntax AfterStray()
    {
        Token stray = cursor.Next();
        if (InfixSigns.At(cursor) is not null || Current.IsSign("?")) return Conditional(BrokenAt(stray));
        return OperandHabits.BeginsValue(Current) ? Conditional() : BrokenAt(stray);
    }

    private Syntax Nested(Token construct, Func<Syntax> inner)
    {
        if (_depth == ExpressionBounds.Nesting) return cursor.Fail(DiagnosticCodes.ExpressionTooDeep, construct, ExpressionBounds.Text(ExpressionBounds.Nesting));
        _depth++;
        Syntax syntax = inner();
        _depth--;
        return syntax;
    }

    private Syntax Node(Token token, Syntax syntax) =>
        ++_nodes <= ExpressionBounds.Nodes ? syntax : cursor.Fail(DiagnosticCodes.TooManyNodes, token, ExpressionBounds.Text(ExpressionBounds.Nodes));

    private BrokenSyntax Refused(DiagnosticCode code, string argument)
    {
        cursor.Report(code, Current, argument);
        return BrokenAt(cursor.Next());
    }

    private static BrokenSyntax BrokenAt(Token at, params ReadOnlySpan<Syntax> parts) => new(at.Offset, at.Length) { Parts = [.. parts] };
}
