using System.Security.Cryptography;
using System.Text;
using ComplianceRules.Diagnostics;
using ComplianceRules.Facts;
using ComplianceRules.Json;
using ComplianceRules.Packs;

namespace ComplianceRules.Tests.Packs;

public sealed class PackReaderTests
{
    [Fact]
    public void A_pack_says_who_it_is_and_for_whom()
    {
        RulePack pack = Read("""
            { "id": "zone", "version": "2026.1.0-beta", "region": "370300", "within": ["370322", "370303"], "schools": ["3703220012"], "order": 2, "language": "en",
              "extends": ["cn", { "id": "cn-370000", "version": "[2026.1,2027)" }], "title": { "zh": "区", "en": "zone" }, "waivers": [], "calendar": { "note": "none yet" },
              "note": "free text" }
            """);

        Assert.Equal(("zone", "2026.1.0-beta", TextLanguage.English), (pack.Id, pack.Version.ToString(), pack.Language));
        Assert.Equal("370300", pack.Region!.Value.Text);
        Assert.Equal(["370322", "370303"], pack.Within.Select(c => c.Text));
        Assert.Equal("3703220012", Assert.Single(pack.Schools));
        Assert.Equal(2, pack.Order);
        Assert.Equal(["cn", "cn-370000"], pack.Extends.Select(e => e.Id));
        Assert.Null(pack.Extends[0].Versions);
        Assert.Equal("[2026.1.0, 2027.0.0)", pack.Extends[1].Versions!.ToNormalizedString());
        Assert.Equal(new LocalText("区", "zone"), pack.Title);
    }

    [Fact]
    public void A_template_needs_no_region()
    {
        RulePack pack = Read("""{ "id": "plan", "version": "1.0.0", "template": true, "title": "计划" }""");

        Assert.True(pack.IsTemplate);
        Assert.Null(pack.Region);
    }

    [Fact]
    public void An_instrument_keeps_its_dates_as_they_are_written()
    {
        RulePack pack = Read(PackText.Pack().Replace(
            PackText.Instruments,
            """{ "note": "texts", "a": { "title": "甲", "issued": "2009", "effective": "2026-02", "certainty": "mixed", "number": null, "issuer": null } }""",
            StringComparison.Ordinal));

        Assert.Equal(new Instrument("a", InstrumentKind.Notice, new LocalText("甲", null), null, null, "2009", "2026-02", Certainty.Mixed), Assert.Single(pack.Instruments).Value);
    }

    [Fact]
    public void Areas_have_titles_by_their_ids() =>
        Assert.Equal(new LocalText("作业", "homework"), Read(PackText.Pack(more: """, "areas": { "note": "n", "homework": { "zh": "作业", "en": "homework" } }""")).Areas["homework"]);

    [Theory]
    [InlineData("""{ "a b": "作业" }""", "CR1039")]
    [InlineData("""{ "a": 3 }""", "CR1031")]
    public void A_wrong_area_is_refused(string areas, string code)
    {
        using TempPacks packs = TempPacks.One(PackText.Pack(more: $", \"areas\": {areas}"));
        Assert.Equal(code, Assert.Single(PackReader.ReadDirectory(packs.Path).Diagnostics).Code.ToString());
    }

    [Theory]
    [InlineData("\"plain\"", "plain", "plain")]
    [InlineData("""{ "zh": "甲", "en": "a" }""", "甲", "a")]
    [InlineData("""{ "en": "a" }""", "a", "a")]
    public void A_note_is_plain_or_by_language(string note, string chinese, string english) =>
        Assert.Equal(new LocalText(chinese, english), Read(PackText.Pack(more: $", \"note\": {note}")).Note);

    [Theory]
    [InlineData("3", "CR1031")]
    [InlineData("""{ "zh": 3 }""", "CR1031")]
    [InlineData("""{ "fr": "a" }""", "CR1003")]
    public void A_note_of_another_kind_is_refused(string note, string code)
    {
        using TempPacks packs = TempPacks.One(PackText.Pack(more: $", \"note\": {note}"));
        Assert.Equal(code, Assert.Single(PackReader.ReadDirectory(packs.Path).Diagnostics).Code.ToString());
    }

    [Fact]
    public void A_field_has_what_its_type_asks_for()
    {
        RulePack pack = Read(PackText.Pack(more: ", \"units\": { \"drill\": \"次\" }", facts: """
            { "class": { "fields": {
              "drills": { "type": "number", "unit": "drill/term", "range": [0, 99.5], "step": 0.5, "change": { "cost": 3 }, "title": { "zh": "演练", "en": "drills" } },
              "bedtime": { "type": "time", "range": ["17:00", "30:00"] },
              "bell": { "type": "time" },
              "sorts": { "type": "set", "values": { "note": "what there is", "a": "甲", "b-1": "乙" } },
              "day": { "type": "date" }, "words": { "type": "text" } } } }
            """));

        FieldSchema[] fields = [.. Assert.Single(pack.Facts).Fields.Select(f => f.Field)];
        Assert.Equal(("drill/term", new NumberRange(0, 99.5), 0.5, 3.0), (fields[0].Unit!.Text, fields[0].Range!, fields[0].Step!.Value, fields[0].ChangeCost!.Value));
        Assert.Equal(new LocalText("演练", "drills"), fields[0].Title);
        Assert.Equal([new TimeScale(17 * 60, 30 * 60), TimeScale.WholeDay], fields[1..3].Select(f => f.Scale));
        Assert.Equal(["a", "b-1"], fields[3].Options.Select(o => o.Key));
        Assert.Equal([FieldType.Date, FieldType.Text], fields[4..].Select(f => f.Type));
    }

    [Fact]
    public void A_counting_unit_of_another_pack_of_the_load_is_known()
    {
        using TempPacks packs = new TempPacks()
            .With("a/pack.json", PackText.Pack("a", facts: """{ "class": { "fields": { "drills": { "type": "number", "unit": "drill/term", "range": [0, 9] } } } }"""))
            .With("b/pack.json", PackText.Pack("b", more: ", \"units\": { \"drill\": \"次\" }"));

        Assert.Empty(PackReader.ReadDirectory(packs.Path).Diagnostics);
        Assert.Equal("CR1130", Assert.Single(PackReader.ReadDirectory($"{packs.Path}/a").Diagnostics).Code.ToString());
    }

    [Theory]
    [InlineData("minutes/day", "min/d")]
    [InlineData("pupils", "pupil")]
    [InlineData("drills/term", "drill/term")]
    [InlineData("furlong", null)]
    public void A_unit_that_is_none_is_guessed(string written, string? expected)
    {
        using TempPacks packs = new TempPacks().With("a/pack.json", PackText.Pack(
            "a", facts: $$"""{ "class": { "fields": { "drills": { "type": "number", "unit": "{{written}}", "range": [0, 9] } } } }""", more: ", \"units\": { \"drill\": \"次\" }"));
        Diagnostic problem = Assert.Single(PackReader.ReadDirectory(packs.Path).Diagnostics);
        Assert.Equal(("CR1130", expected), (problem.Code.ToString(), problem.DidYouMean));
    }

    [Fact]
    public void A_missing_parent_is_told_beside_other_mistakes()
    {
        using TempPacks packs = new TempPacks()
            .With("nation/pack.json", PackText.Pack("nation", more: ", \"units\": { \"drill\": \"次\" }"))
            .With("z/pack.json", PackText.Pack("z", "370322", facts: """{ "class": { "fields": { "drills": { "type": "number", "unit": "drll", "range": [0, 9] } } } }""", more: ", \"extends\": \"natoin\""));
        Diagnostic[] problems = [.. PackReader.ReadDirectory(packs.Path).Diagnostics];
        Assert.Equal([DiagnosticCodes.BadUnit, DiagnosticCodes.ParentMissing], problems.Select(p => p.Code).OrderBy(c => c.ToString(), StringComparer.Ordinal));
        Assert.Equal("nation", problems.Single(p => p.Code == DiagnosticCodes.ParentMissing).DidYouMean);
    }

    [Fact]
    public void A_parameter_keeps_its_values_as_they_are_written()
    {
        RulePack pack = Read(PackText.Pack(parameters: """
            { "sleep.latest": { "type": "time", "strictness": "earlier", "by": "stage", "title": "熄灯", "values": [
                { "from": null, "until": "2021-03-29", "value": { "primary": "21:30" } },
                { "from": "2021-03-30", "value": { "primary": "21:20", "junior": "22:00" }, "source": { "instrument": "law", "clause": null } },
                { "from": "2021-03-30", "value": { "senior": "23:00" } } ] } }
            """));

        Parameter parameter = Assert.Single(pack.Parameters);
        Assert.Equal(("sleep.latest", FieldType.Time, Strictness.Earlier, "stage"), (parameter.Name, parameter.Type!.Value, parameter.Strictness!.Value, parameter.By));
        Assert.Equal([null, new DateOnly(2021, 3, 30), new DateOnly(2021, 3, 30)], parameter.Values.Select(v => v.From));
        Assert.Equal(new DateOnly(2021, 3, 29), parameter.Values[0].Until);
        Assert.Equal(("law", null), (parameter.Values[1].Source!.Instrument, parameter.Values[1].Source!.Clause));
        Assert.Equal("22:00", parameter.Values[1].Value["junior"]!.Text);
    }

    [Fact]
    public void A_pack_that_builds_on_another_may_give_values_alone()
    {
        RulePack pack = Read(PackText.Pack(more: ", \"extends\": \"cn\"", parameters: """{ "most": { "values": [{ "from": null, "value": 1 }] } }"""));

        Assert.False(Assert.Single(pack.Parameters).IsIntroduced);
    }

    [Fact]
    public void A_rule_keeps_the_value_of_its_kind_as_it_is_written()
    {
        string text = PackText.Pack(rules: "[\n" + PackText.Rule(
            kind: "\"limit\": { \"of\": \"minutes\", \"max\": 60 }",
            more: ", \"appliesTo\": { \"grades\": [1, 2], \"note\": \"young\" }, \"when\": \"bright\", \"remedy\": { \"zh\": \"改\", \"en\": \"mend\" }, \"message\": \"太多\"") + "]");

        Rule rule = Assert.Single(Read(text).Rules);

        Assert.Equal(("r", "x", "class", "limit", Binding.Mandatory), (rule.Id, rule.Area, rule.Subject, rule.Kind, rule.Binding));
        Assert.Equal("60", rule.Body["max"]!.Text);
        Assert.Equal(["grades"], rule.AppliesTo.Select(m => m.Name));
        Assert.Equal("bright", rule.When!.Text);
        Assert.Equal(new EffectivePeriod(new DateOnly(2020, 1, 1), null, null), rule.Effective);
        Assert.Equal((new LocalText("改", "mend"), new LocalText("太多", null)), (rule.Remedy!, rule.Message!));
        Assert.Equal(text.Split('\n').Index().First(l => l.Item.Contains("\"r\"", StringComparison.Ordinal)).Index + 1, rule.Place.Line);
    }

    [Fact]
    public void A_pack_may_be_split_over_files_that_it_names()
    {
        using TempPacks packs = TempPacks.One(PackText.Pack(more: ", \"files\": [\"more.json\", \"sub/rules.json\"]"))
            .With("more.json", "{ \"note\": \"n\", \"units\": { \"drill\": \"次\" }, \"facts\": { \"class\": { \"fields\": { \"calm\": { \"type\": \"bool\" } } } } }")
            .With("sub/rules.json", $"{{ \"rules\": [{PackText.Rule("later")}] }}")
            .With("unnamed.json", "not read");

        RulePack pack = Assert.Single(PackReader.ReadDirectory(packs.Path).Value.Packs);

        Assert.Equal("later", Assert.Single(pack.Rules).Id);
        Assert.Equal(["drill"], pack.Units.Keys);
        Assert.Equal(["class", "class"], pack.Facts.Select(f => f.Name));
        Assert.EndsWith("sub/rules.json", pack.Rules[0].Place.File, StringComparison.Ordinal);
    }

    [Fact]
    public void A_named_file_has_sections_only()
    {
        using TempPacks packs = TempPacks.One(PackText.Pack(more: ", \"files\": [\"more.json\"]")).With("more.json", "{ \"region\": \"CN\" }");

        Diagnostic problem = Assert.Single(PackReader.ReadDirectory(packs.Path).Diagnostics);

        Assert.Equal((DiagnosticCodes.UnknownKey, "more.json"), (problem.Code, Path.GetFileName(problem.Span!.File)));
    }

    [Fact]
    public void The_fingerprint_covers_names_lengths_and_bytes_in_ordinal_order_of_names()
    {
        string head = PackText.Pack(more: ", \"files\": [\"z.json\", \"a.json\"]");
        using TempPacks packs = TempPacks.One(head).With("z.json", "{}").With("a.json", "{ }").With("readme.md", "no part of it");

        RulePack pack = Assert.Single(PackReader.ReadDirectory(packs.Path).Value.Packs);

        byte[] text = Encoding.UTF8.GetBytes($"a.json\03\0{{ }}pack.json\0{Encoding.UTF8.GetByteCount(head)}\0{head}z.json\02\0{{}}");
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(text)), pack.Sha256);
        Assert.Equal(packs.Path, pack.Folder);
    }

    [Fact]
    public void A_load_does_not_depend_on_the_names_of_the_folders()
    {
        using TempPacks first = new TempPacks().With("1/pack.json", PackText.Pack("a")).With("2/pack.json", PackText.Pack("b"));
        using TempPacks second = new TempPacks().With("1/pack.json", PackText.Pack("b")).With("2/pack.json", PackText.Pack("a"));

        Assert.Equal(Loaded(first), Loaded(second));
    }

    [Theory]
    [InlineData("1")]
    [InlineData("1.0.0 ")]
    [InlineData("1.x")]
    [InlineData("1.0.0.0.0")]
    public void What_is_no_version_is_refused(string version)
    {
        using TempPacks packs = TempPacks.One($$"""{ "id": "a", "version": "{{version}}", "region": "CN", "title": "甲" }""");

        Assert.Equal(DiagnosticCodes.BadVersion, Assert.Single(PackReader.ReadDirectory(packs.Path).Diagnostics).Code);
    }

    [Fact]
    public void Five_thousand_rules_are_read_and_one_more_is_refused()
    {
        using TempPacks full = TempPacks.One(PackText.Pack(rules: Rules(5_000)));
        using TempPacks over = TempPacks.One(PackText.Pack(rules: Rules(5_001)));

        Assert.Equal(5_000, PackReader.ReadDirectory(full.Path).Value.Packs[0].Rules.Length);
        Assert.Equal(DiagnosticCodes.TooManyEntries, Assert.Single(PackReader.ReadDirectory(over.Path).Diagnostics).Code);
    }

    [Theory]
    [InlineData("\"extends\"", 64)]
    [InlineData("\"files\"", 256)]
    public void A_list_is_bounded(string key, int most)
    {
        using TempPacks packs = TempPacks.One(PackText.Pack(more: $", {key}: [{string.Join(',', Enumerable.Range(0, most + 1).Select(i => $"\"p{i}.json\""))}]"));
        foreach (int i in Enumerable.Range(0, most + 1)) packs.With($"p{i}.json", "{}");

        Assert.Equal(DiagnosticCodes.TooManyEntries, Assert.Single(PackReader.ReadDirectory(packs.Path).Diagnostics).Code);
    }

    [Fact]
    public void A_misspelt_key_is_named_with_the_right_one_and_hides_no_other_problem()
    {
        using TempPacks packs = TempPacks.One(PackText.Pack(rules: $"[{PackText.Rule(kind: "\"requires\": \"bright\"", more: ", \"binding2\": 1")}]", more: ", \"order\": \"x\""));

        Diagnostic[] problems = [.. PackReader.ReadDirectory(packs.Path).Diagnostics];

        Assert.Equal(["CR1003", "CR1003", "CR1033"], problems.Select(d => d.Code.ToString()));
        Assert.Equal("require", problems[0].DidYouMean);
    }

    [Fact]
    public void Two_packs_of_one_id_are_refused_with_both_places()
    {
        using TempPacks packs = new TempPacks().With("1/pack.json", PackText.Pack("CN")).With("2/pack.json", PackText.Pack("cn"));

        Diagnostic problem = Assert.Single(PackReader.ReadDirectory(packs.Path).Diagnostics);

        Assert.Equal($"{packs.Path}/2/pack.json(1,9)", problem.Span!.ToString());
        Assert.Contains($"{packs.Path}/1/pack.json(1,9)", problem.Message(TextLanguage.English), StringComparison.Ordinal);
    }

    private static RulePack Read(string text)
    {
        using TempPacks packs = TempPacks.One(text);
        Checked<PackSet> read = PackReader.ReadDirectory(packs.Path);
        Assert.Empty(read.Diagnostics);
        return Assert.Single(read.Value.Packs);
    }

    private static string Rules(int count) => $"[{string.Join(',', Enumerable.Range(0, count).Select(i => PackText.Rule($"r{i}")))}]";

    private static string Loaded(TempPacks packs) => string.Join('\n', PackReader.ReadDirectory(packs.Path).Value.Packs.Select(p => $"{p.Id} {p.Sha256}"));
}
