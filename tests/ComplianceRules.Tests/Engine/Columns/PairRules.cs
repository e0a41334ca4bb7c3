using System.Text.Json;

namespace ComplianceRules.Tests.Engine.Columns;

/// <summary>Makes random rules of every kind over a made schema, one a line.</summary>
/// <param name="dice">What with.</param>
/// <param name="schema">The fields.</param>
internal sealed class PairRules(Dice dice, PairSchema schema)
{
    /// <summary>How many numbers choose among the kinds.</summary>
    public const int Kinds = 16;

    private const int LongestText = 1_200;

    private readonly List<(string FullId, string Subject, string Area)> _made = [];
    private readonly HashSet<string> _composites = new(StringComparer.Ordinal);

    /// <summary>The number that chooses the kind of every rule; null where the dice do.</summary>
    public int? Favoured { get; init; }

    /// <summary>What every rule judges that takes no other's place; null where the dice say.</summary>
    public string? Subject { get; init; }

    /// <summary>A rule as a pack writes it.</summary>
    /// <param name="pack">The pack's id.</param>
    /// <param name="id">The rule's id.</param>
    public string Rule(string pack, string id)
    {
        (string FullId, string Subject, string Area)[] outer = pack == "n" ? [] : [.. _made.Where(r => !r.FullId.StartsWith($"{pack}/", StringComparison.Ordinal))];
        (string FullId, string Subject, string Area)? replaced = outer.Length > 0 && dice.OneIn(2) ? dice.Of(outer) : null;
        string subject = replaced?.Subject ?? Subject ?? dice.Of("class", "class", "class", "school", "school", "team", "pupil", "year_group", "region", "post");
        (string kind, object body) = Kind(subject);
        Dictionary<string, object> written = new()
        {
            ["id"] = id, ["area"] = replaced?.Area ?? dice.Of("x", "y"), ["subject"] = subject, ["title"] = "规则", ["binding"] = dice.Of("mandatory", "principle", "encouraged", "target"),
            ["source"] = new { instrument = "law", clause = "1" }, ["effective"] = Effective(replaced is not null), [kind] = body,
        };
        if (dice.OneIn(3)) written["appliesTo"] = AppliesTo(subject);
        if (dice.OneIn(3)) written["when"] = Short(new PairExpressions(dice, schema, subject, null), dice.Between(0, 2));
        if (dice.OneIn(6) && SeasonOf(subject) is { } date && ReadsParameters(JsonSerializer.Serialize(written))) written["seasonOf"] = date;
        if (replaced is { } rule) (written["overrides"], written["relaxes"]) = (rule.FullId, new { authority = "省厅", instrument = "law", clause = "9" });
        if (kind == "composite") _composites.Add($"{pack}/{id}");
        _made.Add(($"{pack}/{id}", subject, (string)written["area"]));
        return JsonSerializer.Serialize(written);
    }

    // Outside its days a rule does not take the place of another.
    private object Effective(bool replaces) => (replaces ? dice.Between(0, 3) : 3) switch
    {
        0 => new { from = "2020-01-01", until = "2026-08-31" },
        1 => new { from = "2026-09-02" },
        _ => new { from = "2020-01-01" },
    };

    private string? SeasonOf(string subject) => dice.Pick(schema.Up(subject)).Of("date") is { Length: > 0 } fields ? dice.Of(fields).Name : null;

    private static bool ReadsParameters(string rule) => rule.Contains("param(", StringComparison.Ordinal) || rule.Contains("\"$", StringComparison.Ordinal);

    private (string Kind, object Body) Kind(string subject)
    {
        PairExpressions terms = new(dice, schema, subject, null);
        PairTable[] below = schema.Below(subject);
        PairKinds kinds = new(dice, schema, subject);
        return (Favoured ?? dice.Between(0, Kinds - 1)) switch
        {
            10 => ("consistency", kinds.Consistency()),
            11 => ("bands", kinds.Bands()),
            12 => ("k-of", kinds.KOf(() => OfNumber(terms, subject))),
            13 when below.Length > 0 => ("balance", kinds.Balance(dice.Pick(below))),
            15 when below.Length > 0 => ("frequency", Frequency(subject, dice.Pick(below))),
            14 => ("sequence", kinds.Sequence()),
            0 or 1 => ("require", Short(terms, dice.Between(1, 3))),
            2 => ("forbid", Short(terms, dice.Between(1, 3))),
            3 or 4 when below.Length > 0 => ("share", Share(subject, dice.Pick(below))),
            5 => ("limit", OfOther(terms)),
            6 when Others(subject, below) is { Length: > 0 } others => ("composite", Composite(others)),
            _ => ("limit", OfNumber(terms, subject)),
        };
    }

    private Dictionary<string, object> AppliesTo(string subject)
    {
        Dictionary<string, object> applies = [];
        PairTable table = dice.Pick(schema.Up(subject));
        if (dice.OneIn(2)) applies[dice.Of(table.Of("bool")).Name] = dice.OneIn(2);
        else applies[dice.Of(table.Of("enum")).Name] = dice.Of<string[]>(["x"], ["y", "z"], ["x", "w"]);
        if (subject is "class" or "year_group" or "team" && dice.OneIn(2)) applies["grades"] = dice.Of<int[]>([1, 6], [0, 3], [7, 7]);
        if (subject is "class" or "year_group" or "team" && dice.OneIn(3)) applies["stage"] = dice.Of<string[]>(["primary"], ["junior", "senior"]);
        return applies;
    }

    private Dictionary<string, object> OfNumber(PairExpressions terms, string subject)
    {
        Dictionary<string, object> body = new() { ["of"] = dice.OneIn(2) ? terms.Field("number") ?? "1.5" : terms.Number(dice.Between(1, 2)) };
        if (dice.OneIn(5))
        {
            body["equals"] = Limit(terms, subject);
            if (dice.OneIn(2)) body["tolerance"] = dice.Of(0m, 0.1m, 1m, 2.5m);
            return body;
        }

        int which = dice.Between(0, 3);
        if (which != 0) body[dice.Of("max", "max", "below")] = Limit(terms, subject);
        if (which is 0 or 3) body[dice.Of("min", "min", "above")] = Limit(terms, subject);
        return body;
    }

    private object Limit(PairExpressions terms, string subject) => dice.Between(0, 9) switch
    {
        0 or 1 => "$plain",
        2 => dice.Of("$dated", "$seasonal"),
        3 when subject == "class" => "$bykind",
        3 or 4 when subject is "class" or "year_group" => "$bystage",
        3 or 4 when subject == "school" => "$byschool",
        6 => terms.Number(1),
        _ => decimal.Parse(terms.NumberLimit(), System.Globalization.CultureInfo.InvariantCulture),
    };

    private Dictionary<string, object> OfOther(PairExpressions terms) => dice.Between(0, 2) switch
    {
        0 => new() { ["of"] = terms.Field("date") ?? "as_of", [dice.Of("max", "min", "above", "below")] = dice.Of("$day", "$warm", "as_of", "date('2026-08-31')") },
        1 => new() { ["of"] = terms.Field("time") ?? "time('18:00')", [dice.Of("max", "min", "above", "below")] = dice.Of("$late", "time('21:20')", "time('00:00')") },
        _ => new() { ["of"] = terms.Field("set") ?? "s1", [dice.Of("includes", "within")] = dice.Of<string[]>([], ["x"], ["x", "y"], ["w"]) },
    };

    private (string FullId, string Subject, string Area)[] Others(string subject, PairTable[] below) =>
        [.. _made.Where(r => !_composites.Contains(r.FullId) && (r.Subject == subject || below.Any(t => t.Name == r.Subject)))];

    private Dictionary<string, object> Composite((string FullId, string Subject, string Area)[] others)
    {
        List<object> of = [];
        if (dice.OneIn(2)) of.Add(new { id = "p", area = dice.Of(others).Area });
        if (of.Count == 0 || dice.OneIn(2)) of.Add(new { id = "q", rules = Some([.. others.Select(r => r.FullId)]) });
        Dictionary<string, object> body = new() { ["of"] = of };
        if (dice.OneIn(3)) body["veto"] = Some([.. others.Select(r => r.FullId)]);
        return body;
    }

    private string[] Some(string[] others) => [.. Enumerable.Range(0, dice.Between(1, 3)).Select(_ => dice.Of(others)).Distinct(StringComparer.Ordinal)];

    private Dictionary<string, object> Share(string subject, PairTable below)
    {
        PairExpressions terms = new(dice, schema, subject, below.Name);
        Dictionary<string, object> body = new() { ["of"] = below.Children };
        if (dice.OneIn(2)) body["where"] = Short(terms, dice.Between(0, 2));
        (string FullId, string Subject, string Area)[] others = [.. _made.Where(r => r.Subject == below.Name)];
        if (others.Length > 0 && dice.OneIn(2)) body["rule"] = dice.Of(others).FullId;
        else body["that"] = Short(terms, dice.Between(0, 2));
        object limit = dice.OneIn(4) ? "$pct" : dice.Of(0m, 25m, 33.3m, 50m, 66.7m, 100m);
        if (!dice.OneIn(3)) body[dice.Of("min", "min", "above")] = limit;
        if (body.Count < 3 || dice.OneIn(4)) body[dice.Of("max", "below")] = limit;
        return body;
    }

    private Dictionary<string, object> Frequency(string subject, PairTable below)
    {
        Dictionary<string, object> body = new() { ["of"] = below.Children, ["on"] = dice.Of(below.Of("date")).Name, ["per"] = dice.Of("week", "month", "month", "term", "school_year", "year") };
        if (dice.OneIn(3)) body["within"] = dice.Of("term", "school_year");
        if (dice.OneIn(2)) body["where"] = Short(new PairExpressions(dice, schema, subject, below.Name), dice.Between(0, 1));
        object limit = dice.Between(0, 9) switch { 0 => "$plain", 1 => "$seasonal", 2 when subject == "school" => "$byschool", 3 => new PairExpressions(dice, schema, subject, null).Number(1), 4 => 1.5m, _ => dice.Between(0, 3) };
        if (dice.OneIn(2)) body["max"] = limit;
        if (body.Count < 4 || !body.ContainsKey("max") || dice.OneIn(4)) body["min"] = dice.OneIn(4) ? limit : dice.Of(0, 1, 1, 2);
        return body;
    }

    private static string Short(PairExpressions terms, int depth)
    {
        string text = terms.Condition(depth);
        while (text.Length > LongestText) text = terms.Condition(depth = Math.Max(0, depth - 1));
        return text;
    }
}
