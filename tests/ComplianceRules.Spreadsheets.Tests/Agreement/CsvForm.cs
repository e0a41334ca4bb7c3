using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using ComplianceRules.Diagnostics;
using ComplianceRules.Facts;

namespace ComplianceRules.Spreadsheets.Tests.Agreement;

/// <summary>A CSV folder, with the columns of the format or with others and a mapping.</summary>
internal sealed class CsvForm(bool isMapped) : AgreedSource
{
    private const string Foreign = "c_";

    public override Checked<Snapshot> Read(AgreedSnapshot snapshot, SnapshotOptions options)
    {
        using CsvFolder folder = new();
        foreach (TableForm table in isMapped ? TableForm.OfRows(snapshot) : TableForm.OfRows(snapshot).Concat(TableForm.OfHead(snapshot)))
            folder.With($"{table.Name}.csv", Text(table, isMapped ? Foreign : string.Empty));
        return new SpreadsheetSnapshotSource(folder.Path, "data", isMapped ? Mapping(snapshot) : null).Read(AgreementSchema.Value, options, CancellationToken.None);
    }

    private static string Text(TableForm table, string prefix)
    {
        StringBuilder text = new();
        text.AppendJoin(',', table.Columns.Select(c => Quoted(prefix + c))).Append('\n');
        foreach (IEnumerable<object?> row in table.Rows) text.AppendJoin(',', row.Select((cell, column) => Quoted(Cell(cell, table.Columns[column])))).Append('\n');
        return text.ToString();
    }

    // The way people in a bureau write.
    private static string Cell(object? value, string column) => value switch
    {
        null => string.Empty,
        bool truth => truth ? "是" : "否",
        double number => number.ToString("R", CultureInfo.InvariantCulture),
        DateOnly day => string.Create(CultureInfo.InvariantCulture, $"{day.Year}/{day.Month}/{day.Day}"),
        TimeSpan time => JsonForm.Clock(time).Replace(':', '：'),
        string[] keys => string.Join('、', keys),
        string key when column == "schooling_system" => key == "6-3" ? "六三制" : "五四制",
        _ => value.ToString()!,
    };

    private static string Quoted(string cell) => cell.AsSpan().IndexOfAny(",\"\n") < 0 ? cell : $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private static SnapshotMapping Mapping(AgreedSnapshot snapshot)
    {
        JsonObject json = new()
        {
            ["date"] = JsonForm.Day(snapshot.Date),
            ["title"] = snapshot.Title,
            ["covers"] = new JsonArray([.. snapshot.Covers.Select(c => JsonValue.Create(c))]),
            ["tables"] = new JsonArray([.. snapshot.Tables.Select(t => Entry(t, snapshot))]),
        };
        if (snapshot.Calendar is { } calendar) json["calendar"] = JsonForm.Calendar(calendar);
        return SnapshotMapping.Read(new SourceFile("mapping.json", Encoding.UTF8.GetBytes(json.ToJsonString())), AgreementSchema.Value).Value;
    }

    private static JsonObject Entry(AgreedTable table, AgreedSnapshot snapshot)
    {
        string id = table.Name switch { BaseTables.Region => "code", BaseTables.YearGroup => "grade", _ => "id" };
        JsonObject entry = new() { ["table"] = table.Name, ["file"] = $"{table.Name}.csv", ["id"] = new JsonArray(Foreign + id) };
        string[] path = table.Name == BaseTables.School ? [BaseTables.Region] : [.. table.Path];
        if (path.Length > 0) entry["parent"] = Parent(path);
        if (snapshot.Tables.Any(t => t.Lists.Contains(table.Schema.Children))) entry["complete"] = Foreign + table.Schema.Children;
        JsonObject fields = [];
        foreach (string field in table.Schema.Fields.Keys) fields[field] = new JsonObject { ["column"] = Foreign + field };
        entry["fields"] = fields;
        return entry;
    }

    private static JsonObject Parent(string[] path)
    {
        JsonObject parent = new() { ["table"] = path[^1], ["key"] = new JsonArray(Foreign + path[^1]) };
        if (path.Length > 1) parent["parent"] = Parent(path[..^1]);
        return parent;
    }
}
