using System.Text;
using ComplianceRules.Engine;
using ComplianceRules.Facts;
using ComplianceRules.Findings;
using ComplianceRules.Packs;
using ComplianceRules.Tests.Packs;

namespace ComplianceRules.Tests.Reports;

/// <summary>A small pack judged on schools whose names want to be formulas, markup and lines of their own; persons, waivers and missing facts among them.</summary>
internal static class HostileRun
{
    /// <summary>What no report for people may show: ids and names of persons, and why one was excused.</summary>
    public static readonly string[] Secrets = ["秘密", "Ann", "p-1", "p-2", "p-3", "p-4", "illness"];

    /// <summary>The names of the schools, by their ids.</summary>
    public static readonly string[] Names =
    [
        "=cmd|' /C calc'!A0", "<img src=x onerror=alert(1)>", "| a | b |", "＋86", " @SUM(A1)", "'=1", "a,\"b\"\nc", "# 一 `二` *三* _四_ [五](http://六) www.七 @org", "\u001b[31m红\u202e", "-2+3",
    ];

    private const string Pack = """
        { "id": "h", "version": "1.0.0", "region": "CN", "title": { "zh": "包", "en": "Pack" },
          "instruments": {
            "law": { "kind": "law", "title": { "zh": "=法|律", "en": "=The | law" }, "number": "-1号", "issuer": { "zh": "某部", "en": "A ministry" }, "issued": "2020-01-01", "effective": "2020-01-01", "certainty": "read" },
            "plan": { "kind": "plan", "title": { "zh": "计划", "en": "Plan" }, "certainty": "unverified" } },
          "facts": {
            "class": { "fields": {
              "enrolment": { "type": "number", "unit": "pupil", "range": [0, 300], "step": 1, "title": { "zh": "班额", "en": "class size" } },
              "minutes": { "type": "number", "unit": "min/d", "range": [0, 600], "title": { "zh": "作业时长", "en": "homework" } },
              "bright": { "type": "bool", "title": { "zh": "采光", "en": "bright" } },
              "starts": { "type": "time", "range": ["05:00", "12:00"], "title": { "zh": "上课时间", "en": "first lesson" } } } },
            "pupil": { "parent": "class", "children": "pupils", "personal": true, "title": { "zh": "学生", "en": "pupil" }, "fields": {
              "name": { "type": "text", "title": { "zh": "姓名", "en": "name" } },
              "bedtime": { "type": "time", "range": ["17:00", "30:00"], "title": { "zh": "就寝时间", "en": "bedtime" } } } } },
          "parameters": { "most": { "title": { "zh": "上限", "en": "most" }, "unit": "pupil", "strictness": "lower", "values": [ { "from": "2020-09-01", "value": 45, "source": { "instrument": "plan" } } ] } },
          "rules": [
            { "id": "size", "area": "class_size", "subject": "class", "title": { "zh": "=班额|上限", "en": "=Class | size" }, "limit": { "of": "enrolment", "max": "$most" }, "binding": "mandatory",
              "source": { "instrument": "law", "clause": "@2" }, "effective": { "from": "2020-09-01" }, "remedy": { "zh": "+分班", "en": "+Split the class" } },
            { "id": "starts", "area": "times", "subject": "class", "title": { "zh": "不早于8:20", "en": "Not before 8:20" }, "limit": { "of": "starts", "min": "time('08:20')" }, "binding": "principle",
              "source": { "instrument": "plan" }, "effective": { "from": "2020-09-01" } },
            { "id": "light", "area": "rooms", "subject": "class", "title": { "zh": "采光", "en": "Light" }, "require": "bright", "binding": "encouraged", "source": { "instrument": "law" }, "effective": { "from": "2020-09-01" } },
            { "id": "bed", "area": "sleep", "subject": "pupil", "title": { "zh": "按时就寝", "en": "In bed by 21:20" }, "limit": { "of": "bedtime", "max": "time('21:20')" }, "binding": "mandatory",
              "source": { "instrument": "law", "clause": "1" }, "effective": { "from": "2020-09-01" } } ],
          "waivers": [
            { "rule": "size", "subject": "class:0/2", "from": "2026-01-01", "until": "2026-09-10", "kind": "waiver", "authority": { "zh": "=县教育局", "en": "=The county" }, "instrument": "law", "reason": { "zh": "校舍|修缮", "en": "building | work" } },
            { "rule": "bed", "subject": "pupil:0/1/p-3", "from": "2026-01-01", "until": "2026-12-31", "kind": "waiver", "authority": { "zh": "县教育局", "en": "The county" }, "instrument": "law", "reason": { "zh": "秘密", "en": "illness" } } ] }
        """;

    /// <summary>As evaluate judges it.</summary>
    public static Assessment Assessment { get; } = Run(new RunOptions());

    /// <summary>With persons among the findings, which reports for people must leave out all the same.</summary>
    public static Assessment WithPersons { get; } = Run(new RunOptions { IncludePersonal = true });

    /// <summary>With all that is kept and does not apply.</summary>
    public static Assessment Whole { get; } = Run(new RunOptions { IncludeAll = true });

    private static Assessment Run(RunOptions options)
    {
        using TempPacks folder = TempPacks.One(Pack);
        Catalogue catalogue = PackChecker.Check(PackReader.ReadDirectory(folder.Path).Value).Value;
        byte[] data = Encoding.UTF8.GetBytes(Data());
        Snapshot snapshot = new JsonSnapshotSource(() => new MemoryStream(data), "=data|.json").Read(catalogue.Schema, new SnapshotOptions(), CancellationToken.None).Value;
        return Plan.For(catalogue, new DateOnly(2026, 9, 1)).Run(snapshot, options);
    }

    // Of each school a class with 59 pupils; of the first one more that is waived, one whose size is not known and one whose size cannot be.
    private static string Data()
    {
        IEnumerable<string> schools = Names.Select((name, i) => $$"""
            { "id": "{{i}}", "name": {{Quoted(name)}}, "region": "370322", "classes": [
              { "id": "1", "name": {{Quoted(name)}}, "enrolment": 59, "starts": "08:0{{i % 5}}"{{(i == 0 ? Pupils : string.Empty)}} }{{(i == 0 ? Others : string.Empty)}} ] }
            """);
        return $$"""{ "schemaVersion": 1, "date": "2026-09-01", "covers": ["370322"], "schools": [{{string.Join(',', schools)}}] }""";
    }

    private const string Pupils = """, "pupils": [ { "id": "p-1", "name": "秘密", "bedtime": "22:00" }, { "id": "p-2", "name": "Ann", "bedtime": "22:30" }, { "id": "p-3", "bedtime": "23:00" }, { "id": "p-4", "bedtime": "21:00" } ]""";

    private const string Others = """, { "id": "2", "enrolment": 46 }, { "id": "3" }, { "id": "4", "enrolment": 4000 }, { "id": "5", "enrolment": 45, "starts": "08:20" }""";

    private static string Quoted(string text) => $"\"{string.Concat(text.Select(c => c is '"' or '\\' || c < ' ' ? $"\\u{(int)c:X4}" : c.ToString()))}\"";
}
