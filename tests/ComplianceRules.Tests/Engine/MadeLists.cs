namespace ComplianceRules.Tests.Engine;

/// <summary>Makes random macros and aggregates over the lists of <see cref="MadeFacts"/>, each with its meaning, straight from the page on the language.</summary>
/// <param name="dice">What with.</param>
/// <param name="terms">Makes what stands in the bodies.</param>
/// <param name="own">The table whose lists bare names mean.</param>
/// <param name="isTotal">Whether only what is known when all facts are may be made: no statistic of perhaps no rows.</param>
internal sealed class MadeLists(Dice dice, MadeTerms terms, string own, bool isTotal)
{
    private const int Deepest = 3;

    private readonly List<string> _variables = [];

    public Term Condition() => Condition(Rows());

    private Term Condition(MadeList list) => dice.Between(0, isTotal ? 4 : 7) switch
    {
        0 => Macro(list, "all", answers => Decided(answers, decisive: false)),
        1 => Macro(list, "exists", answers => Decided(answers, decisive: true)),
        2 => Macro(list, "exists_one", One),
        3 => Term.Compare(Whole(list), Sign(), Literal(dice.Between(0, 3))),
        4 => Term.Compare(Summed(list), Sign(), Literal(dice.Between(0, 5))),
        5 => Term.Compare(Statistic(list), Sign(), Literal(dice.Between(0, 4))),
        6 => Variation(list),
        _ => Membership(list),
    };

    /// <summary>How many: a whole number.</summary>
    private Term Whole(MadeList list) => dice.OneIn(2)
        ? Macro<Fraction?>(list, "count", answers => answers.Any(a => a.Met is null || (a.IsOpen && a.Met == true)) ? null : Fraction.Whole(answers.Count(a => a.Met == true)))
        : Of(dice.OneIn(2) ? list : Filtered(list), "size()", items => items.Any(i => i.IsOpen) ? null : Fraction.Whole(items.Count));

    private Term Summed(MadeList list) => OfNumbers(Mapped(dice.OneIn(2) ? list : Filtered(list)), "sum()", numbers => Sum(numbers));

    private Term Statistic(MadeList list) => dice.Between(0, 4) switch
    {
        0 => OfNumbers(Mapped(list), "min()", n => n.Length == 0 ? null : Ordered(n)[0]),
        1 => OfNumbers(Mapped(list), "max()", n => n.Length == 0 ? null : Ordered(n)[^1]),
        2 => OfNumbers(Mapped(list), "avg()", n => n.Length == 0 ? null : Sum(n).Over(Fraction.Whole(n.Length))),
        3 => Percentile(list, dice.Of(0, 10, 33, 50, 67, 90, 100)),
        _ => Macro(list, "share", Share),
    };

    /// <summary>A coefficient of variation against a limit, by the squares of both.</summary>
    private Term Variation(MadeList list)
    {
        Term square = OfNumbers(Mapped(list), "cv()", Squared);
        (string sign, int halves) = (Sign(), dice.Between(0, 3));
        Fraction limit = new(halves * halves, 4);
        return new Term($"{square.Text} {sign} {halves / 2}.{halves % 2 * 5}", s => square.Meaning(s) is { } known ? Term.Holds(sign, known, limit) : null);
    }

    private Term Percentile(MadeList list, int place) => OfNumbers(Mapped(list), $"percentile({place})", n =>
    {
        if (n.Length == 0) return null;
        // The first value that at least so many per cent of all values do not pass.
        return Ordered(n).First(v => 100 * n.Count(x => x.CompareWith(v) <= 0) >= place * n.Length);
    });

    private Term Membership(MadeList list)
    {
        MadeList mapped = Mapped(list);
        Term sought = Literal(dice.Between(0, 4));
        return new Term($"{sought.Text} in {mapped.Text}", s =>
        {
            if (mapped.Items(s) is not { } items) return null;
            bool IsSame(MadeItem item) => item.Value is Fraction value && value.CompareWith((Fraction)sought.Meaning(s)!) == 0;
            if (items.Any(i => !i.IsOpen && IsSame(i))) return true;
            return items.Any(i => i.Value is null || (i.IsOpen && IsSame(i))) ? null : false;
        });
    }

    /// <summary>A list of child rows: of the row at hand, or of the innermost variable that has one.</summary>
    private MadeList Rows()
    {
        if (_variables.Count > 0 && _variables[^1] == "school" && dice.OneIn(2))
        {
            int frame = _variables.Count - 1;
            return new MadeList($"{Name(frame)}.classes", "class", s => Items((MadeRow)s.Variables[frame]!, "classes"));
        }

        if (own == "class") return new MadeList("school.classes", "class", s => Items(s.Own.Nearest("school"), "classes"));
        string name = own == "school" || dice.OneIn(2) ? "classes" : "schools";
        return new MadeList(name, name == "classes" ? "class" : "school", s => Items(s.Own, name));
    }

    private static IReadOnlyList<MadeItem>? Items(MadeRow row, string list) => row.Reports(list) ? [.. row.Rows(list).Select(r => new MadeItem(r, false))] : null;

    private MadeList Filtered(MadeList list)
    {
        (string variable, Term body) = Body(list, Test);
        return new MadeList($"{list.Text}.filter({variable}, {body.Text})", list.Table, s => list.Items(s) is not { } items ? null :
        [
            .. from item in items let kept = body.Truth(s.With(item.Value)) where kept != false select item with { IsOpen = item.IsOpen || kept is null },
        ]);
    }

    private MadeList Mapped(MadeList list)
    {
        (string variable, Term body) = Body(list, Number);
        return new MadeList($"{list.Text}.map({variable}, {body.Text})", null, s => list.Items(s) is not { } items ? null : [.. items.Select(i => i with { Value = body.Meaning(s.With(i.Value)) })]);
    }

    private Term Macro<T>(MadeList list, string name, Func<IReadOnlyList<(bool? Met, bool IsOpen)>, T> meaning)
    {
        if (dice.OneIn(3)) list = Filtered(list);
        (string variable, Term body) = Body(list, Test);
        return new Term($"{list.Text}.{name}({variable}, {body.Text})", s => list.Items(s) is { } items ? meaning([.. items.Select(i => (body.Truth(s.With(i.Value)), i.IsOpen))]) : null);
    }

    private static Term Of(MadeList list, string aggregate, Func<IReadOnlyList<MadeItem>, object?> meaning) =>
        new($"{list.Text}.{aggregate}", s => list.Items(s) is { } items ? meaning(items) : null);

    private static Term OfNumbers(MadeList list, string aggregate, Func<Fraction[], Fraction?> meaning) =>
        Of(list, aggregate, items => items.Any(i => i.IsOpen || i.Value is null) ? null : meaning([.. items.Select(i => (Fraction)i.Value!)]));

    private (string Variable, Term Body) Body(MadeList list, Func<string, Term> make)
    {
        string variable = Name(_variables.Count);
        _variables.Add(list.Table!);
        Term body = make(list.Table!);
        _variables.RemoveAt(_variables.Count - 1);
        return (variable, body);
    }

    private Term Test(string table) => dice.Between(0, 5) switch
    {
        0 => terms.Condition(0),
        1 when _variables.Count < Deepest => Condition(),
        2 => Both(Field(table, "b"), Term.Compare(Field(table, "n"), Sign(), Literal(dice.Between(0, 4)))),
        3 => Term.Compare(Field(table, "n"), Sign(), terms.Number(0)),
        4 => Field(table, "b"),
        _ => Term.Compare(Field(table, "n"), Sign(), Literal(dice.Between(0, 4))),
    };

    private Term Number(string table) => dice.Between(0, 3) switch
    {
        0 => Term.Choice(Field(table, "b"), Field(table, "n"), Literal(dice.Between(0, 4))),
        1 when _variables.Count < Deepest => Whole(Rows()),
        _ => Field(table, "n"),
    };

    private Term Field(string table, string kind)
    {
        int frame = _variables.Count - 1;
        if (table == "class" && dice.OneIn(4)) return new Term($"{Name(frame)}.school.s{kind}", s => ((MadeRow)s.Variables[frame]!).Nearest("school").Facts.GetValueOrDefault($"s{kind}"));
        string field = table == "class" ? kind : $"s{kind}";
        return new Term($"{Name(frame)}.{field}", s => ((MadeRow)s.Variables[frame]!).Facts.GetValueOrDefault(field));
    }

    private static Term Both(Term left, Term right) => new($"({left.Text} && {right.Text})", s => Term.And(left.Truth(s), right.Truth(s)));

    private string Sign() => dice.Of("==", "!=", "<", "<=", ">", ">=");

    private static string Name(int frame) => $"v{frame}";

    private static Term Literal(int value) => new($"{value}.0", _ => Fraction.Whole(value));

    private static bool? Decided(IReadOnlyList<(bool? Met, bool IsOpen)> answers, bool decisive)
    {
        if (answers.Any(a => !a.IsOpen && a.Met == decisive)) return decisive;
        return answers.Any(a => a.Met is null || a.Met == decisive) ? null : !decisive;
    }

    private static bool? One(IReadOnlyList<(bool? Met, bool IsOpen)> answers)
    {
        int sure = answers.Count(a => !a.IsOpen && a.Met == true);
        if (sure > 1) return false;
        return answers.Any(a => a.Met is null || (a.IsOpen && a.Met == true)) ? null : sure == 1;
    }

    /// <summary>The share, where every way that the open items may turn out gives the same one.</summary>
    private static Fraction? Share(IReadOnlyList<(bool? Met, bool IsOpen)> answers)
    {
        IEnumerable<(int Met, int Rows)> ways = [(0, 0)];
        foreach ((bool? met, bool isOpen) in answers)
        {
            List<(int Met, int Rows)> own = isOpen ? [(0, 0)] : [];
            if (met != false) own.Add((1, 1));
            if (met != true) own.Add((0, 1));
            ways = [.. ways.SelectMany(w => own.Select(o => (w.Met + o.Met, w.Rows + o.Rows))).Distinct()];
        }

        if (ways.Any(w => w.Rows == 0)) return null;
        Fraction[] shares = [.. ways.Select(w => Fraction.Whole(100 * w.Met).Over(Fraction.Whole(w.Rows))!.Value)];
        return shares.All(s => s.CompareWith(shares[0]) == 0) ? shares[0] : null;
    }

    private static Fraction Sum(Fraction[] numbers) => numbers.Aggregate(Fraction.Whole(0), (sum, n) => sum.Plus(n));

    private static Fraction[] Ordered(Fraction[] numbers) => [.. numbers.Order(Comparer<Fraction>.Create((a, b) => a.CompareWith(b)))];

    private static Fraction? Squared(Fraction[] numbers)
    {
        if (numbers.Length == 0 || Sum(numbers).Over(Fraction.Whole(numbers.Length)) is not { } mean || mean.Above.IsZero) return null;
        Fraction[] squares = [.. numbers.Select(n => n.Plus(mean.Negative())).Select(d => d.Times(d))];
        return Sum(squares).Over(Fraction.Whole(numbers.Length))!.Value.Over(mean.Times(mean));
    }
}
