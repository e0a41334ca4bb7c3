namespace ComplianceRules.Tests.Engine;

/// <summary>Makes rules of the kinds that are made of several parts, with their meaning, straight from the page on packs.</summary>
/// <param name="dice">What with.</param>
/// <param name="subject">The table that the rule judges.</param>
/// <param name="isTotal">Whether every rule is decided once all facts are known.</param>
/// <param name="hasLists">Whether expressions may go through lists.</param>
internal sealed class MadeKinds(Dice dice, string subject, bool isTotal, bool hasLists)
{
    private static readonly DateOnly AsOf = Judged.Day;

    private readonly MadeTerms _terms = new(dice, subject, null, isTotal, hasLists);

    public (Dictionary<string, object> Body, Func<MadeRow, bool?> Holds) Consistency()
    {
        if (subject == "class" && dice.OneIn(3)) return (new() { ["left"] = "e", ["right"] = "school.se" }, row => Agree(row.Facts.GetValueOrDefault("e"), row.Nearest("school").Facts.GetValueOrDefault("se")));
        (Term left, Term right) = (_terms.Measure(1), _terms.Measure(1));
        Dictionary<string, object> body = new() { ["left"] = left.Text, ["right"] = right.Text };
        decimal tolerance = dice.Of(0m, 0.5m, 2m);
        if (tolerance > 0 || dice.OneIn(2)) body["tolerance"] = tolerance;
        return (body, row =>
        {
            if (Number(left, row) is not { } one || Number(right, row) is not { } other) return null;
            Fraction apart = one.Plus(other.Negative());
            return apart.CompareWith(Fraction.Of(tolerance)) <= 0 && apart.CompareWith(Fraction.Of(-tolerance)) >= 0;
        });
    }

    public (Dictionary<string, object> Body, Func<MadeRow, bool?> Holds, Func<MadeRow, string?> Band) Bands()
    {
        Term of = _terms.Measure(1);
        (string Id, object From, Fraction Low)[] bands = [("low", 0.5m, Fraction.Of(0.5m)), ("middle", 1.5m, Fraction.Of(1.5m)), ("high", "$num", Fraction.Of(2))];
        bands = bands[..dice.Between(1, 3)];
        Dictionary<string, object> body = new() { ["of"] = of.Text, ["bands"] = bands.Select(b => new Dictionary<string, object> { ["id"] = b.Id, ["from"] = b.From }) };
        Fraction? least = null;
        if (dice.OneIn(2)) (body["compliantFrom"], _, least) = dice.Pick(bands);
        return (body, row => Number(of, row) is { } value ? least is null || value.CompareWith(least.Value) >= 0 : null,
            row => Number(of, row) is { } value ? bands.LastOrDefault(b => value.CompareWith(b.Low) >= 0).Id : null);
    }

    public (Dictionary<string, object> Body, Func<MadeRow, bool?> Holds) KOf()
    {
        bool hasFloor = dice.OneIn(2);
        decimal floor = dice.Of(0m, 50m, 85m, 100m);
        List<(Func<MadeRow, bool?> Holds, Func<MadeRow, bool?> Reaches)> items = [];
        List<Dictionary<string, object>> written = [];
        for (int count = dice.Between(1, 4); items.Count < count;)
        {
            Dictionary<string, object> item = new() { ["id"] = $"i{items.Count}" };
            items.Add(hasFloor ? Floored(item, floor) : Plain(item));
            written.Add(item);
        }

        int k = dice.Between(1, items.Count);
        Dictionary<string, object> body = new() { ["k"] = k, ["items"] = written };
        if (hasFloor) body["floor"] = floor;
        return (body, row =>
        {
            bool?[] held = [.. items.Select(i => i.Holds(row))];
            bool?[] reached = [.. items.Select((item, i) => held[i] == true ? true : item.Reaches(row))];
            if (held.Count(h => h != false) < k || reached.Contains(false)) return false;
            return held.Count(h => h == true) >= k && reached.All(r => r == true) ? true : null;
        });
    }

    public (Dictionary<string, object> Body, Func<MadeRow, bool?> Holds, Func<MadeRow, bool?> Counts) Balance()
    {
        string list = subject == "school" || dice.OneIn(2) ? "classes" : "schools";
        MadeTerms terms = new(dice, subject, list == "classes" ? "class" : "school", isTotal, hasLists);
        bool isSpread = isTotal || dice.OneIn(2);
        (Term measure, Term? where, Term? weight) = (terms.Measure(1), dice.OneIn(2) ? terms.Condition(1) : null, !isSpread && dice.OneIn(2) ? terms.Measure(0) : null);
        Fraction most = Fraction.Of(dice.Of(0m, 0.5m, 1m, 2m));
        Dictionary<string, object> body = new() { ["of"] = list, ["measure"] = measure.Text, ["statistic"] = isSpread ? "spread" : "cv", ["max"] = decimal.Parse(most.Text, System.Globalization.CultureInfo.InvariantCulture) };
        if (where is not null) body["where"] = where.Text;
        if (weight is not null) body["weight"] = weight.Text;
        return (body, row => Values(row) is { Count: > 0 } values ? (isSpread ? Spread(values, most) : Varies(values, most)) : null, Counts);

        bool? Counts(MadeRow row)
        {
            if (!row.Reports(list)) return null;
            bool?[] counted = [.. row.Rows(list).Select(child => where is null ? true : where.Truth(new Sight(row, child)))];
            return counted.Contains(true) ? true : counted.Contains(null) ? null : false;
        }

        List<(Fraction Value, Fraction Weight)>? Values(MadeRow row)
        {
            if (!row.Reports(list)) return null;
            List<(Fraction Value, Fraction Weight)> values = [];
            foreach (Sight child in row.Rows(list).Select(child => new Sight(row, child)))
            {
                if (where?.Truth(child) == false) continue;
                if ((where is not null && where.Truth(child) is null) || measure.Meaning(child) is not Fraction value) return null;
                if ((weight is null ? Fraction.Whole(1) : weight.Meaning(child)) is not Fraction weighs) return null;
                values.Add((value, weighs));
            }

            return values;
        }
    }

    public (Dictionary<string, object> Body, Func<MadeRow, bool?> Holds) Sequence()
    {
        List<MadeStep> steps = [];
        List<Dictionary<string, object>> written = [];
        for (int count = dice.Between(1, 3); steps.Count < count;)
        {
            Dictionary<string, object> body = new() { ["id"] = $"s{steps.Count}" };
            steps.Add(Made(body, steps));
            written.Add(body);
        }

        return (new() { ["steps"] = written }, row => steps.Aggregate((bool?)true, (all, step) => Term.And(all, step.Holds(row))));
    }

    private MadeStep Made(Dictionary<string, object> body, List<MadeStep> before)
    {
        bool isSpan = dice.OneIn(2);
        (Term from, Term to) = (Day(), Day());
        if (isSpan) (body["from"], body["to"]) = (from.Text, to.Text);
        else (body["on"], to) = (from.Text, from);
        MadeStep step = new(from, to);
        if (isSpan && dice.OneIn(2)) step = step with { Lasts = Span(body, "lasts") };
        if (before.Count > 0 && !dice.OneIn(4))
        {
            MadeStep earlier = dice.Pick(before);
            body["after"] = $"s{before.IndexOf(earlier)}";
            step = step with { After = earlier, IsStrict = dice.OneIn(2) };
            if (step.IsStrict) body["strictly"] = true;
            if (dice.OneIn(2)) step = step with { Wait = Span(body, "wait") };
        }

        if (!dice.OneIn(2)) return step;
        Term when = _terms.Condition(1);
        body["when"] = when.Text;
        return step with { When = when };
    }

    private int Span(Dictionary<string, object> body, string key)
    {
        int days = dice.Between(0, 3);
        body[key] = new Dictionary<string, object> { ["min"] = days };
        return days;
    }

    private Term Day()
    {
        int days = dice.Between(-2, 2);
        return dice.Between(0, 2) switch
        {
            0 => new Term($"as_of + days({days})", _ => AsOf.AddDays(days)),
            1 => new Term("d", s => s.Fact("d")),
            _ => new Term($"d + days({days})", s => s.Fact("d") is DateOnly day ? day.AddDays(days) : null),
        };
    }

    private (Func<MadeRow, bool?> Holds, Func<MadeRow, bool?> Reaches) Plain(Dictionary<string, object> item)
    {
        if (dice.OneIn(2))
        {
            (item["limit"], Func<MadeRow, bool?> holds) = MadeBounds.OfNumber(dice, _terms);
            return (holds, _ => true);
        }

        Term condition = _terms.Condition(1);
        item["require"] = condition.Text;
        return (row => condition.Truth(new Sight(row, null)), _ => true);
    }

    private (Func<MadeRow, bool?> Holds, Func<MadeRow, bool?> Reaches) Floored(Dictionary<string, object> item, decimal floor)
    {
        Term of = _terms.Measure(1);
        (object written, Fraction least) = dice.OneIn(3) ? ("$num", Fraction.Of(2)) : dice.Of<(object, Fraction)>((3m, Fraction.Of(3)), (-1.5m, Fraction.Of(-1.5m)), (1m, Fraction.Of(1)));
        item["limit"] = new Dictionary<string, object> { ["of"] = of.Text, ["min"] = written };
        return (row => Reaches(row, 100), row => Reaches(row, floor));

        bool? Reaches(MadeRow row, decimal share) => Number(of, row) is { } value ? value.CompareWith(least.Times(Fraction.Of(share / 100))) >= 0 : null;
    }

    private static bool? Agree(object? one, object? other) => one is null || other is null ? null : one.Equals(other);

    private static Fraction? Number(Term term, MadeRow row) => (Fraction?)term.Meaning(new Sight(row, null));

    private static bool Spread(List<(Fraction Value, Fraction Weight)> values, Fraction most)
    {
        Comparer<Fraction> order = Comparer<Fraction>.Create((a, b) => a.CompareWith(b));
        Fraction[] ordered = [.. values.Select(v => v.Value).Order(order)];
        return ordered[^1].Plus(ordered[0].Negative()).CompareWith(most) <= 0;
    }

    // By the mean and the squares of the distances from it, which is the long way.
    private static bool? Varies(List<(Fraction Value, Fraction Weight)> values, Fraction most)
    {
        Fraction weights = values.Aggregate(Fraction.Whole(0), (sum, v) => sum.Plus(v.Weight));
        if (values.Any(v => v.Weight.Above.Sign < 0)) return null;
        if (values.Aggregate(Fraction.Whole(0), (sum, v) => sum.Plus(v.Value.Times(v.Weight))).Over(weights) is not { } mean || mean.Above.IsZero) return null;
        Fraction squares = values.Aggregate(Fraction.Whole(0), (sum, v) => sum.Plus(Square(v.Value.Plus(mean.Negative())).Times(v.Weight)));
        return squares.Over(weights)!.Value.Over(Square(mean))!.Value.CompareWith(Square(most)) <= 0;
    }

    private static Fraction Square(Fraction value) => value.Times(value);
}
