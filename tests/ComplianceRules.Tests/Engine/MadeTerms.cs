using System.Globalization;

namespace ComplianceRules.Tests.Engine;

/// <summary>Makes random expressions over the fields of <see cref="MadeFacts"/>, each with its meaning, straight from the page on the language.</summary>
/// <param name="dice">What with.</param>
/// <param name="subject">The subject's table.</param>
/// <param name="child">The table of the list's rows; null outside a list.</param>
/// <param name="isTotal">Whether only what is known when all facts are may be made: no division, no question whether a fact is known.</param>
/// <param name="hasLists">Whether lists may be gone through.</param>
internal sealed class MadeTerms(Dice dice, string subject, string? child, bool isTotal, bool hasLists)
{
    /// <summary>Parameters that are always in force, and what they are; <c>keyed</c> has no value for <c>z</c>.</summary>
    public const string Parameters = """
        { "num": { "unit": "1", "strictness": "none", "values": [ { "from": null, "value": 9 }, { "from": "2020-01-01", "until": "2026-12-31", "value": 2 }, { "from": "2027-01-01", "value": 8 } ] },
          "pct": { "unit": "%", "strictness": "none", "values": [ { "from": "2020-01-01", "value": 50 } ] },
          "late": { "type": "time", "strictness": "none", "values": [ { "from": null, "value": "00:30" } ] },
          "keyed": { "unit": "1", "strictness": "none", "by": "e", "values": [ { "from": null, "value": { "x": 1, "y": 2.5 } } ] } }
        """;

    public const string Keyed = "param('keyed')";

    private static readonly DateOnly AsOf = Judged.Day;
    private static readonly string[] Tables = ["class", "school", "region"];

    private string Own => child ?? subject;

    public Term Condition(int depth) => depth == 0 || dice.OneIn(6) ? Atom() : hasLists && dice.OneIn(3) ? new MadeLists(dice, this, Own, isTotal).Condition() : dice.Between(0, 7) switch
    {
        0 or 1 => Logic("&&", Term.And, depth),
        2 or 3 => Logic("||", Term.Or, depth),
        4 => Not(Condition(depth - 1)),
        5 => Term.Choice(Condition(depth - 1), Condition(depth - 1), Condition(depth - 1)),
        6 => Term.Compare(Condition(depth - 1), dice.Of("==", "!="), Condition(depth - 1)),
        _ => Comparison(depth - 1),
    };

    /// <summary>A number; never one without any field or parameter in it.</summary>
    public Term Measure(int depth) => Sum(Field("n", "sn", "rn"), Number(depth));

    public Term Number(int depth) => depth == 0 ? NumberAtom() : dice.Between(0, isTotal ? 4 : 6) switch
    {
        0 => Sum(Number(depth - 1), Number(depth - 1)),
        1 => Term.Of(Number(depth - 1), "-", Number(depth - 1), (a, b) => ((Fraction)a).Plus(((Fraction)b).Negative())),
        2 => Term.Of(Number(depth - 1), "*", Number(depth - 1), (a, b) => ((Fraction)a).Times((Fraction)b)),
        3 => Negative(Number(depth - 1)),
        4 => Term.Choice(Condition(depth - 1), Number(depth - 1), Number(depth - 1)),
        5 => Term.Of(Number(depth - 1), "/", Number(depth - 1), (a, b) => ((Fraction)a).Over((Fraction)b)),
        _ => Term.Of(Number(depth - 1), "%", Number(depth - 1), (a, b) => ((Fraction)a).Remainder((Fraction)b)),
    };

    /// <summary>A time on the scale of the field <c>t</c>, whose clock passes midnight.</summary>
    public Term Written() => dice.Between(0, 3) switch
    {
        0 => new Term("param('late')", _ => TimeSpan.FromMinutes(1470)),
        1 => Later(Clock(), dice.Of(0, 1, 70)),
        2 => Term.Choice(Atom(), Clock(), Clock()),
        _ => Clock(),
    };

    /// <summary>A bool or enum of the subject or above it, as rules name it.</summary>
    public (string Name, object Written, Func<MadeRow, bool?> Holds) Applying()
    {
        string table = dice.Pick(Reach);
        if (table != "region" && dice.OneIn(2))
        {
            (string name, string[] keys) = (table == "class" ? "e" : "se", dice.Of<string[]>(["x"], ["y", "z"], ["x", "z"]));
            return (name, keys, r => r.Nearest(table).Facts.TryGetValue(name, out object? key) ? keys.Contains((string)key) : null);
        }

        (string field, bool wanted) = (table switch { "class" => "b", "school" => "sb", _ => "rb" }, dice.OneIn(2));
        return (field, wanted, r => r.Nearest(table).Facts.TryGetValue(field, out object? known) ? (bool)known == wanted : null);
    }

    private IReadOnlyList<string> Reach => Tables[Array.IndexOf(Tables, Own)..];

    private static string Sign(Dice dice) => dice.Of("==", "!=", "<", "<=", ">", ">=");

    private static Term Not(Term inner) => new($"!({inner.Text})", s => Term.Not(inner.Truth(s)));

    private static Term Negative(Term inner) => new($"-({inner.Text})", s => inner.Meaning(s) is Fraction number ? number.Negative() : null);

    private static Term Sum(Term left, Term right) => Term.Of(left, "+", right, (a, b) => ((Fraction)a).Plus((Fraction)b));

    private static Term Later(Term time, int minutes) =>
        new($"{time.Text} + minutes({minutes})", s => time.Meaning(s) is TimeSpan at ? at + TimeSpan.FromMinutes(minutes) : null);

    private Term Logic(string sign, Func<bool?, bool?, bool?> join, int depth)
    {
        (Term left, Term right) = (Condition(depth - 1), Condition(depth - 1));
        return new Term($"({left.Text}) {sign} ({right.Text})", s => join(left.Truth(s), right.Truth(s)));
    }

    private Term Comparison(int depth) => dice.OneIn(4)
        ? Term.Among(Measure(depth), NumberAtom(), NumberAtom())
        : Term.Compare(Measure(depth), Sign(dice), Number(depth));

    private Term Atom() => dice.Between(0, isTotal ? 7 : 9) switch
    {
        0 or 1 => Field("b", "sb", "rb"),
        2 => Term.Compare(Field("n", "sn", "rn"), Sign(dice), NumberAtom()),
        3 or 4 when Own == "class" => OfClass(),
        5 when Own != "region" => OfEnum(),
        8 => Has(),
        9 => Percent(),
        _ => dice.OneIn(4) ? Constant() : Comparison(0),
    };

    private Term Constant() => dice.OneIn(2) ? new Term("true", _ => true) : new Term("as_of > date('2026-09-01')", _ => false);

    private Term OfClass() => dice.Between(0, 5) switch
    {
        0 => Swapped(Later(Bare("t"), dice.Of(0, 5)), Written()),
        1 => Term.Compare(Term.Of(Bare("t"), "-", Clock(), (a, b) => Fraction.Of((int)((TimeSpan)a - (TimeSpan)b).TotalMinutes)), Sign(dice), Literal(dice.Of(-60, 0, 30, 130))),
        2 => Term.Among(Clock(), Bare("t"), Clock()),
        3 => Term.Compare(Bare("d"), Sign(dice), Day()),
        4 => Member(),
        _ => Term.Compare(Bare("s"), dice.Of("==", "!="), new Term("['p']", _ => new SortedSet<string> { "p" })),
    };

    private Term Member()
    {
        string key = dice.Of("p", "q");
        return new Term($"'{key}' in s", s => s.Fact("s") is SortedSet<string> set ? set.Contains(key) : null);
    }

    private Term OfEnum()
    {
        Term field = Own == "class" && dice.OneIn(2) ? Bare("e") : Own == "class" ? Above("school", "se") : Bare("se");
        return dice.Between(0, 2) switch
        {
            0 => Term.Compare(field, dice.Of("==", "!="), Key()),
            1 => Term.Among(field, Key(), Key()),
            _ => Term.Compare(Term.Choice(Field("b", "sb", "rb"), Key(), Key()), "==", field),
        };
    }

    private Term Has()
    {
        if (child is null && subject == "school" && dice.OneIn(3)) return new Term("has(classes)", s => s.Subject.Children is not null);
        Term field = dice.OneIn(2) ? Field("b", "sb", "rb") : Field("n", "sn", "rn");
        return new Term($"has({field.Text})", s => field.Meaning(s) is not null);
    }

    private Term Percent()
    {
        (Term part, Term whole) = (Field("n", "sn", "rn"), Field("n", "sn", "rn"));
        Term share = new($"percent({part.Text}, {whole.Text})", s => part.Meaning(s) is Fraction a && whole.Meaning(s) is Fraction b ? a.Times(Fraction.Of(100)).Over(b) : null);
        return Term.Compare(share, Sign(dice), Literal(dice.Of(0, 50, 75, 100)));
    }

    private Term Swapped(Term left, Term right) => dice.OneIn(2) ? Term.Compare(left, Sign(dice), right) : Term.Compare(right, Sign(dice), left);

    private Term NumberAtom() => dice.Between(0, 5) switch
    {
        0 => Literal(dice.Of(0m, 0.1m, 0.3m, 1m, 2.5m, 4m, 0.000000001m)),
        1 => new Term("param('num')", _ => Fraction.Of(2)),
        2 when child is null && subject == "class" => KeyedNumber(),
        3 when Own == "class" => Bare("m"),
        _ => Field("n", "sn", "rn"),
    };

    private Term KeyedNumber() => dice.OneIn(3)
        ? new Term("param('keyed', 'y')", _ => Fraction.Of(2.5m))
        : new Term(Keyed, s => s.Subject.Facts.GetValueOrDefault("e") switch { "x" => Fraction.Of(1), "y" => Fraction.Of(2.5m), _ => null });

    // With a point, because two whole literals may not be divided.
    private static Term Literal(decimal value) => new(value.ToString("0.0########", CultureInfo.InvariantCulture), _ => Fraction.Of(value));

    private Term Clock()
    {
        int minutes = dice.Of(1020, 1280, 1410, 1440, 1470);
        return new Term($"time('{minutes / 60 % 24:D2}:{minutes % 60:D2}')", _ => TimeSpan.FromMinutes(minutes));
    }

    private Term Day()
    {
        int days = dice.Between(-2, 2);
        string text = dice.OneIn(2) ? $"as_of + days({days})" : $"date('2026-09-01') + days({days})";
        return new Term(text, _ => AsOf.AddDays(days));
    }

    private Term Key()
    {
        string key = dice.Of("x", "y", "z");
        return new Term($"'{key}'", _ => key);
    }

    private Term Field(string ofClass, string ofSchool, string ofRegion)
    {
        string table = dice.OneIn(2) ? Own : dice.Pick(Reach);
        string name = table switch { "class" => ofClass, "school" => ofSchool, _ => ofRegion };
        bool climbs = table == Own && table == "region" && child is null && !isTotal && dice.OneIn(3);
        return table == Own && !climbs ? Bare(name) : Above(table, name);
    }

    private static Term Bare(string field) => new(field, s => s.Fact(field));

    private static Term Above(string table, string field) => new($"{table}.{field}", s => s.Fact(table, field));
}
