using ComplianceRules.Engine;
using ComplianceRules.Packs;
using ComplianceRules.Proofs;
using ComplianceRules.Tests.Packs;

namespace ComplianceRules.Tests.Proofs;

/// <summary>What is told of a rule of each kind and one in its place: the same is never left open, and a number that only tightens is seen to.</summary>
public sealed class KindOutcomeTests
{
    private const string Facts = """
        { "class": { "fields": {
            "n": { "type": "number", "unit": "1", "range": [0, 99], "step": 1 }, "m": { "type": "number", "unit": "1", "range": [0, 99], "step": 1 }, "k": { "type": "number", "unit": "1", "range": [0, 99], "step": 1 },
            "twice": { "type": "number", "derive": "n * 2 + m" }, "odd": { "type": "number", "derive": "n % 7 * m" }, "b": { "type": "bool" }, "marks": { "type": "set", "values": { "x": "一", "y": "二", "z": "三" } },
            "opened": { "type": "date" }, "closed": { "type": "date" }, "ended": { "type": "date" }, "late": { "type": "bool" } } },
          "school": { "fields": { "s": { "type": "bool" } } },
          "drill": { "parent": "school", "children": "drills", "title": "演练", "fields": { "held_on": { "type": "date" }, "fire": { "type": "bool" } } } }
        """;

    private const string Parameters = """
        { "least": { "unit": "1", "strictness": "higher", "values": [ { "from": "2020-01-01", "season": "11-15..03-15", "value": 8 }, { "from": "2020-01-01", "season": "03-16..11-14", "value": 2 } ] } }
        """;

    private const string Items = "\"items\": [ { \"id\": \"a\", \"limit\": { \"of\": \"n\", \"min\": 20 } }, { \"id\": \"b\", \"limit\": { \"of\": \"m\", \"min\": 20 } }, { \"id\": \"c\", \"limit\": { \"of\": \"k\", \"min\": 20 } } ]";

    /// <summary>Kind, its body with a place for a number, the number further out, one that is tighter, one that is looser.</summary>
    public static TheoryData<string, string, string, string, string> Numbers => new()
    {
        { "limit max", "\"limit\": { \"of\": \"n\", \"max\": # }", "40", "30", "50" },
        { "limit min", "\"limit\": { \"of\": \"n\", \"min\": # }", "40", "50", "30" },
        { "limit below", "\"limit\": { \"of\": \"n + m\", \"below\": # }", "40", "30", "50" },
        { "limit tolerance", "\"limit\": { \"of\": \"n\", \"equals\": 40, \"tolerance\": # }", "5", "3", "7" },
        { "limit includes", "\"limit\": { \"of\": \"marks\", \"includes\": # }", "[\"x\"]", "[\"x\", \"y\"]", "[\"y\"]" },
        { "limit within", "\"limit\": { \"of\": \"marks\", \"within\": # }", "[\"x\", \"y\"]", "[\"x\"]", "[\"x\", \"y\", \"z\"]" },
        { "limit of what is not followed", "\"limit\": { \"of\": \"n % 7 * m\", \"max\": # }", "40", "30", "50" },
        { "limit of a derived field", "\"limit\": { \"of\": \"twice\", \"max\": # }", "40", "30", "50" },
        { "limit of a derived field that is not followed", "\"limit\": { \"of\": \"odd\", \"max\": # }", "40", "30", "50" },
        { "require", "\"require\": \"n <= # || b\"", "40", "30", "50" },
        { "forbid", "\"forbid\": \"n > # && b\"", "40", "30", "50" },
        { "share min", "\"share\": { \"of\": \"classes\", \"that\": \"n <= 40\", \"min\": # }", "80", "90", "70" },
        { "share max", "\"share\": { \"of\": \"classes\", \"that\": \"n > 40\", \"max\": # }", "20", "10", "30" },
        { "share that", "\"share\": { \"of\": \"classes\", \"that\": \"n <= #\", \"min\": 80 }", "40", "30", "50" },
        { "share where", "\"share\": { \"of\": \"classes\", \"where\": \"b\", \"that\": \"n <= #\", \"min\": 80 }", "40", "30", "50" },
        { "share by rule", "\"share\": { \"of\": \"classes\", \"rule\": \"a/size\", \"min\": # }", "80", "90", "70" },
        { "k-of", "\"k-of\": { \"k\": #, " + Items + " }", "2", "3", "1" },
        { "k-of floor", "\"k-of\": { \"k\": 2, \"floor\": #, " + Items + " }", "80", "85", "75" },
        { "k-of item", "\"k-of\": { \"k\": 2, \"floor\": 80, " + Items.Replace("20", "#", StringComparison.Ordinal) + " }", "20", "30", "10" },
        { "balance cv", "\"balance\": { \"of\": \"classes\", \"measure\": \"n\", \"statistic\": \"cv\", \"max\": # }", "0.5", "0.4", "0.6" },
        { "balance weight", "\"balance\": { \"of\": \"classes\", \"where\": \"b\", \"measure\": \"n\", \"weight\": \"m\", \"statistic\": \"cv\", \"max\": # }", "0.5", "0.4", "0.6" },
        { "balance spread", "\"balance\": { \"of\": \"classes\", \"measure\": \"n\", \"statistic\": \"spread\", \"max\": # }", "5", "4", "6" },
        { "frequency min", "\"frequency\": { \"of\": \"drills\", \"on\": \"held_on\", \"per\": \"month\", \"min\": # }", "2", "3", "1" },
        { "frequency max", "\"frequency\": { \"of\": \"drills\", \"on\": \"held_on\", \"per\": \"week\", \"max\": # }", "3", "2", "4" },
        { "frequency min of both", "\"frequency\": { \"of\": \"drills\", \"where\": \"fire\", \"on\": \"held_on\", \"per\": \"term\", \"min\": #, \"max\": 9 }", "2", "3", "1" },
        { "sequence lasts", "\"sequence\": { \"steps\": [ { \"id\": \"show\", \"from\": \"opened\", \"to\": \"closed\", \"lasts\": { \"min\": # } } ] }", "3", "4", "2" },
        { "sequence wait", "\"sequence\": { \"steps\": [ { \"id\": \"show\", \"on\": \"opened\" }, { \"id\": \"end\", \"on\": \"closed\", \"after\": \"show\", \"wait\": { \"min\": # } } ] }", "3", "4", "2" },
        { "sequence of working days", "\"sequence\": { \"steps\": [ { \"id\": \"show\", \"from\": \"opened\", \"to\": \"closed\", \"when\": \"late\", \"lasts\": { \"min\": #, \"days\": \"working\" } }, { \"id\": \"end\", \"on\": \"ended\", \"after\": \"show\" } ] }", "3", "4", "2" },
        { "bands", "\"bands\": { \"of\": \"n\", \"bands\": [ { \"id\": \"low\", \"from\": 10 }, { \"id\": \"good\", \"from\": # } ], \"compliantFrom\": \"good\" }", "40", "50", "30" },
        { "consistency", "\"consistency\": { \"left\": \"n\", \"right\": \"m\", \"tolerance\": # }", "5", "3", "7" },
        { "consistency of what is not followed", "\"consistency\": { \"left\": \"n\", \"right\": \"odd\", \"tolerance\": # }", "5", "3", "7" },
    };

    /// <summary>Bodies without a number.</summary>
    public static TheoryData<string, string> Whole => new()
    {
        { "seasons", "\"limit\": { \"of\": \"n\", \"min\": \"$least\" }" },
        { "seasons of a date", "\"limit\": { \"of\": \"n\", \"min\": \"$least\" }, \"seasonOf\": \"opened\"" },
        { "bands that all comply", "\"bands\": { \"of\": \"n\", \"bands\": [ { \"id\": \"low\", \"from\": 10 }, { \"id\": \"good\", \"from\": 40 } ] }" },
        { "composite", "\"composite\": { \"of\": [ { \"id\": \"one\", \"rules\": [\"size\", \"bright\"] } ], \"veto\": [\"size\"] }" },
        { "composite of an area", "\"composite\": { \"of\": [ { \"id\": \"one\", \"area\": \"y\" } ] }" },
        { "frequency within", "\"frequency\": { \"of\": \"drills\", \"where\": \"fire\", \"on\": \"held_on\", \"per\": \"week\", \"within\": \"term\", \"min\": 1, \"max\": 4 }" },
        { "a condition of many parts", "\"require\": \"n % 7 * m > 3 ? classes_of(n, m, k) : b\"".Replace("classes_of(n, m, k)", "(n * m * k > 10 && marks.size() > 1) || name.contains(\\\"x\\\")", StringComparison.Ordinal) },
    };

    [Theory]
    [MemberData(nameof(Numbers))]
    public void A_number_is_seen_to_be_the_same_or_tighter_and_a_looser_one_is_refused(string kind, string body, string outer, string tighter, string looser)
    {
        Assert.Equal((kind, ProofOutcome.Equal), (kind, Outcome(body.Replace("#", outer, StringComparison.Ordinal), body.Replace("#", outer, StringComparison.Ordinal))));
        Assert.Equal((kind, ProofOutcome.Stricter), (kind, Outcome(body.Replace("#", outer, StringComparison.Ordinal), body.Replace("#", tighter, StringComparison.Ordinal))));
        ProofOutcome loose = Outcome(body.Replace("#", outer, StringComparison.Ordinal), body.Replace("#", looser, StringComparison.Ordinal));
        Assert.True(loose is not (ProofOutcome.Equal or ProofOutcome.Stricter), $"{kind}: {loose}");
    }

    [Theory]
    [MemberData(nameof(Whole))]
    public void What_is_the_same_is_equal(string kind, string body) => Assert.Equal((kind, ProofOutcome.Equal), (kind, Outcome(body, body)));

    private static ProofOutcome Outcome(string outer, string inner)
    {
        string subject = outer.Contains("\"classes\"", StringComparison.Ordinal) || outer.Contains("drills", StringComparison.Ordinal) ? "school" : "class";
        string others = PackText.Rule("size", "\"limit\": { \"of\": \"n\", \"max\": 45 }").Replace("\"x\"", "\"y\"", StringComparison.Ordinal) + ", " + PackText.Rule("bright", "\"require\": \"b\"").Replace("\"x\"", "\"y\"", StringComparison.Ordinal);
        using TempPacks folder = new TempPacks().With("a/pack.json", PackText.Pack(facts: Facts, parameters: Parameters, rules: $"[{others}, {PackText.Rule("r", outer, subject: subject)}]"))
            .With("b/pack.json", PackText.Pack("b", "370000", "{}", "{}", $"[{PackText.Rule("q", inner, ", \"overrides\": \"r\"", subject)}]", ", \"extends\": \"a\""));
        PackSet packs = PackReader.ReadDirectory(folder.Path).Value;
        Assert.DoesNotContain(PackChecker.Check(packs).Diagnostics, d => d.Code.Number is < 3200 or > 3299);
        RuleProof[] proofs = [.. PackChecker.Prove(packs).Where(p => p.Rule == "a/r")];
        return proofs.Select(p => p.Comparison.Outcome).Distinct().Single();
    }
}
