using System.Collections.Frozen;
using System.Collections.Immutable;
using ComplianceRules.Diagnostics;
using ComplianceRules.Json;

namespace ComplianceRules.Expressions;

/// <summary>Puts tokens together by the grammar of CEL.</summary>
/// <remarks>Used once. Stops at the first token that cannot stand where it does.</remarks>
internal sealed class ExpressionParser(JsonNode source, ImmutableArray<Token> tokens, DiagnosticBag problems)
{
    private const int WeakestOperator = 1;

    private static readonly FrozenDictionary<string, int> Strength = new Dictionary<string, int>
    {
        ["||"] = WeakestOperator,
        ["&&"] = 2,
        ["=="] = 3, ["!="] = 3, ["<"] = 3, ["<="] = 3, [">"] = 3, [">="] = 3, ["in"] = 3,
        ["+"] = 4, ["-"] = 4,
        ["*"] = 5, ["/"] = 5, ["%"] = 5,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Reserved = new[]
    {
        "as", "break", "const", "continue", "else", "for", "function", "if", "import", "in", "let", "loop", "package", "namespace", "return", "var", "void", "while",
    }.ToFrozenSet(StringComparer.Ordinal);

    private int _at;
    private int _depth;
    private int _nodes;
    private bool _failed;

    private Token Current => tokens[_at];

    /// <summary>The tree; null where there was trouble.</summary>
    public Syntax? Parse()
    {
        Syntax tree = Conditional();
        if (Current.Kind != TokenKind.End) Unexpected();
        return _failed ? null : tree;
    }

    private Syntax Conditional()
    {
        Syntax condition = Operators(WeakestOperator);
        if (!Current.IsSign("?")) return condition;
        Token sign = Next();
        Syntax whenTrue = Operators(WeakestOperator);
        Expect(":");
        Syntax whenFalse = Nested(sign, Conditional);
        return Node(sign, new ConditionalSyntax(sign.Offset, sign.Length, condition, whenTrue, whenFalse));
    }

    private Syntax Operators(int weakest)
    {
        Syntax left = Unary();
        while (StrengthOf(Current) is var strength && strength >= weakest)
        {
            Token sign = Next();
            Syntax right = Operators(strength + 1);
            left = Node(sign, new BinarySyntax(sign.Offset, sign.Length, sign.Text, left, right));
        }

        return left;
    }

    private Syntax Unary()
    {
        if (!Current.IsSign("!") && !Current.IsSign("-")) return Members();
        Token sign = Next();
        Syntax operand = Nested(sign, Unary);
        return Node(sign, new UnarySyntax(sign.Offset, sign.Length, sign.Text, operand));
    }

    private Syntax Members()
    {
        Syntax value = Primary();
        while (Current.IsSign("."))
        {
            Next();
            Token name = Current;
            if (name.Kind != TokenKind.Name) return Unexpected();
            Next();
            value = Current.IsSign("(") ? Call(value, name) : Node(name, new MemberSyntax(name.Offset, name.Length, value, name.Text));
        }

        return value;
    }

    private Syntax Primary()
    {
        Token token = Current;
        switch (token.Kind)
        {
            case TokenKind.Int or TokenKind.Decimal:
                return Literal(new NumberValue(Rational.Parse(token.Text)), new ExpressionType(Facts.FieldType.Number) { IsInt = token.Kind == TokenKind.Int });
            case TokenKind.Text:
                return Literal(new TextValue(token.Text), ExpressionType.Text);
            case TokenKind.Name:
                return Name();
            case TokenKind.Sign when token.Text == "(":
                return Parenthesis();
            case TokenKind.Sign when token.Text == "[":
                Next();
                return Node(token, new ListSyntax(token.Offset, token.Length, Items(token, "]")));
            default:
                return Unexpected();
        }
    }

    private Syntax Literal(Value value, ExpressionType type)
    {
        Token token = Next();
        return Node(token, new LiteralSyntax(token.Offset, token.Length, value, type));
    }

    private Syntax Name()
    {
        Token name = Current;
        if (name.Text is "true" or "false") return Literal(Value.Of(name.Text == "true"), ExpressionType.Bool);
        Next();
        if (name.Text == "null") return Broken(DiagnosticCodes.NoNull, name);
        if (Reserved.Contains(name.Text)) return Broken(DiagnosticCodes.ReservedWord, name);
        return Current.IsSign("(") ? Call(null, name) : Node(name, new NameSyntax(name.Offset, name.Length, name.Text));
    }

    private Syntax Parenthesis()
    {
        Token open = Next();
        Syntax inner = Nested(open, Conditional);
        Expect(")");
        return inner;
    }

    private Syntax Call(Syntax? target, Token name)
    {
        Next();
        return Node(name, new CallSyntax(name.Offset, name.Length, target, name.Text, Items(name, ")")));
    }

    private ImmutableArray<Syntax> Items(Token construct, string close)
    {
        ImmutableArray<Syntax>.Builder items = ImmutableArray.CreateBuilder<Syntax>();
        while (!_failed && !Current.IsSign(close))
        {
            items.Add(Nested(construct, Conditional));
            if (!Current.IsSign(",")) break;
            Next();
        }

        Expect(close);
        return items.ToImmutable();
    }

    private Syntax Nested(Token construct, Func<Syntax> inner)
    {
        if (_depth == ExpressionBounds.Nesting) return Fail(DiagnosticCodes.ExpressionTooDeep, construct, ExpressionBounds.Text(ExpressionBounds.Nesting));
        _depth++;
        Syntax syntax = inner();
        _depth--;
        return syntax;
    }

    private Syntax Node(Token token, Syntax syntax) =>
        ++_nodes <= ExpressionBounds.Nodes ? syntax : Fail(DiagnosticCodes.TooManyNodes, token, ExpressionBounds.Text(ExpressionBounds.Nodes));

    private static int StrengthOf(Token token) =>
        token.Kind == TokenKind.Sign || token.IsName("in") ? Strength.GetValueOrDefault(token.Text) : 0;

    private Token Next() => tokens[_at == tokens.Length - 1 ? _at : _at++];

    private void Expect(string sign)
    {
        if (Current.IsSign(sign)) Next();
        else Unexpected();
    }

    private BrokenSyntax Unexpected() =>
        Current.Kind == TokenKind.End
            ? Fail(DiagnosticCodes.ExpressionEndsEarly, Current)
            : Fail(DiagnosticCodes.UnexpectedToken, Current, Excerpt.Of(Current.Text));

    private BrokenSyntax Fail(DiagnosticCode code, Token at, params ReadOnlySpan<string> arguments)
    {
        if (!_failed) problems.Report(code, source.SpanOf(at.Offset, at.Length), arguments);
        _failed = true;
        // INVARIANT: once failed the parser stands at the end, where nothing is taken, so every loop above ends.
        _at = tokens.Length - 1;
        return new BrokenSyntax(at.Offset, at.Length);
    }

    private BrokenSyntax Broken(DiagnosticCode code, Token name)
    {
        problems.Report(code, source.SpanOf(name.Offset, name.Length), name.Text);
        return new BrokenSyntax(name.Offset, name.Length);
    }
}
