using ComplianceRules.Diagnostics;
using ComplianceRules.Engine;
using ComplianceRules.Expressions;
using ComplianceRules.Reports;
using ComplianceRules.Tests.Packs;

namespace ComplianceRules.Tests.Reports;

public sealed class ExpressionWordsTests
{
    [Theory]
    [InlineData("late", "“拖堂”为“是”", "“kept late” is “yes”")]
    [InlineData("late == false", "“拖堂”为“否”", "“kept late” is “no”")]
    [InlineData("late != true || label == 'x'", "“拖堂”为“否”，或“名称”为x", "“kept late” is “no”, or “label” is x")]
    [InlineData("size <= 45", "“人数”不超过45名学生", "“size” is at most 45 pupils")]
    [InlineData("size > 1", "“人数”超过1名学生（不含）", "“size” is more than 1 pupil")]
    [InlineData("size != 13", "“人数”不为13名学生", "“size” is not 13 pupils")]
    [InlineData("begins >= time('08:00')", "“上课”不早于08:00", "“first lesson” is no earlier than 08:00")]
    [InlineData("begins < time('08:00')", "“上课”早于08:00", "“first lesson” is earlier than 08:00")]
    [InlineData("opened <= date('2026-09-01')", "“开班日”不晚于2026-09-01", "“opened” is no later than 2026-09-01")]
    [InlineData("opened > as_of", "“开班日”晚于评估日", "“opened” is later than the day of assessment")]
    [InlineData("kind == 'special'", "“类型”为特殊", "“kind” is special")]
    [InlineData("kind in ['plain', 'special']", "“类型”为普通或特殊", "“kind” is plain or special")]
    [InlineData("!(kind in ['special'])", "“类型”不是特殊", "“kind” is not special")]
    [InlineData("'art' in subjects", "“科目”包含美术", "“subjects” includes art")]
    [InlineData("subjects.contains_all(['art', 'music'])", "美术、音乐均在“科目”之内", "all of art, music is among “subjects”")]
    [InlineData("has(sleep)", "已填报“睡眠”", "“sleep” is given")]
    [InlineData("!has(school.drills)", "未填报所在学校的“演练”", "“drill” of its school is not given")]
    [InlineData("school.boarding", "所在学校的“寄宿”为“是”", "“boarding” of its school is “yes”")]
    [InlineData("!region.poor", "所在区域的“贫困”为“否”", "“poor” of its region is “no”")]
    [InlineData("size - previous.size <= 5", "“人数” − 上一期的“人数”不超过5名学生", "“size” − “size” in the earlier data is at most 5 pupils")]
    [InlineData("(size + 1) * 2 - size > -size % 3", "（“人数” + 1名学生） × 2 − “人数”超过−“人数” 除以 3名学生 的余数（不含）", "(“size” + 1 pupil) × 2 − “size” is more than the remainder of −“size” divided by 3 pupils")]
    [InlineData("size - (size - 5) > 1", "“人数” − （“人数” − 5名学生）超过1名学生（不含）", "“size” − (“size” − 5 pupils) is more than 1 pupil")]
    [InlineData("size <= (late ? 40 : 45)", "“人数”不超过40名学生（“拖堂”为“是”时；否则45名学生）", "“size” is at most 40 pupils (where “kept late” is “yes”; otherwise 45 pupils)")]
    [InlineData("late ? size > 5 : size > 6", "若“拖堂”为“是”，则“人数”超过5名学生（不含）；否则“人数”超过6名学生（不含）", "if “kept late” is “yes”: “size” is more than 5 pupils; otherwise: “size” is more than 6 pupils")]
    [InlineData("!(late || size > 5)", "并非（“拖堂”为“是”，或“人数”超过5名学生（不含））", "it is not so that (“kept late” is “yes”, or “size” is more than 5 pupils)")]
    [InlineData("late || (size > 5 && size < 9)", "“拖堂”为“是”，或（“人数”超过5名学生（不含），且“人数”不满9名学生（不含））", "“kept late” is “yes”, or (“size” is more than 5 pupils, and “size” is less than 9 pupils)")]
    public void A_condition_is_said_in_both_languages(string condition, string chinese, string english) => AssertSaid(condition, chinese, english);

    [Theory]
    [InlineData("label.startsWith('A') || label.endsWith('B') || label.contains('C')", "“名称”以A开头，或“名称”以B结尾，或“名称”含有C", "“label” begins with A, or “label” ends with B, or “label” contains C")]
    [InlineData("!label.contains('C') || late", "并非“名称”含有C，或“拖堂”为“是”", "it is not so that “label” contains C, or “kept late” is “yes”")]
    [InlineData("closed - opened > days(30)", "“撤班日” − “开班日”超过30天（不含）", "“closed” − “opened” is more than 30 d")]
    [InlineData("minutes(sleep) >= 540", "“睡眠”（折合分钟）不少于540分钟/晚", "“sleep” in minutes is at least 540 min/night")]
    [InlineData("year(opened) * 12 + month(opened) > 5", "“开班日”所在年份 × 12 + “开班日”所在月份超过5（不含）", "the year of “opened” × 12 + the month of “opened” is more than 5")]
    [InlineData("day_of_week(opened) == 1", "“开班日”是星期几（1 为星期一，7 为星期日）为1", "the day of the week of “opened” (1 for Monday, 7 for Sunday) is 1")]
    [InlineData("working_days_between(opened, closed) <= 3", "“开班日”次日起至“撤班日”（含当日）的工作日数不超过3天", "the number of working days after “opened” up to and including “closed” is at most 3 d")]
    [InlineData("percent(size, school.pupils) < 5", "“人数”占所在学校的“学生数”的百分比不满5%（不含）", "“size” as a percentage of “pupils” of its school is less than 5%")]
    [InlineData("per_100(school.staff, school.pupils) > 6", "每百所在学校的“学生数”对应的所在学校的“教师数”超过6名教师/100名学生（不含）", "“teachers” of its school for each hundred of “pupils” of its school is more than 6 teachers/100 pupil")]
    [InlineData("size(subjects) >= 2 && size(label) > 1", "“科目”的字数或项数不少于2，且“名称”的字数或项数超过1（不含）", "the length or number of members of “subjects” is at least 2, and the length or number of members of “label” is more than 1")]
    [InlineData("hours(sleep) > 1", "“睡眠”（折合小时）超过1小时/晚（不含）", "“sleep” in hours is more than 1 h/night")]
    public void A_function_is_said_in_both_languages(string condition, string chinese, string english) => AssertSaid(condition, chinese, english);

    [Theory]
    [InlineData("school.classes.all(k, k.size <= 45 || k.late)", "所在学校的班级均满足：（“人数”不超过45名学生，或“拖堂”为“是”）", "for all of the classes of its school: (“size” is at most 45 pupils, or “kept late” is “yes”)")]
    [InlineData("school.classes.exists(k, k.size > size)", "所在学校的班级中至少有一个满足：“人数”超过本班级的“人数”（不含）", "for at least one of the classes of its school: “size” is more than “size” of the class itself")]
    [InlineData("!school.classes.exists(k, k.late)", "所在学校的班级中没有一个：“拖堂”为“是”", "for none of the classes of its school: “kept late” is “yes”")]
    [InlineData("school.classes.exists_one(k, k.school.boarding)", "所在学校的班级中恰有一个满足：所在学校的“寄宿”为“是”", "for exactly one of the classes of its school: “boarding” of its school is “yes”")]
    [InlineData("school.classes.count(k, k.late) <= 2", "所在学校的班级中“拖堂”为“是”者的数量不超过2", "the number among the classes of its school for which “kept late” is “yes” is at most 2")]
    [InlineData("school.classes.share(k, k.late) < 10", "所在学校的班级中，“拖堂”为“是”者的占比不满10%（不含）", "among the classes of its school, the share for which “kept late” is “yes” is less than 10%")]
    [InlineData("school.classes.filter(k, k.late).size() == 0", "所在学校的班级（“拖堂”为“是”者）的数量为0", "the number of the classes of its school for which “kept late” is “yes” is 0")]
    [InlineData("school.classes.map(k, k.size).sum() > 9", "所在学校的班级的“人数”之和超过9名学生（不含）", "the sum of “size” of the classes of its school is more than 9 pupils")]
    [InlineData("school.classes.map(k, k.size).avg() < 9", "所在学校的班级的“人数”的平均值不满9名学生（不含）", "the mean of “size” of the classes of its school is less than 9 pupils")]
    [InlineData("school.classes.map(k, k.size).cv() < 0.5", "所在学校的班级的“人数”的差异系数不满0.5（不含）", "the coefficient of variation of “size” of the classes of its school is less than 0.5")]
    [InlineData("school.classes.map(k, k.size).percentile(90) < 9", "所在学校的班级的“人数”的第90百分位数（最近序位）不满9名学生（不含）", "percentile 90 (nearest rank) of “size” of the classes of its school is less than 9 pupils")]
    [InlineData("[1, 2].exists(n, n * 1.5 == size / school.pupils)", "1、2中至少有一个满足：该值 × 1.5为本班级的“人数” ÷ 本班级所在学校的“学生数”", "for at least one of 1, 2: the value × 1.5 is “size” of the class itself ÷ “pupils” of the school of the class itself")]
    public void A_list_is_said_in_both_languages(string condition, string chinese, string english) => AssertSaid(condition, chinese, english);

    [Theory]
    [InlineData("size <= param('most')", "“人数”不超过规定值（普通：45名学生；特殊：12名学生）", "“size” is at most the value set (plain: 45 pupils; special: 12 pupils)")]
    [InlineData("size <= param('most', 'plain')", "“人数”不超过45名学生", "“size” is at most 45 pupils")]
    [InlineData("size >= param('least')", "“人数”不少于规定值（2020-01-01起5名学生；2026-01-01起8名学生）", "“size” is at least the value set (5 pupils from 2020-01-01; 8 pupils from 2026-01-01)")]
    [InlineData("begins >= param('dawn')", "“上课”不早于规定值（每年04-01..10-31：07:30；每年11-01..03-31：08:00）", "“first lesson” is no earlier than the value set (07:30 on 04-01..10-31 of each year; 08:00 on 11-01..03-31 of each year)")]
    public void A_parameter_is_said_by_its_values(string condition, string chinese, string english) => AssertSaid(condition, chinese, english);

    [Theory]
    [InlineData("school.ratio < 20", "所在学校的“生师比”不满20名学生/名教师（不含）", "“pupils a teacher” of its school is less than 20 pupils/teacher")]
    [InlineData("school.pupils / school.staff < 20", "所在学校的“学生数” ÷ 所在学校的“教师数”不满20名学生/名教师（不含）", "“pupils” of its school ÷ “teachers” of its school is less than 20 pupils/teacher")]
    public void A_derived_fact_is_said_by_its_name_where_the_author_used_it(string condition, string chinese, string english) => AssertSaid(condition, chinese, english);

    [Fact]
    public void An_expression_is_the_same_whether_or_not_a_derived_fact_was_named()
    {
        Catalogue catalogue = WrittenRules.Catalogue($"[{Rule("named", "school.ratio < 20")}, {Rule("plain", "school.pupils / school.staff < 20")}]");
        TypedExpression[] holds = [.. catalogue.Rules.Select(r => r.Form.Holds)];
        Assert.Equal(holds[1], holds[0]);
        Assert.Equal(holds[1].GetHashCode(), holds[0].GetHashCode());
    }

    [Fact]
    public void Every_node_that_there_is_has_words()
    {
        string[] kinds =
        [
            "\"require\": \"(late ? -size < -5 : !has(sleep)) && subjects.contains_all(['art']) && kind in ['plain'] && opened + days(3) < as_of && school.classes.map(k, k.size).sum() > param('most') && [1, 2].all(n, n > 1)\"",
            "\"k-of\": { \"k\": 1, \"items\": [ { \"id\": \"i\", \"require\": \"late\" }, { \"id\": \"j\", \"require\": \"size > 5\" } ] }",
        ];
        string[] ofSchool =
        [
            "\"share\": { \"of\": \"classes\", \"rule\": \"a/r0\", \"min\": 50 }",
            "\"frequency\": { \"of\": \"drills\", \"on\": \"held\", \"per\": \"month\", \"min\": 1, \"max\": 4 }",
            "\"composite\": { \"of\": [ { \"id\": \"p\", \"area\": \"x\" } ] }",
        ];
        Catalogue catalogue = WrittenRules.Catalogue($"[{string.Join(',', kinds.Select((k, i) => PackText.Rule($"r{i}", k)).Concat(ofSchool.Select((k, i) => PackText.Rule($"s{i}", k, subject: "school"))))}]");
        TypedExpression[] nodes = [.. catalogue.Rules.SelectMany(r => r.Form.Parts)];
        Type[] all = [.. typeof(TypedExpression).Assembly.GetTypes().Where(t => t is { IsAbstract: false } && t.IsSubclassOf(typeof(TypedExpression)))];
        Assert.Equal(all.Select(t => t.Name).Order(StringComparer.Ordinal), nodes.Select(n => n.GetType().Name).Distinct().Order(StringComparer.Ordinal));
        WordSources sources = new((p, _) => p.Name, e => e.Name, id => id);
        foreach (TextLanguage language in Enum.GetValues<TextLanguage>())
        {
            foreach (CheckedRule rule in catalogue.Rules)
            {
                ExpressionWords words = new(catalogue.Schema, rule.Rule.Subject, sources, language);
                Assert.All([rule.Form.Applies, rule.Form.Holds], e => Assert.NotEqual(string.Empty, words.Of(e)));
            }
        }
    }

    private static string Rule(string id, string condition) => PackText.Rule(id, $"\"require\": \"{condition}\"");

    private static void AssertSaid(string condition, string chinese, string english)
    {
        Catalogue catalogue = WrittenRules.Catalogue($"[{Rule("r", condition)}]");
        Assert.Equal(chinese, Said(catalogue, TextLanguage.Chinese));
        Assert.Equal(english, Said(catalogue, TextLanguage.English));
    }

    // The whole condition in one clause, as it stands inside of others.
    private static string Said(Catalogue catalogue, TextLanguage language)
    {
        CheckedRule rule = catalogue.Rules[0];
        RuleWords words = new(catalogue, language);
        return words.WordsOf(rule, words.ParametersOf(rule)).Of(rule.Form.Holds);
    }
}
