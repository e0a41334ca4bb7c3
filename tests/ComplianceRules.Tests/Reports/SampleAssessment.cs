using System.Collections.Immutable;
using ComplianceRules.Diagnostics;
using ComplianceRules.Expressions;
using ComplianceRules.Facts;
using ComplianceRules.Findings;
using ComplianceRules.Packs;

namespace ComplianceRules.Tests.Reports;

/// <summary>Assessments made by hand, with one of everything that a report can show.</summary>
internal static class SampleAssessment
{
    private const string Homework = "cn/homework.written";
    private const string Phones = "cn/phones";
    private const string Lights = "cn/lights-out";
    private const string Sleep = "cn/sleep";
    private const string Target = "cn-370322/participation";

    private static readonly Instrument Notice = new(
        "homework-2021", InstrumentKind.Notice, new LocalText("作业通知", "Notice on homework"), "教基厅函〔2021〕13号", new LocalText("教育部办公厅", null), "2021-04-08", "2021-04-08", Certainty.Read);

    private static readonly Instrument Plan = new("plan", InstrumentKind.Plan, new LocalText("工作计划", null), null, null, null, null, Certainty.Unverified);

    /// <summary>Every verdict, severity, kind of value and kind of subject.</summary>
    public static Assessment Full { get; } = Empty with
    {
        Packs = [new("cn", "2026.1.0", RegionCode.Parse("CN"), new string('a', 64)) { HasRows = true }, new("school-plan", "1.0.0", null, new string('0', 64)) { HasRows = true }],
        NotInForce = ["cn/old.rule"],
        Data = Data,
        Rules =
        [
            Summary(Homework, "书面作业", "Written homework", Binding.Mandatory, Severity.Violation, new VerdictCounts(3, 2, 1, 4, 1)),
            Summary(Lights, "熄灯时间", "Lights-out", Binding.Principle, Severity.Warning, new VerdictCounts(0, 1, 0, 0, 0)),
            Summary(Phones, "手机管理", "Phones", Binding.Encouraged, Severity.Advice, new VerdictCounts(0, 1, 90, 0, 0)),
            Summary(Sleep, "就寝时间", "Bedtime", Binding.Mandatory, Severity.Violation, new VerdictCounts(40, 9, 1, 0, 0)) with
            {
                Shown = ShownCounts.Exactly(new VerdictCounts(0, 0, 0, 0, 0)) with { Compliant = ShownCount.AtLeast(39), NonCompliant = ShownCount.AtLeast(8), Undetermined = ShownCount.UnderThree },
            },
            Summary(Target, "参与率", "Participation", Binding.Target, Severity.Progress, new VerdictCounts(0, 1, 0, 0, 0)),
            Summary("us/idle", "闲置", "Idle", Binding.Mandatory, Severity.Violation, VerdictCounts.None),
        ],
        Findings = Findings,
        PersonalCounts =
        [
            new(Sleep, new Subject("class", "1/302", "样例小学 302"), Verdict.NonCompliant, Severity.Violation, ShownCount.Exactly(7)),
            new(Sleep, new Subject("class", "1/303", "样例小学 303"), Verdict.NonCompliant, Severity.Violation, ShownCount.UnderThree),
            new(Sleep, null, Verdict.Undetermined, Severity.Violation, ShownCount.UnderThree),
        ],
    };

    /// <summary>Nothing judged, nothing found.</summary>
    public static Assessment Empty => new()
    {
        AsOf = new DateOnly(2026, 9, 1),
        Packs = [],
        NotInForce = [],
        Data = new DataReport(ImmutableSortedDictionary.Create<string, int>(StringComparer.Ordinal), 0, [], [], []),
        Schema = BaseTables.Schema,
        Rules = [],
        Findings = [],
    };

    private static DataReport Data => new(
        ImmutableSortedDictionary.Create<string, int>(StringComparer.Ordinal).Add("class", 11).Add("school", 2),
        7,
        [new Diagnostic(new DiagnosticCode(4014, DiagnosticSeverity.Error), new SourceSpan("class.csv", 9, 0), "class")],
        [
            new Diagnostic(new DiagnosticCode(4021, DiagnosticSeverity.Warning), new SourceSpan("snapshot.json", 12, 5), "class", "enrollment") { DidYouMean = "enrolment" },
            new Diagnostic(new DiagnosticCode(4073, DiagnosticSeverity.Warning), SourceSpan.Whole("snapshot.xlsx") with { Sheet = "草稿" }, "草稿"),
            new Diagnostic(new DiagnosticCode(4064, DiagnosticSeverity.Warning), new SourceSpan("snapshot.xlsx", 7, 28) { Sheet = "class" }, "class", "enrolment", "many", "number"),
            new Diagnostic(new DiagnosticCode(4064, DiagnosticSeverity.Warning), new SourceSpan("snapshot.xlsx", 9, 28) { Sheet = "class" }, "class", "enrolment", "—", "number"),
        ],
        ["school.year_groups"]);

    private static FindingList Findings =>
    [
        Breach("class", "1/302", "样例小学 302", Number("61"), Number("60"), Number("-1")),
        Breach("class", "1/303", null, Number("60.5"), Number("60"), Number("-0.5")) with { Verdict = Verdict.Waived },
        Breach("class", "1/304", "\u001b[31m<script> & \"quotes\" ' \ud840\udc00\u202e", null, null, null) with
        {
            Verdict = Verdict.Undetermined,
            Missing = [new MissingFact("grade", UnknownReason.Absent), new MissingFact("school.stages", UnknownReason.OutOfRange)],
        },
        Other(Lights, Binding.Principle, Severity.Warning) with
        {
            Subject = new Subject("school", "1", "样例小学"),
            Observed = new FindingValue(FieldType.Time, "22:20"),
            Limit = new FindingValue(FieldType.Time, "22:00"),
            Margin = Number("-20"),
            LimitSource = new FindingSource("school-plan", Plan, null, null),
        },
        Other(Phones, Binding.Encouraged, Severity.Advice) with
        {
            Rows = 90,
            Verdict = Verdict.Undetermined,
            Missing = [new MissingFact("classes", UnknownReason.NotReported, 90)],
        },
        Other(Phones, Binding.Encouraged, Severity.Advice) with { Subject = new Subject("school", "2", null), Observed = new FindingValue(FieldType.Bool, "false") },
        Other(Target, Binding.Target, Severity.Progress) with { Subject = new Subject("region", "370322", null), Observed = Number("1E+30"), Unit = "%" },
    ];

    private static Finding Breach(string table, string id, string? name, FindingValue? observed, FindingValue? limit, FindingValue? margin) =>
        Other(Homework, Binding.Mandatory, Severity.Violation) with
        {
            Subject = new Subject(table, id, name),
            Observed = observed,
            Limit = limit,
            Margin = margin,
            Unit = "min/d",
            LimitSource = new FindingSource("cn", Notice, "2", new DateOnly(2021, 4, 8)),
            Remedy = new LocalText("压减书面作业", "Set less homework"),
        };

    private static Finding Other(string rule, Binding binding, Severity severity) => new()
    {
        Rule = rule,
        Title = new LocalText("标题", $"Title of {rule}"),
        Area = "area",
        Pack = rule[..rule.IndexOf('/', StringComparison.Ordinal)],
        Verdict = Verdict.NonCompliant,
        Severity = severity,
        Binding = binding,
        Source = new FindingSource("cn", severity == Severity.Progress ? Plan : Notice, "2", new DateOnly(2021, 4, 8)),
        Message = new LocalText($"{rule} 不合规", $"{rule} is not kept"),
    };

    private static RuleSummary Summary(string rule, string zh, string en, Binding binding, Severity severity, VerdictCounts counts) =>
        new(rule, rule[..rule.IndexOf('/', StringComparison.Ordinal)], new LocalText(zh, en), "area", rule == Homework ? "class" : "school", binding, severity, counts);

    private static FindingValue Number(string text) => new(FieldType.Number, text);
}
