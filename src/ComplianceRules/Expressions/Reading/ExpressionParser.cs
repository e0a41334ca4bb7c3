using ComplianceRules.Diagnostics;

namespace ComplianceRules.Expressions;

/// <summary>Puts tokens together by the grammar of CEL.</summary>
/// <remarks>
/// Used once. At a token that cannot stand where it does it reports, puts a broken part there and goes on at the next sign that makes sense, so that one run finds every
/// mistake and says each once. Every token is taken at most once, and nothing is nested deeper than the bound, in trouble or not.
/// </remarks>
internal sealed partial class ExpressionParser(TokenCursor cursor)
{
    // One more than the largest int: it stands only behind a minus.
    private const string LeastInt = "9223372036854775808";

    private readonly Stack<OpenBracket> _brackets = new();
    private int _depth;
    private int _links;
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

    // What stands before a dot lies within what stands behind it, so x.f().f() is as deep as f(f(x)); parentheses between do not hide it.
    private Syntax Members()
    {
        int beside = _links;
        _links = 0;
        Syntax value = Primary();
        int links = _links;
        for (; IsLink(value); links = Math.Max(links, _links) + 1)
        {
            if (links == ExpressionBounds.Nesting) return cursor.Fail(DiagnosticCodes.ExpressionTooDeep, Current, ExpressionBounds.Text(ExpressionBounds.Nesting));
            _links = 0;
            value = Link(value);
        }

        _links = Math.Max(beside, links);
        return value;
    }

    private bool IsLink(Syntax value) =>
        Current.IsSign(".") || Current.IsSign("?.") || Current.IsSign("[") || (Current.IsSign("{") && value is NameSyntax or MemberSyntax);

    private Syntax Link(Syntax value)
    {
        if (Current.IsSign("[")) return Index(value);
        return Current.IsSign("{") ? Braces(DiagnosticCodes.NoMessages) : Member(value);
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
        return BrokenAt(open, Items(open, out _).AsSpan());
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
                return List(sign);
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
