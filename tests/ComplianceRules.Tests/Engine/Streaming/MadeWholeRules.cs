using ComplianceRules.Engine;
using ComplianceRules.Packs;
using ComplianceRules.Tests.Packs;

namespace ComplianceRules.Tests.Engine.Streaming;

/// <summary>Rules that need more than one school at a time: over persons, over regions, and with verdicts of other rules counted; and the table of persons that they need.</summary>
/// <param name="dice">What with.</param>
internal sealed class MadeWholeRules(Dice dice)
{
    private const string Pupils = """
        { "pupil": { "parent": "class", "children": "pupils", "personal": true, "title": "学生", "fields": {
            "name": { "type": "text", "title": "姓名" }, "fit": { "type": "bool" }, "hours": { "type": "number", "unit": "1", "range": [0, 4] } } },
        """;

    /// <summary>The schema of made facts with persons in it.</summary>
    public static string Schema => string.Concat(Pupils, MadeFacts.Schema.AsSpan(MadeFacts.Schema.IndexOf('{', StringComparison.Ordinal) + 1));

    /// <summary>A pack of rules of schools and of rules that need all of them.</summary>
    /// <param name="dice">What with.</param>
    public static Catalogue Catalogue(Dice dice)
    {
        IEnumerable<string> rules = [.. new MadeRules(dice, isTotal: false, hasLists: true).Make(12).Select(r => r.Json), .. new MadeWholeRules(dice).Make()];
        using TempPacks folder = TempPacks.One(PackText.Pack(facts: Schema, parameters: MadeTerms.Parameters, rules: $"[{string.Join(",\n", rules)}]"));
        return PackChecker.Check(PackReader.ReadDirectory(folder.Path).Value).Value;
    }

    /// <summary>Rules as they stand in a pack; each that no other counts is there or not.</summary>
    public IEnumerable<string> Make() => Counted().Concat(All().Where(_ => dice.OneIn(2)));

    private static IEnumerable<string> Counted() =>
    [
        Rule("fit", "pupil", "\"require\": \"fit || hours > 1\""),
        Rule("fit_of_class", "class", "\"share\": { \"of\": \"pupils\", \"rule\": \"a/fit\", \"min\": 50 }"),
    ];

    private static IEnumerable<string> All() =>
    [
        Rule("hours", "pupil", "\"limit\": { \"of\": \"hours\", \"max\": \"school.sn\" }"),
        Rule("county", "pupil", "\"require\": \"!region.rb || name != 'b'\""),
        Rule("fit_of_region", "region", "\"share\": { \"of\": \"pupils\", \"rule\": \"a/fit\", \"where\": \"has(hours)\", \"min\": 50 }"),
        Rule("classes_of_region", "region", "\"share\": { \"of\": \"classes\", \"rule\": \"a/fit_of_class\", \"min\": 40 }"),
        Rule("groups", "region", "\"require\": \"year_groups.exists(y, y.grade == 2 && y.classes.size() > 0)\""),
        Rule("stages", "region", "\"limit\": { \"of\": \"classes.count(x, x.stage == 'primary')\", \"max\": 2 }"),
        Rule("schools", "school", "\"require\": \"region.schools.size() < 3\""),
        Rule("mean", "class", "\"require\": \"region.classes.all(x, x.n >= 1)\""),
    ];

    private static string Rule(string id, string subject, string kind) => PackText.Rule(id: id, kind: kind, subject: subject);
}
