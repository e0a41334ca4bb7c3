using System.Globalization;
using System.Text;

namespace ComplianceRules.Tests.Facts;

/// <summary>Schools, classes and pupils of the sample facts in JSON or NDJSON, in one of many ways to write them.</summary>
internal sealed class MadeUpDocument
{
    private static readonly string[] Regions = ["\"370322\"", "\"370321\"", "\"US-NY-NYC\"", "\"CN\"", "\"37\"", "370322", "null", "\"\"", "\"370322100200\""];
    private static readonly string[] Names = ["\"a\"", "\"学校\"", "\"一所名字很长很长很长很长很长很长的学校\"", "\"x\\ty\"", "\"\"", "\"Lycée of a name that is longer than one vector\"", "null", "7", "\"\\ud83d\\ude00\"", "\"😀\""];
    private static readonly string[] Numbers = ["0", "1", "45", "46", "200", "201", "-1", "-0", "45.0", "45.5", "4.5e1", "1e3", "12345678", "123456789012345", "1234567890123456", "\"45\"", "null", "true", "0.1", "99.9", "99.99", "12.30"];
    private static readonly string[] Words = ["\"primary\"", "\"junior\"", "\"senior\"", "\"none\"", "null", "3", "\"6-3\"", "\"5-4\""];
    private static readonly string[] Sets = ["[]", "[\"go\"]", "[\"go\",\"choir\"]", "[ \"football\" , \"go\" ]", "[\"go\",\"chess\"]", "[\"go\",1]", "null", "\"go\"", "[\"primary\",\"junior\"]", "[\"go\",\"go\"]", "[\"go\",]"];
    private static readonly string[] Moments = ["\"8:20\"", "\"08:20\"", "\"24:30\"", "\"0:30\"", "\"48:00\"", "\"8:60\"", "\"2026-09-01\"", "\"2024-02-29\"", "\"2026-02-29\"", "\"0000-01-01\"", "\"0001-01-01\"", "\"2026-13-01\"", "null", "820", "\"9999-12-31\"", "\"8:2\""];
    private static readonly string[] Odd = ["1", "null", "\"x\"", "{\"a\":[1,2]}", "[]", "true", "-1.5e3", "\"é\\n\""];

    private readonly Random _chance;
    private readonly int _oddity;
    private readonly int _absence;
    private readonly bool _isShuffled;
    private readonly string _newLine;
    private readonly string _indent;
    private readonly string _afterComma;
    private readonly string _afterColon;
    private int _depth;

    public MadeUpDocument(Random chance, bool isLines)
    {
        (_chance, IsLines) = (chance, isLines);
        _oddity = chance.Next(4) switch { 0 => 4, 1 => 60, _ => 2_000 };
        _absence = chance.Next(3) == 0 ? 4 : 40;
        _isShuffled = chance.Next(4) == 0;
        int style = chance.Next(isLines ? 2 : 4);
        (_afterComma, _afterColon) = style == 0 ? ("", "") : style == 1 ? (" ", " ") : ("", " ");
        _newLine = style < 2 ? "" : style == 2 ? "\n" : "\r\n";
        _indent = style < 2 ? "" : chance.Next(2) == 0 ? "  " : "\t";
    }

    public bool IsLines { get; }

    public string Write()
    {
        int schools = _chance.Next(8) == 0 ? 60 : 1 + _chance.Next(5);
        string head = "\"schemaVersion\":1,\"covers\":[\"370322\"]";
        if (IsLines) return $"{{{head}}}\n{string.Join("\n", Enumerable.Range(0, schools).Select(School))}{(_chance.Next(2) == 0 ? "\n" : "")}";
        StringBuilder text = new(_chance.Next(5) == 0 ? "\uFEFF" : "");
        text.Append('{').Append(head);
        if (_chance.Next(4) == 0) text.Append(CultureInfo.InvariantCulture, $",\"regions\":[{{\"code\":\"370322\",\"name\":\"x\",\"schools\":{List(2, i => School(i + 100))}}}]");
        text.Append(",\"schools\":").Append(List(schools, School));
        if (_chance.Next(4) == 0) text.Append(",\"classes\":").Append(List(3, i => Class(i, $"\"s{i}\"")));
        return text.Append('}').ToString();
    }

    private string School(int number)
    {
        List<string> members =
        [
            Member("id", IsOdd ? Any(["\"s1\"", "7", "\" x \"", "\"a/b\"", "\"学\"", "\"\"", "null", "1.5", "\"\\u0061\""]) : $"\"s{number}\""),
            Member("region", Any(Regions, 6)),
            Member("name", Any(Names, 3)),
            Member("boarding", Any(["true", "false", "null", "1"], 2)),
            Member("stages", Any(Sets, 1)),
            Member("schooling_system", Any(Words, 1)),
        ];
        _depth++;
        if (_chance.Next(5) > 0) members.Add(Member("classes", IsOdd ? Any(["null", "{}", "7", "[7]", "[null,{\"id\":\"z\"}]"]) : List(_chance.Next(6), i => Class(i, null))));
        if (_chance.Next(8) == 0) members.Add(Member("year_groups", List(2, i => $"{{\"grade\":{i + 3},\"classes\":[{{\"id\":\"y{i}\",\"grade\":{_chance.Next(8)}}}]}}")));
        _depth--;
        return Object(members);
    }

    private string Class(int number, string? school)
    {
        List<string> members =
        [
            Member("id", IsOdd ? Any(["1", "01", "\"1\"", "\"3|1\"", "{}", "\"一班\""]) : $"\"{number}\""),
            Member("grade", IsOdd ? Any(Numbers) : $"{_chance.Next(13)}"),
            Member("stage", Any(Words, 3)),
            Member("enrolment", IsOdd ? Any(Numbers) : $"{_chance.Next(201)}"),
            Member("share", IsOdd ? Any(Numbers) : $"{_chance.Next(101)}.{_chance.Next(10)}"),
            Member("height", IsOdd ? Any(Numbers) : $"{_chance.Next(1000)}.{_chance.Next(1, 1000)}"),
            Member("ends", Any(Moments, 3)),
            Member("starts", Any(Moments, 2)),
            Member("founded", IsOdd ? Any(Moments) : "\"2001-09-01\""),
            Member("clubs", Any(Sets, 4)),
            Member("name", Any(Names, 3)),
        ];
        if (school is not null) members.Add(Member("school", school));
        if (_chance.Next(10) == 0) members.Add(Member("pupils", List(2, i => $"{{\"id\":\"p{i}\"}}")));
        return Object(members);
    }

    private bool IsOdd => _chance.Next(_oddity) == 0;

    private string Object(List<string> members)
    {
        members.RemoveAll(_ => _chance.Next(_absence) == 0);
        if (_chance.Next(12) == 0) members.Insert(_chance.Next(members.Count + 1), Member("extra", Any(Odd, 1)));
        if (_chance.Next(12) == 0) members.Add(Member("note", Any(Odd, 1)));
        if (IsOdd) members.Add(members.Count > 0 ? Any([.. members]) : Member("odd", "1"));
        if (_isShuffled) members = [.. members.OrderBy(_ => _chance.Next())];
        return $"{{{Lines(members)}}}";
    }

    private string List(int count, Func<int, string> item)
    {
        _depth++;
        string list = $"[{Lines([.. Enumerable.Range(0, count).Select(item)])}]";
        _depth--;
        return list;
    }

    private string Lines(List<string> items)
    {
        if (items.Count == 0) return "";
        string blanks = IsOdd ? _newLine + "  " : _newLine.Length == 0 ? "" : _newLine + string.Concat(Enumerable.Repeat(_indent, _depth + 1));
        return blanks + string.Join("," + _afterComma + blanks, items) + (IsOdd ? " " : "") + _newLine;
    }

    private string Member(string name, string value) => $"\"{name}\"{(IsOdd ? " " : "")}:{_afterColon}{value}";

    private string Any(string[] values, int usual = 0) => values[_chance.Next(IsOdd || usual == 0 ? values.Length : usual)];
}
