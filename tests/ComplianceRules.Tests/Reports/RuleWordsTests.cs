using ComplianceRules.Diagnostics;
using ComplianceRules.Engine;
using ComplianceRules.Reports;
using ComplianceRules.Tests.Packs;

namespace ComplianceRules.Tests.Reports;

public sealed class RuleWordsTests
{
    [Theory]
    [InlineData("\"limit\": { \"of\": \"size\", \"min\": 5, \"max\": \"$most\" }", "每个班级必须做到：|“人数”不少于5名学生|“人数”不超过规定值（普通：45名学生；特殊：12名学生）", "Every class must meet: |“size” is at least 5 pupils|“size” is at most the value set (plain: 45 pupils; special: 12 pupils)")]
    [InlineData("\"limit\": { \"of\": \"size\", \"equals\": 40, \"tolerance\": 5 }", "每个班级必须做到：|“人数”为40名学生，允许相差5名学生", "Every class must meet: |“size” is 40 pupils, give or take 5 pupils")]
    [InlineData("\"limit\": { \"of\": \"begins\", \"above\": \"time('07:00')\", \"below\": \"time('09:00')\" }", "每个班级必须做到：|“上课”晚于07:00|“上课”早于09:00", "Every class must meet: |“first lesson” is later than 07:00|“first lesson” is earlier than 09:00")]
    [InlineData("\"limit\": { \"of\": \"subjects\", \"includes\": \"$taught\" }", "每个班级必须做到：|“科目”包含美术、音乐", "Every class must meet: |“subjects” includes art, music")]
    [InlineData("\"limit\": { \"of\": \"subjects\", \"within\": [\"art\"] }", "每个班级必须做到：|“科目”仅限美术", "Every class must meet: |“subjects” has nothing beyond art")]
    [InlineData("\"require\": \"late && size > 5\"", "每个班级必须做到：|“拖堂”为“是”|“人数”超过5名学生（不含）", "Every class must meet: |“kept late” is “yes”|“size” is more than 5 pupils")]
    [InlineData("\"forbid\": \"late || size > 5\"", "每个班级不得有下列任何情形：|“拖堂”为“是”|“人数”超过5名学生（不含）", "Every class must not have any of these: |“kept late” is “yes”|“size” is more than 5 pupils")]
    [InlineData("\"consistency\": { \"left\": \"size\", \"right\": \"previous.size\", \"tolerance\": 2 }", "每个班级必须做到：|“人数”为上一期的“人数”，允许相差2名学生", "Every class must meet: |“size” is “size” in the earlier data, give or take 2 pupils")]
    [InlineData("\"k-of\": { \"k\": 2, \"items\": [ { \"id\": \"a\", \"title\": { \"zh\": \"甲\", \"en\": \"first\" }, \"require\": \"late\" }, { \"id\": \"b\", \"limit\": { \"of\": \"size\", \"min\": 5, \"max\": 9 } }, { \"id\": \"c\", \"require\": \"size > 5 || late\" } ] }", "每个班级必须做到以下3项中的至少2项：|甲：“拖堂”为“是”|b：“人数”不少于5名学生，且“人数”不超过9名学生|c：“人数”超过5名学生（不含），或“拖堂”为“是”", "Every class must meet at least 2 of these 3: |first: “kept late” is “yes”|b: “size” is at least 5 pupils, and “size” is at most 9 pupils|c: “size” is more than 5 pupils, or “kept late” is “yes”")]
    [InlineData("\"k-of\": { \"k\": 1, \"floor\": 85, \"items\": [ { \"id\": \"b\", \"limit\": { \"of\": \"size\", \"min\": 20 } }, { \"id\": \"c\", \"limit\": { \"of\": \"sleep\", \"min\": 8 } } ] }", "每个班级必须做到以下2项中的至少1项：|b：“人数”不少于20名学生；即使该项未达标，也须“人数”不少于20名学生 × 0.85|c：“睡眠”不少于8小时/晚；即使该项未达标，也须“睡眠”不少于8小时/晚 × 0.85", "Every class must meet at least 1 of these 2: |b: “size” is at least 20 pupils; even where this one fails, “size” is at least 20 pupils × 0.85|c: “sleep” is at least 8 h/night; even where this one fails, “sleep” is at least 8 h/night × 0.85")]
    [InlineData("\"sequence\": { \"steps\": [ { \"id\": \"a\", \"on\": \"opened\" }, { \"id\": \"b\", \"title\": { \"zh\": \"乙\", \"en\": \"second\" }, \"from\": \"opened\", \"to\": \"closed\", \"lasts\": { \"min\": 3, \"days\": \"working\" }, \"after\": \"a\", \"strictly\": true, \"when\": \"late\" } ] }", "每个班级必须做到以下2项：|a：无另外要求|乙：若“拖堂”为“是”，则“撤班日”不早于“开班日”，且若“拖堂”为“是”，则持续的工作日（含首尾两日）不少于3天，且若“拖堂”为“是”，则“开班日”晚于“开班日”", "Every class must meet each of these 2: |a: nothing more is asked of it|second: if “kept late” is “yes”: “closed” is no earlier than “opened”, and if “kept late” is “yes”: working days that it lasts, both ends counted is at least 3 d, and if “kept late” is “yes”: “opened” is later than “opened”")]
    [InlineData("\"bands\": { \"of\": \"size\", \"bands\": [ { \"id\": \"low\", \"from\": 1, \"title\": { \"zh\": \"小\", \"en\": \"small\" } }, { \"id\": \"high\", \"from\": 30, \"title\": { \"zh\": \"大\", \"en\": \"large\" } } ], \"compliantFrom\": \"high\" }", "每个班级必须做到：|“人数”不少于30名学生|等次“小”：不少于1名学生，且不满30名学生（不含）|等次“大”：不少于30名学生", "Every class must meet: |“size” is at least 30 pupils|band “small”: at least 1 pupil, and less than 30 pupils|band “large”: at least 30 pupils")]
    [InlineData("\"bands\": { \"of\": \"size\", \"bands\": [ { \"id\": \"low\", \"from\": 1, \"title\": { \"zh\": \"小\", \"en\": \"small\" } } ] }", "每个班级必须按下列指标评定等次：|“人数”|等次“小”：不少于1名学生", "Every class must be graded by: |“size”|band “small”: at least 1 pupil")]
    public void Each_kind_of_a_class_is_said_in_both_languages(string kind, string chinese, string english) => AssertSaid(kind, "class", chinese, english);

    [Theory]
    [InlineData("\"share\": { \"of\": \"classes\", \"where\": \"kind == 'plain'\", \"that\": \"size > 45 || school.boarding\", \"max\": 5 }", "每个学校必须做到：|所属班级（“类型”为普通者）中，（“人数”超过45名学生（不含），或本学校的“寄宿”为“是”）者的占比不超过5%", "Every school must meet: |among the classes for which “kind” is plain, the share for which (“size” is more than 45 pupils, or “boarding” of the school itself is “yes”) is at most 5%")]
    [InlineData("\"balance\": { \"of\": \"classes\", \"measure\": \"size\", \"statistic\": \"cv\", \"weight\": \"sleep\", \"max\": 0.5 }", "每个学校必须做到：|所属班级的“人数”的差异系数（以所属班级的“睡眠”加权）不超过0.5", "Every school must meet: |the coefficient of variation of “size” of the classes, weighted by “sleep” of the classes is at most 0.5")]
    [InlineData("\"balance\": { \"of\": \"classes\", \"measure\": \"size\", \"statistic\": \"spread\", \"max\": 5 }", "每个学校必须做到：|所属班级的“人数”中的最大（最晚）值 − 所属班级的“人数”中的最小（最早）值不超过5名学生", "Every school must meet: |the largest (latest) “size” of the classes − the smallest (earliest) “size” of the classes is at most 5 pupils")]
    [InlineData("\"frequency\": { \"of\": \"drills\", \"where\": \"fire\", \"on\": \"held\", \"per\": \"month\", \"within\": \"term\", \"min\": 1 }", "每个学校必须做到：|所属演练（“消防”为“是”者）每月的次数（按“日期”计）（限评估日所在或此前最近结束的一学期）不少于1", "Every school must meet: |the number of the drills for which “fire” is “yes”, each month (by “held on”), in the term that has the day of assessment, else the last that ended, is at least 1")]
    public void Each_kind_of_a_list_is_said_in_both_languages(string kind, string chinese, string english) => AssertSaid(kind, "school", chinese, english);

    [Theory]
    [InlineData("mandatory", "每个班级必须做到：", "Every class must meet: ", "每个班级不得有下列任何情形：")]
    [InlineData("principle", "每个班级原则上应当做到：", "Every class should in principle meet: ", "每个班级原则上不得有下列任何情形：")]
    [InlineData("encouraged", "鼓励每个班级做到：", "Every class is encouraged to meet: ", "不提倡每个班级有下列任何情形：")]
    [InlineData("target", "每个班级力争做到：", "Every class is, as a target, to meet: ", "每个班级力争不再有下列任何情形：")]
    public void The_words_of_law_follow_the_binding(string binding, string chinese, string english, string forbidden)
    {
        Assert.Equal(chinese, Bound("\"require\": \"late\"", TextLanguage.Chinese).Lead);
        Assert.Equal(english, Bound("\"require\": \"late\"", TextLanguage.English).Lead);
        Assert.Equal(forbidden, Bound("\"forbid\": \"late\"", TextLanguage.Chinese).Lead);

        RuleSentences Bound(string kind, TextLanguage language) =>
            WrittenRules.Said(WrittenRules.Catalogue($"[{PackText.Rule("r", kind).Replace("mandatory", binding, StringComparison.Ordinal)}]"), "a/r", language);
    }

    [Fact]
    public void Whom_a_rule_binds_is_said_condition_by_condition()
    {
        const string Applies = ", \"appliesTo\": { \"stage\": [\"primary\"], \"grades\": [3, 6], \"late\": false }, \"when\": \"size > 5 || school.boarding\"";
        Assert.Equal(
            ["“学段”为小学", "“年级”为3至6", "“拖堂”为“否”", "“人数”超过5名学生（不含），或所在学校的“寄宿”为“是”", "“类型”为已设有规定值者（普通、特殊）"],
            WrittenRules.Of("\"limit\": { \"of\": \"size\", \"max\": \"$most\" }", TextLanguage.Chinese, Applies).Where.AsEnumerable());
        Assert.Empty(WrittenRules.Of("\"require\": \"late\"", TextLanguage.English).Where);
    }

    [Fact]
    public void A_composed_rule_names_its_parts_its_vetoes_and_what_counts()
    {
        const string Composite = "\"composite\": { \"of\": [ { \"id\": \"all\", \"area\": \"x\" } ], \"veto\": [\"second\"] }";
        Catalogue catalogue = WrittenRules.Catalogue($"[{PackText.Rule("first")}, {PackText.Rule("second", "\"forbid\": \"late\"")}, {PackText.Rule("r", Composite, subject: "school")}]".Replace("bright", "late", StringComparison.Ordinal));
        RuleSentences english = WrittenRules.Said(catalogue, "a/r", TextLanguage.English);
        Assert.Equal("Every school must break none of these parts: ", english.Lead);
        Assert.Equal(["“all”: the rule “规则” (a/first), the rule “规则” (a/second)", "veto: the rule “规则” (a/second)"], english.Demands.AsEnumerable());
        Assert.Equal("what counts are the mandatory rules on the row and on the rows below it, and the vetoes whatever their binding; one breach is a breach of the whole", Assert.Single(english.Remarks));
        Assert.Empty(english.Where);
    }

    [Fact]
    public void A_share_by_another_rule_names_it()
    {
        Catalogue catalogue = WrittenRules.Catalogue($"[{PackText.Rule("first", "\"require\": \"late\"")}, {PackText.Rule("r", "\"share\": { \"of\": \"classes\", \"rule\": \"a/first\", \"min\": 90 }", subject: "school")}]");
        Assert.Equal("所属班级（规则“规则”（a/first）适用者）中，规则“规则”（a/first）合规者的占比不少于90%", Assert.Single(WrittenRules.Said(catalogue, "a/r", TextLanguage.Chinese).Demands));
    }

    [Fact]
    public void More_values_than_a_sentence_holds_are_left_to_the_table()
    {
        string years = string.Join(',', Enumerable.Range(2021, 7).Select(y => $"{{ \"from\": \"{y}-01-01\", \"value\": {60 - y + 2021} }}"));
        using TempPacks folder = TempPacks.One(PackText.Pack(parameters: $"{{ \"p\": {{ \"unit\": \"pupil\", \"strictness\": \"lower\", \"title\": \"上限\", \"values\": [ {{ \"from\": null, \"value\": 70 }}, {years} ] }} }}", rules: $"[{PackText.Rule("r", "\"limit\": { \"of\": \"enrolment\", \"max\": \"$p\" }")}]"));
        Catalogue catalogue = PackChecker.Check(ComplianceRules.Packs.PackReader.ReadDirectory(folder.Path).Value).Value;
        Assert.Equal("“enrolment”不超过“上限”的规定值（见下表）", Assert.Single(WrittenRules.Said(catalogue, "a/r", TextLanguage.Chinese).Demands));
    }

    private static void AssertSaid(string kind, string subject, string chinese, string english)
    {
        Assert.Equal(chinese.Split('|'), Lines(WrittenRules.Of(kind, TextLanguage.Chinese, subject: subject)));
        Assert.Equal(english.Split('|'), Lines(WrittenRules.Of(kind, TextLanguage.English, subject: subject)));
    }

    private static string[] Lines(RuleSentences said) => [said.Lead, .. said.Demands, .. said.Remarks];
}
