using System.Collections.Immutable;
using System.Globalization;
using System.IO.Compression;
using System.Text;
using ComplianceRules.Facts;

namespace ComplianceRules.Spreadsheets.Tests.Oracle;

/// <summary>The same classes, each with facts like no other's, as files of every format.</summary>
internal static class HarmedFile
{
    private const int Classes = 12;

    /// <summary>A file of a kind: <c>csv</c>, <c>quoted.csv</c>, <c>xlsx</c>, <c>json</c>, <c>ndjson</c>.</summary>
    public static byte[] Bytes(string kind) => kind switch
    {
        "csv" => CaseCsv.Bytes(Sheet(), new CsvManner()),
        "quoted.csv" => CaseCsv.Bytes(Sheet(), new CsvManner("\r\n", QuotesAll: true)),
        "xlsx" => CaseWorkbook.Bytes(new OracleCase([Sheet()], new OracleMapping([])), isTyped: true),
        "json" => Encoding.UTF8.GetBytes($$"""{ "schemaVersion": 1, "schools": [ {{string.Join(",\n", Schools())}} ] }"""),
        _ => Encoding.UTF8.GetBytes(string.Join('\n', Schools().Prepend("""{ "schemaVersion": 1, "covers": ["370322"] }""")) + "\n"),
    };

    public static ISnapshotSource Source(string kind, byte[] bytes) => kind switch
    {
        "json" => new JsonSnapshotSource(() => new MemoryStream(bytes), "data.json"),
        "ndjson" => new NdjsonSnapshotSource(() => new MemoryStream(bytes), "data.ndjson"),
        _ => new SpreadsheetSnapshotSource(() => new MemoryStream(bytes), "class." + kind.Split('.')[^1], CaseMapping.Of(Mapping, kind == "xlsx" ? "sheet" : "file", string.Empty)),
    };

    /// <summary>A workbook of which one part had an accident before it was packed again.</summary>
    public static byte[] WithPart(byte[] workbook, Func<byte[], byte[]> change, Chance chance)
    {
        using MemoryStream output = new();
        using (ZipArchive source = new(new MemoryStream(workbook)))
        using (ZipArchive target = new(output, ZipArchiveMode.Create, leaveOpen: true))
        {
            string harmed = chance.OneIn(2) ? "xl/worksheets/sheet1.xml" : chance.Pick(source.Entries).FullName;
            foreach (ZipArchiveEntry entry in source.Entries)
            {
                using MemoryStream part = new();
                using (Stream opened = entry.Open()) opened.CopyTo(part);
                using Stream written = target.CreateEntry(entry.FullName).Open();
                written.Write(entry.FullName == harmed ? change(part.ToArray()) : part.ToArray());
            }
        }

        return output.ToArray();
    }

    public static OracleMapping Mapping { get; } = new(
    [
        new OracleEntry("class", "class", [new OraclePart("id")])
        {
            Parent = new OracleParent("school", [new OraclePart("school")]),
            Fields = [new("enrolment", "enrolment"), new("homework", "homework"), new("opened", "opened"), new("starts", "starts"), new("note", "note")],
        },
    ]);

    private static OracleSheet Sheet() => new(
        "class",
        ["id", "school", "enrolment", "homework", "opened", "starts", "note"],
        [.. Enumerable.Range(1, Classes).Select(i => (ImmutableArray<string>)[Text($"c{i}"), Text($"S{i}"), Text($"{20 + i}"), Text($"{200 + i}.5"), Text($"2025-09-{i:D2}"), Text($"{6 + i}:{10 + i}"), Text($"说明{i}")])]);

    private static IEnumerable<string> Schools() => Enumerable.Range(1, Classes).Select(i => Text(
        $$"""{ "id": "S{{i}}", "region": "370322", "classes": [ { "id": "c{{i}}", "enrolment": {{20 + i}}, "homework": {{200 + i}}.5, "opened": "2025-09-{{i:D2}}", "starts": "{{6 + i:D2}}:{{10 + i}}", "note": "说明{{i}}" } ] }"""));

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
