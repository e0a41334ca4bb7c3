using System.Collections.Immutable;

namespace ComplianceRules.Interop;

/// <content>Values, and what follows them behind a dot.</content>
internal sealed partial class LinqParser
{
    private LinqSyntax Primary()
    {
        LinqSyntax value = Start();
        for (int links = 0; !cursor.HasFailed; links++)
        {
            if (links == LinqBounds.Nesting) return cursor.TooDeep();
            if (Current.IsSign("[") || Current.IsSign("?.")) return Refuse(Current);
            if (!cursor.Take(".")) return value;
            if (Current.Kind != LinqTokenKind.Name) return cursor.Unexpected();
            LinqToken name = cursor.Next();
            value = Current.IsSign("(") ? Call(value, name) : new LinqMember(value.Place.To(name.Place), value, name.Text);
        }

        return value;
    }

    private LinqSyntax Start()
    {
        LinqToken token = Current;
        switch (token.Kind)
        {
            case LinqTokenKind.Number:
                cursor.Next();
                return new LinqNumber(token.Place, token.Value, token.NumberKind);
            case LinqTokenKind.Text:
                cursor.Next();
                return new LinqText(token.Place, token.Text);
            case LinqTokenKind.Name:
                return Named(cursor.Next());
            case LinqTokenKind.Sign when token.IsSign("("):
                return Bracketed();
            default:
                return token.Text is "$" or "^" or "~" or "{" ? Refuse(token) : cursor.Unexpected();
        }
    }

    private LinqSyntax Bracketed()
    {
        LinqToken opening = cursor.Next();
        LinqSyntax inner = Choice();
        cursor.Expect(")");
        return cursor.HasFailed ? inner : inner with { Place = opening.Place.To(cursor.Last.Place) };
    }

    private LinqSyntax Named(LinqToken name)
    {
        if (name.IsWord("new")) return Array(name);
        if (Current.IsSign("(")) return Call(null, name);
        if (name.IsWord("null")) return new LinqNull(name.Place);
        return name.IsWord("true") || name.IsWord("false") ? new LinqTruth(name.Place, name.IsWord("true")) : new LinqName(name.Place, name.Text);
    }

    // `new[] {…}` and `new int[] {…}` are values; every other `new` makes an object.
    private LinqSyntax Array(LinqToken name)
    {
        if (Current.Kind == LinqTokenKind.Name && cursor.Peek(1).IsSign("[")) cursor.Next();
        if (!Current.IsSign("[") || !cursor.Peek(1).IsSign("]") || !cursor.Peek(2).IsSign("{")) return Refuse(name);
        cursor.Next();
        cursor.Next();
        ImmutableArray<LinqSyntax> items = Until("}");
        return new LinqArray(name.Place.To(cursor.Last.Place), items);
    }

    private LinqSyntax Call(LinqSyntax? target, LinqToken name)
    {
        ImmutableArray<LinqSyntax> arguments = Until(")");
        return cursor.HasFailed ? new LinqBroken(name.Place) : new LinqCall((target?.Place ?? name.Place).To(cursor.Last.Place), target, name.Text, arguments);
    }

    // From the opening bracket at hand to the one that closes it.
    private ImmutableArray<LinqSyntax> Until(string closing)
    {
        cursor.Next();
        if (cursor.Take(closing)) return [];
        ImmutableArray<LinqSyntax>.Builder items = ImmutableArray.CreateBuilder<LinqSyntax>();
        do
        {
            items.Add(Choice());
        }
        while (cursor.Take(","));
        cursor.Expect(closing);
        return items.ToImmutable();
    }
}
