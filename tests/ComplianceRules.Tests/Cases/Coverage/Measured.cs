using ComplianceRules.Cases;
using ComplianceRules.Engine;
using ComplianceRules.Packs;
using ComplianceRules.Tests.Packs;
using static ComplianceRules.Tests.Packs.PackText;

namespace ComplianceRules.Tests.Cases.Coverage;

/// <summary>What cases show of a pack's rules, as short texts: each comparison, and behind a colon the sides that lack (T, F, L).</summary>
internal static class Measured
{
    /// <summary>Facts that rules of every kind can be written on.</summary>
    public const string Fields = """
        { "school": { "fields": {
            "sort": { "type": "enum", "values": { "plain": "a", "special": "b", "night": "c" } },
            "offers": { "type": "set", "values": { "art": "a", "sport": "b" } },
            "boards": { "type": "bool" }, "shown_from": { "type": "date" }, "shown_to": { "type": "date" }, "bought": { "type": "date" },
            "books": { "type": "number", "unit": "1", "range": [0, 100000], "step": 1 },
            "rooms": { "type": "number", "unit": "1", "range": [0, 1000], "step": 1 },
            "score": { "type": "number", "unit": "1", "range": [0, 100], "step": 0.5 } } },
          "drill": { "parent": "school", "children": "drills", "fields": { "held": { "type": "date" }, "fire": { "type": "bool" } } },
          "class": { "fields": {
            "enrolment": { "type": "number", "unit": "1", "range": [0, 300], "step": 1 },
            "minutes": { "type": "number", "unit": "min/d", "range": [0, 600] },
            "bright": { "type": "bool" },
            "starts": { "type": "time", "range": ["05:00", "12:00"] } } } }
        """;

    /// <summary>What cases show of the one rule of a pack.</summary>
    /// <param name="rule">The rule, without its usual keys.</param>
    /// <param name="cases">The items of the array of cases.</param>
    /// <param name="subject">The rule's table.</param>
    /// <param name="more">Further members of the rule, each begun with a comma.</param>
    /// <param name="parameters">The parameters of the pack.</param>
    public static RuleCoverage Rule(string rule, string cases = "", string subject = "school", string more = "", string parameters = "{}")
    {
        string pack = Pack(facts: Fields, parameters: parameters, rules: $"[{PackText.Rule(kind: rule, more: more, subject: subject)}]");
        return Assert.Single(Of(("a", pack, cases)).Rules);
    }

    /// <summary>What the cases of packs show.</summary>
    /// <param name="packs">Each pack's folder, its text and the items of its array of cases.</param>
    public static CaseCoverage Of(params ReadOnlySpan<(string Folder, string Pack, string Cases)> packs)
    {
        using TempPacks folder = new();
        foreach ((string name, string pack, string cases) in packs) folder.With($"{name}/pack.json", pack).With($"{name}/cases/all.json", $"[{cases}]");
        CaseReport report = CaseRunner.Run(PackChecker.Check(PackReader.ReadDirectory(folder.Path).Value).Value).Value;
        Assert.Empty(report.Results.SelectMany(r => r.Failures.Select(f => $"{r.Case}: {f.English}")));
        return report.Coverage;
    }

    /// <summary>A case of one row.</summary>
    /// <param name="facts">The members of the row.</param>
    /// <param name="expected">The expected verdict.</param>
    /// <param name="table">The row's table.</param>
    /// <param name="asOf">The day.</param>
    /// <param name="more">Further members of the case, each begun with a comma.</param>
    /// <param name="rule">The rule that is expected.</param>
    public static string Case(string facts, string expected, string table = "school", string asOf = "2026-09-01", string more = "", string rule = "r") =>
        $$"""{ "case": "{{table}}", "asOf": "{{asOf}}", "facts": { "{{table}}": [ { {{facts}} } ] }, "expect": { "{{rule}}": "{{expected}}" }{{more}} }""";

    /// <summary>The comparisons of a rule with what lacks of each.</summary>
    /// <param name="rule">The rule.</param>
    public static string Text(RuleCoverage rule) => string.Join("; ", rule.Boundaries.Select(Text));

    private static string Text(BoundaryCoverage boundary)
    {
        string at = boundary.Value is { } value ? $" @{value.Key}{value.From:yyyy}{value.Season} {value.Value}" : string.Empty;
        return $"{boundary.Text}{at}: {string.Concat(boundary.Missing.Select(s => s.ToString()[0]))}".TrimEnd();
    }
}
