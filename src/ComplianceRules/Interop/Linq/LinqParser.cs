using System.Collections.Immutable;
using ComplianceRules.Diagnostics;

namespace ComplianceRules.Interop;

/// <summary>Parses by the grammar of Dynamic LINQ, loosest first: choice, coalescing, lambda, or, and, in, both-sided and and or, comparison, sum, product, sign.</summary>
internal sealed partial class LinqParser(LinqCursor cursor)
{
    private LinqToken Current => cursor.Current;

    /// <summary>The whole expression.</summary>
    public LinqSyntax Whole()
    {
        LinqSyntax syntax = Choice();
        if (Current.Kind != LinqTokenKind.End) cursor.Unexpected();
        return syntax;
    }

    private LinqSyntax Choice() => cursor.Deeper(() =>
    {
        LinqSyntax condition = Coalescing();
        if (!cursor.Take("?")) return condition;
        LinqSyntax then = Choice();
        cursor.Expect(":");
        LinqSyntax otherwise = Choice();
        return new LinqConditional(condition.Place.To(otherwise.Place), condition, then, otherwise);
    });

    private LinqSyntax Coalescing()
    {
        LinqSyntax left = Lambda();
        return cursor.Take("??") ? Joined(LinqOperator.Coalesce, left, Choice()) : left;
    }

    private LinqSyntax Lambda()
    {
        if (Current.Kind != LinqTokenKind.Name || !cursor.Peek(1).IsSign("=>")) return Or();
        LinqToken variable = cursor.Next();
        cursor.Next();
        LinqSyntax body = Choice();
        return new LinqLambda(variable.Place.To(body.Place), variable.Text, body);
    }

    private LinqSyntax Or()
    {
        LinqSyntax left = And();
        while (cursor.Take("||")) left = Joined(LinqOperator.Or, left, And());
        return left;
    }

    private LinqSyntax And()
    {
        LinqSyntax left = Among();
        while (cursor.Take("&&")) left = Joined(LinqOperator.And, left, Among());
        return left;
    }

    private LinqSyntax Among()
    {
        LinqSyntax value = BothSides();
        while (IsAmong())
        {
            bool isNegated = !Current.IsWord("in");
            if (cursor.Next().IsSign("!")) cursor.Next();
            LinqSyntax list = Current.IsSign("(") ? Listed() : Primary();
            value = new LinqIn(value.Place.To(list.Place), value, list, isNegated);
        }

        return value;
    }

    private bool IsAmong() => Current.IsWord("in") || Current.IsWord("not_in") || (Current.IsSign("!") && cursor.Peek(1).IsWord("in"));

    private LinqArray Listed()
    {
        LinqToken first = cursor.Next();
        ImmutableArray<LinqSyntax>.Builder items = ImmutableArray.CreateBuilder<LinqSyntax>();
        do
        {
            items.Add(Unary());
        }
        while (cursor.Take(","));
        cursor.Expect(")");
        return new LinqArray(first.Place.To(cursor.Last.Place), items.ToImmutable());
    }

    private LinqSyntax BothSides()
    {
        LinqSyntax left = Comparison();
        while (Current.IsSign("&") || Current.IsSign("|"))
        {
            LinqOperator sign = cursor.Next().Text == "&" ? LinqOperator.AndBoth : LinqOperator.OrBoth;
            left = Joined(sign, left, Comparison());
        }

        return left;
    }

    private LinqSyntax Comparison()
    {
        LinqSyntax left = Sum();
        while (Current.Kind == LinqTokenKind.Sign && LinqWords.Comparison(Current.Text) is var sign and not LinqOperator.None)
        {
            cursor.Next();
            left = Joined(sign, left, Sum());
        }

        return left;
    }

    private LinqSyntax Sum()
    {
        LinqSyntax left = Product();
        while (Current.IsSign("+") || Current.IsSign("-"))
        {
            LinqOperator sign = cursor.Next().Text == "+" ? LinqOperator.Add : LinqOperator.Subtract;
            left = Joined(sign, left, Product());
        }

        return left;
    }

    private LinqSyntax Product()
    {
        LinqSyntax left = Unary();
        while (Current.IsSign("*") || Current.IsSign("/") || Current.IsSign("%"))
        {
            LinqOperator sign = cursor.Next().Text switch { "*" => LinqOperator.Multiply, "/" => LinqOperator.Divide, _ => LinqOperator.Remainder };
            left = Joined(sign, left, Unary());
        }

        return left;
    }

    private LinqSyntax Unary()
    {
        if (!Current.IsSign("!") && !Current.IsSign("-")) return Primary();
        LinqToken sign = cursor.Next();
        LinqSyntax operand = cursor.Deeper(Unary);
        LinqPlace place = sign.Place.To(operand.Place);
        if (sign.Text == "!") return new LinqUnary(place, LinqOperator.Not, operand);
        return operand is LinqNumber number ? number with { Place = place, Value = -number.Value } : new LinqUnary(place, LinqOperator.Minus, operand);
    }

    private static LinqBinary Joined(LinqOperator sign, LinqSyntax left, LinqSyntax right) => new(left.Place.To(right.Place), sign, left, right);

    private LinqBroken Refuse(LinqToken at) => cursor.Fail(DiagnosticCodes.NotTranslated, at, at.Place.Text);
}
