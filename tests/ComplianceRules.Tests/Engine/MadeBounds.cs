namespace ComplianceRules.Tests.Engine;

/// <summary>Makes the bounds of limits and shares, with their meaning.</summary>
internal static class MadeBounds
{
    private static readonly Dictionary<string, string> Signs = new(StringComparer.Ordinal) { ["min"] = ">=", ["above"] = ">", ["max"] = "<=", ["below"] = "<" };

    public static (Dictionary<string, object> Body, Func<MadeRow, bool?> Holds) OfNumber(Dice dice, MadeTerms terms)
    {
        Term of = terms.Measure(1);
        Dictionary<string, object> body = new() { ["of"] = of.Text };
        if (dice.OneIn(4)) return (body, Exactly(dice, of, body));
        return (body, Keys(dice).Select(key => Bound(body, key, of, Limit(dice, terms))).ToArray() switch
        {
            [var one] => one,
            [var low, var high] => row => Term.And(low(row), high(row)),
            _ => throw new InvalidOperationException("there are one or two bounds"),
        });
    }

    public static (Dictionary<string, object> Body, Func<MadeRow, bool?> Holds) OfTime(Dice dice, MadeTerms terms)
    {
        Dictionary<string, object> body = new() { ["of"] = "t" };
        Term written = dice.OneIn(3) ? new Term("$late", _ => TimeSpan.FromMinutes(1470)) : terms.Written();
        return (body, Bound(body, dice.Pick(Keys(dice)), new Term("t", s => s.Fact("t")), (written.Text, written)));
    }

    public static (Dictionary<string, object> Body, Func<MadeRow, bool?> Holds) OfSet(Dice dice)
    {
        (string key, string[] given) = (dice.Of("includes", "within"), dice.Of<string[]>([], ["p"], ["q"], ["p", "q"]));
        return (new() { ["of"] = "s", [key] = given }, row => row.Facts.GetValueOrDefault("s") is not SortedSet<string> set
            ? null
            : key == "includes" ? given.All(set.Contains) : set.All(given.Contains));
    }

    public static IReadOnlyList<Func<Fraction, bool>> OfShare(Dice dice, Dictionary<string, object> body)
    {
        List<Func<Fraction, bool>> all = [];
        foreach (string key in Keys(dice))
        {
            bool isParameter = dice.OneIn(4);
            decimal limit = isParameter ? 50 : dice.Of(0m, 33.3m, 50m, 66.6m, 100m);
            body[key] = isParameter ? "$pct" : limit;
            all.Add(share => Term.Holds(Signs[key], share, Fraction.Of(limit)));
        }

        return all;
    }

    private static string[] Keys(Dice dice) => dice.Between(0, 2) switch
    {
        0 => [dice.Of("min", "above")],
        1 => [dice.Of("max", "below")],
        _ => [dice.Of("min", "above"), dice.Of("max", "below")],
    };

    private static (object Written, Term Meaning) Limit(Dice dice, MadeTerms terms)
    {
        if (dice.OneIn(3)) return ("$num", new Term("$num", _ => Fraction.Of(2)));
        decimal number = dice.Of(0m, 0.3m, 2m, 4m, 4.1m);
        if (dice.OneIn(2)) return (number, new Term("number", _ => Fraction.Of(number)));
        Term term = terms.Measure(1);
        return (term.Text, term);
    }

    private static Func<MadeRow, bool?> Bound(Dictionary<string, object> body, string key, Term of, (object Written, Term Meaning) limit)
    {
        body[key] = limit.Written;
        Term holds = Term.Compare(of, Signs[key], limit.Meaning);
        return row => holds.Truth(new Sight(row, null));
    }

    private static Func<MadeRow, bool?> Exactly(Dice dice, Term of, Dictionary<string, object> body)
    {
        (decimal number, decimal tolerance) = (dice.Of(0m, 2m, 2.4m), dice.Of(0m, 0.4m, 1m));
        body["equals"] = number;
        if (dice.OneIn(2)) body["tolerance"] = tolerance;
        else tolerance = 0;
        return row => of.Meaning(new Sight(row, null)) is Fraction value
            ? Term.Holds(">=", value, Fraction.Of(number - tolerance)) && Term.Holds("<=", value, Fraction.Of(number + tolerance))
            : null;
    }
}
