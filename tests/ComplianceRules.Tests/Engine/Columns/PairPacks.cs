using ComplianceRules.Diagnostics;
using ComplianceRules.Engine;
using ComplianceRules.Packs;
using ComplianceRules.Tests.Packs;

namespace ComplianceRules.Tests.Engine.Columns;

/// <summary>Makes packs of the nation, a province, counties, a school and a template, with other limits in each; rules that the checker refuses are left out.</summary>
internal sealed class PairPacks
{
    private const int MostTries = 12;

    // What is made at random loosens as often as not.
    private const string Relaxes = "\"relaxes\": { \"authority\": \"省厅\", \"instrument\": \"law\", \"clause\": \"9\" }";

    private readonly Dictionary<string, (string Head, List<string> Rules)> _files = new(StringComparer.Ordinal);

    private PairPacks(PairSchema schema) => Schema = schema;

    public PairSchema Schema { get; }

    public Catalogue Catalogue { get; private set; } = null!;

    /// <summary>How many rules were made and how many stayed.</summary>
    public (int Made, int Kept) Rules { get; private set; }

    public string Text => string.Join("\n", _files.Select(f => $"{f.Key}: {f.Value.Head}\n{string.Join(",\n", f.Value.Rules)}"));

    /// <summary>The text of each pack by its id.</summary>
    public Dictionary<string, string> Files => _files.ToDictionary(f => f.Key, f => FileOf(f.Value.Head, f.Value.Rules), StringComparer.Ordinal);

    public IReadOnlyList<string> Refused { get; private set; } = [];

    /// <summary>Makes packs.</summary>
    /// <param name="dice">What with.</param>
    /// <param name="rules">About how many rules.</param>
    /// <param name="favoured">The number that chooses the kind of every rule; null where the dice do.</param>
    /// <param name="subject">What the rules judge; null where the dice say.</param>
    public static PairPacks Make(Dice dice, int rules, int? favoured = null, string? subject = null)
    {
        PairPacks packs = new(new PairSchema(dice));
        PairRules made = new(dice, packs.Schema) { Favoured = favoured, Subject = subject };
        packs.Add("n", Head("n", "\"region\": \"CN\"", National(dice), packs.Schema.Json) + Calendar(dice), made, rules);
        if (dice.OneIn(2)) packs.Add("p", Head("p", "\"region\": \"370000\", \"extends\": \"n\"", Inner(dice), "{}") + Calendar(dice), made, dice.Between(0, 2));
        if (dice.OneIn(2)) packs.Add("k", Head("k", "\"region\": \"370322\", \"extends\": \"n\"", Inner(dice), "{}") + Calendar(dice), made, dice.Between(0, 2));
        if (dice.OneIn(3)) packs.Add("z", Head("z", "\"region\": \"440000\", \"within\": [\"440100\"], \"extends\": \"n\"", Inner(dice), "{}") + Calendar(dice), made, 1);
        if (dice.OneIn(4)) packs.Add("o", Head("o", "\"region\": \"CN\", \"schools\": [\"s1\", \"s3\"], \"extends\": \"n\"", Inner(dice), "{}"), made, dice.Between(0, 1));
        if (dice.OneIn(3)) packs.Add("t", Head("t", "\"region\": \"CN\", \"template\": true, \"extends\": \"n\"", Inner(dice), "{}"), made, dice.Between(1, 2));
        packs.Check();
        return packs;
    }

    private void Add(string id, string head, PairRules rules, int count)
    {
        _files.Add(id, (head, [.. Enumerable.Range(0, count).Select(i => rules.Rule(id, $"r{id}{i}"))]));
        Rules = (Rules.Made + count, 0);
    }

    private static string Head(string id, string place, string parameters, string facts) => $$"""
        "id": "{{id}}", "version": "1.0.0", {{place}}, "title": "包", "instruments": {{PackText.Instruments}},
        "facts": {{facts}},
        "parameters": {{parameters}}
        """;

    private static string National(Dice dice) => $$"""
        { "plain": { "unit": "1", "strictness": "none", "values": [ { "from": "2020-01-01", "value": {{N(dice)}} } ] },
          "dated": { "unit": "1", "strictness": "none", "values": [ { "from": null, "value": {{N(dice)}} }, { "from": "2026-01-01", "value": {{N(dice)}} }, { "from": "2026-09-02", "value": {{N(dice)}} } ] },
          "pct": { "unit": "%", "strictness": "none", "values": [ { "from": null, "value": {{dice.Of("0", "50", "66.6", "100")}} } ] },
          "day": { "type": "date", "strictness": "none", "values": [ { "from": null, "value": "{{dice.Of("2026-08-31", "2026-09-01")}}" } ] },
          "late": { "type": "time", "strictness": "none", "values": [ { "from": null, "value": "{{dice.Of("21:20", "00:30")}}" } ] },
          "bykind": { "unit": "1", "strictness": "none", "by": "ce1", "values": [ {{(dice.OneIn(3) ? InSeasons(dice) : $"{{ \"from\": null, \"value\": {ByKind(dice)} }}")}} ] },
          "seasonal": { "unit": "1", "strictness": "none", "values": [ { "from": null, "value": {{N(dice)}} }, { "from": "2025-01-01", "season": "{{OfSummer(dice)}}", "value": {{N(dice)}} }, { "from": "2026-01-01", "season": "{{OfWinter(dice)}}", "value": {{N(dice)}} } ] },
          "warm": { "type": "date", "strictness": "none", "values": [ { "from": null, "season": "09-01..02-28", "value": "2026-08-31" }, { "from": null, "season": "03-01..08-31", "value": "{{dice.Of("2026-08-30", "2026-09-01")}}" } ] },
          "byschool": { "unit": "1", "strictness": "none", "by": "se1", "values": [ { "from": null, "value": {{ByKind(dice)}} } ] },
          "bystage": { "unit": "1", "strictness": "none", "by": "stage", "values": [ { "from": null, "value": { "primary": {{N(dice)}}{{(dice.OneIn(2) ? $", \"senior\": {N(dice)}" : string.Empty)}} } } ] } }
        """;

    private static string Inner(Dice dice)
    {
        List<string> all = [];
        if (dice.OneIn(2)) all.Add($$"""    "plain": { {{Relaxes}}, "values": [ { "from": "2020-01-01", "value": {{N(dice)}} } ] }""");
        if (dice.OneIn(2)) all.Add($$"""    "dated": { {{Relaxes}}, "values": [ { "from": "2026-08-01", "value": {{N(dice)}} } ] }""");
        if (dice.OneIn(2)) all.Add($$"""    "bykind": { {{Relaxes}}, "values": [ { "from": null, "value": { "{{dice.Of("x", "z", "w")}}": {{N(dice)}} } } ] }""");
        if (dice.OneIn(2)) all.Add($$"""    "bystage": { {{Relaxes}}, "values": [ { "from": null, "value": { "{{dice.Of("primary", "junior", "senior")}}": {{N(dice)}} } } ] }""");
        if (dice.OneIn(3)) all.Add($$"""    "late": { {{Relaxes}}, "values": [ { "from": null, "value": "{{dice.Of("17:00", "23:59")}}" } ] }""");
        if (dice.OneIn(3)) all.Add($$"""    "pct": { {{Relaxes}}, "values": [ { "from": null, "value": {{dice.Of("25", "75")}} } ] }""");
        if (dice.OneIn(2)) all.Add($$"""    "seasonal": { {{Relaxes}}, "values": [ { "from": null, "season": "{{(dice.OneIn(2) ? OfSummer(dice) : OfWinter(dice))}}", "value": {{N(dice)}} } ] }""");
        return "{ " + string.Join(",\n", all) + " }";
    }

    private static string OfSummer(Dice dice) => dice.Of("03-01..08-31", "03-01..08-31", "08-31..08-31", "05-01..09-01");

    private static string OfWinter(Dice dice) => dice.Of("09-01..02-28", "09-01..02-28", "09-02..08-29", "12-01..01-31");

    private static string InSeasons(Dice dice)
    {
        bool hasAll = dice.OneIn(3);
        return $$"""{ "from": null, "season": "09-01..02-28", "value": {{ByKind(dice, hasAll)}} }, { "from": null, "season": "03-01..08-31", "value": {{ByKind(dice, hasAll)}} }""";
    }

    private static string Calendar(Dice dice) => dice.Between(0, 3) switch
    {
        0 => string.Empty,
        1 => """, "calendar": { "daysOff": ["2026-08-31"], "workingDaysInstead": ["2026-08-30"], "terms": [ { "schoolYear": "2026", "term": 1, "from": "2026-08-31", "to": "2027-01-20" } ] }""",
        2 => """, "calendar": { "workingDaysInstead": ["2026-08-30"], "teachingMonthMinDays": 1 }""",
        _ => """, "calendar": { "daysOff": ["2026-09-02"], "workingDaysInstead": [], "terms": [ { "schoolYear": "2025", "term": 2, "from": "2026-02-20", "to": "2026-08-30" }, { "schoolYear": "2026", "term": 1, "from": "2026-09-01", "to": "2027-01-20" } ], "teachingMonthMinDays": 2 }""",
    };

    private static string ByKind(Dice dice) => ByKind(dice, dice.OneIn(3));

    private static string ByKind(Dice dice, bool hasAll) => hasAll ? $$"""{ "x": {{N(dice)}}, "y": {{N(dice)}}, "z": {{N(dice)}}, "w": {{N(dice)}} }""" : $$"""{ "x": {{N(dice)}}, "y": {{N(dice)}}, "z": {{N(dice)}} }""";

    private static string N(Dice dice) => dice.Of("0", "2", "3", "0.3", "2.5", "0.1", "100", "199", "255", "300", "-1", "65535", "70000", "1000.5");

    private static string FileOf(string head, List<string> rules) => $"{{\n{head},\n\"rules\": [\n{string.Join(",\n", rules)}\n] }}";

    // Diagnostics name the line of a rule, so that what is refused can be left out.
    private void Check()
    {
        List<string> refused = [];
        for (int i = 0; i < MostTries; i++)
        {
            if (Refusals() is not { Count: > 0 } faults)
            {
                Rules = (Rules.Made, _files.Values.Sum(f => f.Rules.Count));
                Refused = refused;
                return;
            }

            refused.AddRange(faults.Select(f => f.ToString()));
            foreach (IGrouping<string, Diagnostic> file in faults.GroupBy(f => Path.GetFileName(Path.GetDirectoryName(f.Span!.File))!, StringComparer.Ordinal))
            {
                (string head, List<string> rules) = _files[file.Key];
                int first = head.Count(c => c == '\n') + 4;
                int[] gone = [.. file.Select(f => f.Span!.Line - first).Where(r => r >= 0 && r < rules.Count).Distinct().OrderDescending()];
                if (gone.Length == 0) throw new InvalidOperationException($"{file.First()}\n{Text}");
                foreach (int rule in gone) rules.RemoveAt(rule);
            }
        }

        throw new InvalidOperationException($"{string.Join("\n", refused)}\n{Text}");
    }

    private List<Diagnostic> Refusals()
    {
        using TempPacks folder = new();
        foreach ((string id, (string head, List<string> rules)) in _files) folder.With($"{id}/pack.json", FileOf(head, rules));
        Checked<PackSet> read = PackReader.ReadDirectory(folder.Path);
        if (!read.IsValid) return [.. read.Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error)];
        Checked<Catalogue> made = PackChecker.Check(read.Value);
        if (!made.IsValid) return [.. made.Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error)];
        Catalogue = made.Value;
        return [];
    }
}
