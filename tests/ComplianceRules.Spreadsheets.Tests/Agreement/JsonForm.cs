using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using ComplianceRules.Diagnostics;
using ComplianceRules.Facts;

namespace ComplianceRules.Spreadsheets.Tests.Agreement;

/// <summary>Snapshot JSON and NDJSON.</summary>
internal sealed class JsonForm(JsonShape shape) : AgreedSource
{
    public override Checked<Snapshot> Read(AgreedSnapshot snapshot, SnapshotOptions options)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(Text(snapshot));
        ISnapshotSource source = shape == JsonShape.Lines ? new NdjsonSnapshotSource(() => new MemoryStream(bytes), "s.ndjson") : new JsonSnapshotSource(() => new MemoryStream(bytes), "s.json");
        return source.Read(AgreementSchema.Value, options, CancellationToken.None);
    }

    /// <summary>A calendar as JSON and mappings have it.</summary>
    public static JsonObject Calendar(AgreedCalendar calendar)
    {
        JsonObject json = [];
        if (calendar.Terms is { } terms)
            json["terms"] = new JsonArray([.. terms.Select(t => new JsonObject { ["schoolYear"] = t.SchoolYear, ["term"] = t.Term, ["from"] = Day(t.From), ["to"] = Day(t.To) })]);
        if (calendar.DaysOff is { } off) json["daysOff"] = new JsonArray([.. off.Select(d => JsonValue.Create(Day(d)))]);
        if (calendar.WorkingDaysInstead is { } instead) json["workingDaysInstead"] = new JsonArray([.. instead.Select(d => JsonValue.Create(Day(d)))]);
        if (calendar.MinDays is { } days) json["teachingMonthMinDays"] = days;
        return json;
    }

    public static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static string Clock(TimeSpan time) => string.Create(CultureInfo.InvariantCulture, $"{(int)time.TotalHours}:{time.Minutes:D2}");

    private string Text(AgreedSnapshot snapshot)
    {
        JsonObject head = new() { ["schemaVersion"] = 1, ["date"] = Day(snapshot.Date), ["title"] = snapshot.Title, ["covers"] = new JsonArray([.. snapshot.Covers.Select(c => JsonValue.Create(c))]) };
        if (snapshot.Calendar is { } calendar) head["calendar"] = Calendar(calendar);
        List<string> lines = [];
        foreach (AgreedTable table in snapshot.Tables)
        {
            bool isTop = table.Path.IsEmpty || shape == JsonShape.Flat;
            if (!isTop) continue;
            JsonObject[] rows = [.. table.Rows.Select(r => Row(snapshot, table, r))];
            if (shape == JsonShape.Lines && table.Name == BaseTables.School) lines.AddRange(rows.Select(r => r.ToJsonString()));
            else head[table.Schema.Children] = new JsonArray(rows);
        }

        return string.Join('\n', lines.Prepend(head.ToJsonString()));
    }

    private JsonObject Row(AgreedSnapshot snapshot, AgreedTable table, AgreedRow row)
    {
        JsonObject json = [];
        foreach (string column in table.Columns.Where(c => !table.Path.Contains(c) && !table.Lists.Contains(c)))
        {
            if (row[column] is { } value) json[column] = Cell(value);
        }

        if (shape == JsonShape.Flat && table.Path is [.., var above]) json[above] = Key(table, row);
        foreach (AgreedTable list in snapshot.Tables.Where(t => table.Lists.Contains(t.Schema.Children)))
        {
            AgreedRow[]? rows = shape == JsonShape.Flat && row[list.Schema.Children] is not true ? null : row.Below(list);
            if (rows is not null) json[list.Schema.Children] = shape == JsonShape.Flat ? [] : new JsonArray([.. rows.Select(r => Row(snapshot, list, r))]);
        }

        return json;
    }

    // A subject's own words where several ids name the row above.
    private static string Key(AgreedTable table, AgreedRow row) =>
        table.Path is [var only] ? row.Text(only)! : string.Join('/', table.Path.Select(t => RowId.Of(row.Text(t))));

    private static JsonNode Cell(object value) => value switch
    {
        string text => JsonValue.Create(text),
        double number => JsonValue.Create(number),
        bool truth => JsonValue.Create(truth),
        DateOnly day => JsonValue.Create(Day(day)),
        TimeSpan time => JsonValue.Create(Clock(time)),
        string[] keys => new JsonArray([.. keys.Select(k => JsonValue.Create(k))]),
        _ => throw new ArgumentException(value.ToString(), nameof(value)),
    };
}
