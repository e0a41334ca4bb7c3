using ComplianceRules.Diagnostics;
using ComplianceRules.Engine;
using ComplianceRules.Packs;
using ComplianceRules.Reports;
using ComplianceRules.Tests.Packs;

namespace ComplianceRules.Tests.Reports;

/// <summary>A nation with fields of every type, and its rules as they are said in words.</summary>
internal static class WrittenRules
{
    private const string Facts = """
        { "region": { "fields": { "poor": { "type": "bool", "title": { "zh": "贫困", "en": "poor" } } } },
          "school": { "fields": {
            "boarding": { "type": "bool", "title": { "zh": "寄宿", "en": "boarding" } },
            "staff": { "type": "number", "unit": "teacher", "range": [0, 500], "step": 1, "title": { "zh": "教师数", "en": "teachers" } },
            "pupils": { "type": "number", "unit": "pupil", "range": [0, 9000], "step": 1, "title": { "zh": "学生数", "en": "pupils" } },
            "ratio": { "type": "number", "derive": "pupils / staff", "title": { "zh": "生师比", "en": "pupils a teacher" } },
            "languages": { "type": "set", "values": { "en": { "zh": "英语", "en": "English" }, "fr": { "zh": "法语", "en": "French" } }, "title": { "zh": "语种", "en": "languages" } } } },
          "drill": { "parent": "school", "children": "drills", "title": { "zh": "演练", "en": "drill" }, "fields": {
            "held": { "type": "date", "title": { "zh": "日期", "en": "held on" } }, "fire": { "type": "bool", "title": { "zh": "消防", "en": "fire" } } } },
          "class": { "fields": {
            "label": { "type": "text", "title": { "zh": "名称", "en": "label" } },
            "size": { "type": "number", "unit": "pupil", "range": [0, 300], "step": 1, "title": { "zh": "人数", "en": "size" } },
            "sleep": { "type": "number", "unit": "h/night", "range": [0, 24], "title": { "zh": "睡眠", "en": "sleep" } },
            "kind": { "type": "enum", "values": { "plain": { "zh": "普通", "en": "plain" }, "special": { "zh": "特殊", "en": "special" } }, "title": { "zh": "类型", "en": "kind" } },
            "late": { "type": "bool", "title": { "zh": "拖堂", "en": "kept late" } },
            "opened": { "type": "date", "title": { "zh": "开班日", "en": "opened" } },
            "closed": { "type": "date", "title": { "zh": "撤班日", "en": "closed" } },
            "subjects": { "type": "set", "values": { "art": { "zh": "美术", "en": "art" }, "music": { "zh": "音乐", "en": "music" } }, "title": { "zh": "科目", "en": "subjects" } },
            "begins": { "type": "time", "range": ["05:00", "12:00"], "title": { "zh": "上课", "en": "first lesson" } } } } }
        """;

    private const string Parameters = """
        { "most": { "unit": "pupil", "strictness": "lower", "by": "kind", "title": { "zh": "最大班额", "en": "largest size" }, "values": [
            { "from": "2020-01-01", "value": { "special": 12, "plain": 45 } } ] },
          "least": { "unit": "pupil", "strictness": "higher", "values": [ { "from": null, "value": 5 }, { "from": "2026-01-01", "value": 8 } ] },
          "dawn": { "type": "time", "strictness": "later", "values": [
            { "from": null, "value": "08:00", "season": "11-01..03-31" }, { "from": null, "value": "07:30", "season": "04-01..10-31" } ] },
          "taught": { "type": "set", "strictness": "superset", "values": [ { "from": null, "value": ["art", "music"] } ] } }
        """;

    /// <summary>What a rule of class says.</summary>
    /// <param name="kind">The member of its kind.</param>
    /// <param name="language">The language.</param>
    /// <param name="more">Further members, each begun with a comma.</param>
    /// <param name="subject">The table it judges.</param>
    public static RuleSentences Of(string kind, TextLanguage language, string more = "", string subject = "class") => Said(Catalogue($"[{PackText.Rule("r", kind, more, subject)}]"), "a/r", language);

    /// <summary>What a rule of some packs says.</summary>
    /// <param name="catalogue">The packs.</param>
    /// <param name="rule">Its full id.</param>
    /// <param name="language">The language.</param>
    public static RuleSentences Said(Catalogue catalogue, string rule, TextLanguage language) => new RuleWords(catalogue, language).Of(catalogue.Rules.Single(r => r.FullId == rule));

    /// <summary>The pack with some rules, checked.</summary>
    /// <param name="rules">The rules.</param>
    public static Catalogue Catalogue(string rules)
    {
        using TempPacks folder = TempPacks.One(PackText.Pack(facts: Facts, parameters: Parameters, rules: rules, more: ", \"language\": \"zh\""));
        Checked<Catalogue> catalogue = PackChecker.Check(PackReader.ReadDirectory(folder.Path).Value);
        Assert.True(catalogue.IsValid, string.Join('\n', catalogue.Diagnostics));
        return catalogue.Value;
    }
}
