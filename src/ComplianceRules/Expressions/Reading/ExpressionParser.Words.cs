using System.Collections.Frozen;
using ComplianceRules.Diagnostics;

namespace ComplianceRules.Expressions;

/// <summary>Signs and words between values and before them, with those of other languages.</summary>
internal sealed partial class ExpressionParser
{
    private static readonly FrozenSet<string> Reserved = FrozenSet.Create(
        StringComparer.Ordinal,
        "as", "break", "const", "continue", "else", "for", "function", "if", "import", "in", "let", "loop", "package", "namespace", "return", "var", "void", "while");

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
        return BrokenAt(name, Items(name, out _).AsSpan());
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
}
