using System.Collections.Immutable;
using System.Text;
using ComplianceRules.Facts;
using ComplianceRules.Spreadsheets.Reading;

namespace ComplianceRules.Spreadsheets.Tests.Oracle;

/// <summary>Makes up files whose columns have the names of the format itself, their cells mostly plain, and written in many ways.</summary>
internal sealed class NamedTables
{
    private const int MostRows = 12;

    // So that plain records, and what comes between them, go by turns.
    private const int ManyRows = 400;

    private static readonly string[] Schools = ["S1", "3703220012", "实验", "S2"];
    private static readonly string[] ClassFields = ["enrolment", "homework", "share", "rate", "opened", "starts", "bedtime", "boarding", "kind", "kinds", "note", "area", "shift", "pages", "dozen", "grade"];

    private readonly Chance _chance;
    private readonly bool _isChinese;
    private readonly string _lineEnd;
    private readonly bool _quotes;

    public NamedTables(Chance chance)
    {
        _chance = chance;
        _isChinese = chance.OneIn(6);
        _lineEnd = chance.Of("\n", "\r\n", "\n", "\r");
        _quotes = chance.OneIn(3);
        Options = new SnapshotOptions
        {
            SkipMalformed = !chance.OneIn(4),
            Encoding = _isChinese ? "gb18030" : null,
            DefaultRegion = chance.OneIn(3) ? RegionCode.Parse("370322") : null,
        };
    }

    /// <summary>The schema of the second reading with numbers of every kind of cell.</summary>
    public static FactSchema Schema { get; } = MakeSchema();

    public SnapshotOptions Options { get; }

    /// <summary>The files, with accidents or without.</summary>
    public IReadOnlyList<KeyValuePair<string, byte[]>> Files()
    {
        List<KeyValuePair<string, byte[]>> files = [];
        if (!_chance.OneIn(5)) files.Add(File("school", Table(["id", .. Some("region", "name", "classes", "schooling_system", "packs")], School)));
        files.Add(File("class", Table(["id", "school", .. Some([.. ClassFields, "clubs"])], Class)));
        if (_chance.OneIn(3)) files.Add(File("club", Table(["id", "class", "school", .. Some("members", "meets")], Club)));
        if (_chance.OneIn(6)) files.Add(File("region", "id\n370322\n370300\n"));
        return files;
    }

    private string[] Some(params string[] names) => _chance.Shuffled(names.Where(_ => !_chance.OneIn(3)));

    private KeyValuePair<string, byte[]> File(string table, string text)
    {
        byte[] bytes = _isChinese && !_chance.OneIn(8) ? Gb18030.Throwing.GetBytes(text) : [.. _chance.OneIn(4) ? Encoding.UTF8.Preamble : [], .. Encoding.UTF8.GetBytes(text)];
        for (int count = _chance.OneIn(2) ? _chance.Between(1, 3) : 0; count > 0; count--) bytes = Mutation.Of(bytes, _chance);
        return KeyValuePair.Create(table + ".csv", bytes);
    }

    private string Table(string[] header, Func<string, int, string> cell)
    {
        StringBuilder text = new(string.Join(',', header) + _lineEnd);
        int rows = _chance.Between(0, _chance.OneIn(8) ? ManyRows : MostRows);
        int accidents = rows > MostRows ? ManyRows / 4 : 30;
        for (int row = 0; row < rows; row++)
        {
            text.AppendJoin(',', header.Select(name => Written(cell(name, row))));
            if (_chance.OneIn(accidents)) text.Append(_chance.Of(",", ",,x", "\"", ",\"a\nb\"", "\"\""));
            text.Append(_chance.OneIn(accidents) ? _lineEnd + _chance.Of(string.Empty, ",,,", "   ", "\"\"") + _lineEnd : _lineEnd);
        }

        return text.ToString();
    }

    private string Written(string cell)
    {
        if (_chance.OneIn(20)) cell = _chance.Of($" {cell}", $"{cell}\t", $"{cell}\u3000", $"\u00A0{cell}", string.Empty);
        bool isQuoted = (_quotes && _chance.OneIn(3)) || cell.AsSpan().ContainsAny(",\"\r\n");
        return isQuoted ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : cell;
    }

    private string School(string name, int row) => name switch
    {
        "id" => _chance.OneIn(10) ? _chance.Of("S1", "a/b", "5%", string.Empty) : SchoolOf(row),
        "region" => _chance.Of("370322", "370322", "370305", "CN", "370399001", "x", string.Empty),
        "classes" => _chance.Of("true", "false", "是", "TRUE", "0", string.Empty, "?"),
        "schooling_system" => _chance.Of("6-3", "5-4", "6-3", "x"),
        "packs" => _chance.Of(string.Empty, "a;b"),
        _ => _chance.Of($"第{row}学校", "A b", "说\"好\"", "a,b"),
    };

    private static string SchoolOf(int row) => Schools[row % Schools.Length] + (row < Schools.Length ? string.Empty : $"-{row}");

    private string Class(string name, int row) => name switch
    {
        "id" => _chance.OneIn(15) ? _chance.Of("1", "a|b", string.Empty, "1班\u3000") : $"{row + 1}",
        "school" => _chance.OneIn(15) ? _chance.Of("S9", string.Empty, " S1") : SchoolOf(row / 4),
        "clubs" => _chance.Of("true", "false", string.Empty),
        "grade" => _chance.Of("1", "9", "十", "13"),
        _ => _chance.OneIn(4) ? CellMaker.Cell(_chance, name) : Plain(name),
    };

    private string Club(string name, int row) => name switch
    {
        "id" => $"{row / 3}",
        "class" => $"{_chance.Between(1, 4)}",
        "school" => SchoolOf(row / 4),
        _ => Plain(name),
    };

    private string Plain(string field) => field switch
    {
        "opened" => _chance.Of("2025-09-01", "2024-02-29", "2025-02-29", "0000-01-01", "0001-01-01", "9999-12-31", "2025-13-01", "2025-9-1", "2025-09-0x"),
        "starts" or "bedtime" or "meets" => _chance.Of("8:20", "08:20", "22:30", "24:00", "0:30", "47:59", "48:00", "8:60", "008:20", "8:2", ":20", "23:59"),
        "boarding" => _chance.Of("true", "false", "True", "1", "0", "有", "无", "yes"),
        "kind" => _chance.Of("day", "full", "part", "走读", "Day school", "DAY", "dayx"),
        "kinds" => _chance.Of("day", "day;part", "走读"),
        "note" => _chance.Of("普通", "x", "a b", "1", "\u200B", "很长的文字，比八个字节长", "N/A"),
        _ => Number(),
    };

    private string Number() => _chance.Of(
        $"{_chance.Between(0, 300)}", $"{_chance.Between(0, 99)}.{_chance.Between(0, 99)}", $"-{_chance.Between(0, 20)}.5", $"{_chance.Between(0, 2_000_000_000)}", "0", "-0", "007", "5.", ".5", "+5",
        "12.50", "0.30000", "1e2", "123456789012345", "1234567890123456", "0.12345678901234", "0.123456789012345", "99.95", "2147483648", "99999999", "9999999.9", "1.000000", "1..2", "1.2.3", "--1", "1-", "-", ".", "12:30", "１２", "1 2", "36", "0.05", "1.5%");

    private static FactSchema MakeSchema()
    {
        TableSchema classes = OracleSchema.Value.Table("class")!;
        FieldSchema[] fields = [Number("area", 0, 2000, 0.1), Number("shift", -100, 100, 0.5), Number("pages", 0, 2e9, 1), Number("dozen", 0, 1200, 12)];
        TableSchema extended = classes with { Fields = classes.Fields.AddRange(fields.Select(f => KeyValuePair.Create(f.Name, f))) };
        return OracleSchema.Value with { Tables = OracleSchema.Value.Tables.SetItem("class", extended) };
    }

    private static FieldSchema Number(string name, double low, double high, double step) =>
        new(name, FieldType.Number) { Unit = Unit.One, Range = new NumberRange(low, high), Step = step };
}
