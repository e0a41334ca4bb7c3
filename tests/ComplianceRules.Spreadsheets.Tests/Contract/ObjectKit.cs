using System.Globalization;
using ComplianceRules.Facts;

namespace ComplianceRules.Spreadsheets.Tests.Contract;

/// <summary>Plain objects: what their types cannot hold cannot be given.</summary>
internal sealed class ObjectKit : SourceKit
{
    private static readonly string[] Fields = ["id", "school", "enrolment", "homework", "share", "opened", "starts", "bedtime", "name"];

    public override string Name => "objects";

    public override ISnapshotSource? Open(MadeDocument document)
    {
        bool fits = document.Columns.Contains("id") && document.Columns.All(Fields.Contains) && document.Columns.Distinct(StringComparer.Ordinal).Count() == document.Columns.Length;
        if (document.Twist != Twist.None || !fits || !document.Classes.All(c => document.Columns.All(column => CanHold(column, c.Cell(column))))) return null;
        RowShape<MadeClass> shape = document.Columns.Aggregate(new RowShape<MadeClass>("class", c => c.Id).Below(c => c.School), With);
        return new ObjectSnapshotSource("objects", builder => _ = builder.AddRows(new RowShape<string>("school", s => s), ["S"]) && builder.AddRows(shape, document.Classes));
    }

    private static bool CanHold(string column, MadeCell cell) => column switch
    {
        "id" or "school" => true,
        "name" => cell.Kind is MadeKind.Blank or MadeKind.Text,
        "opened" => cell.Kind is MadeKind.Blank or MadeKind.Date,
        "starts" or "bedtime" => cell.Kind is MadeKind.Blank or MadeKind.Time || TimeSpan.TryParseExact(cell.Text, "h\\:mm", CultureInfo.InvariantCulture, out _),
        _ => cell.Kind is MadeKind.Blank or MadeKind.Number or MadeKind.Percent,
    };

    private static RowShape<MadeClass> With(RowShape<MadeClass> shape, string column) => column switch
    {
        "id" or "school" => shape,
        "name" => shape.Text(column, c => Text(c, column)),
        "opened" => shape.Date(column, c => Text(c, column) is { } day ? DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture) : null),
        "starts" or "bedtime" => shape.Time(column, c => Text(c, column) is { } time ? (TimeSpan?)TimeSpan.ParseExact(time, "h\\:mm", CultureInfo.InvariantCulture) : null),
        _ => shape.Number(column, c => Text(c, column) is { } number ? double.Parse(number, CultureInfo.InvariantCulture) * (c.Cell(column).Kind == MadeKind.Percent ? 100 : 1) : null),
    };

    private static string? Text(MadeClass made, string column) => made.Cell(column) is { Kind: not MadeKind.Blank } cell ? cell.Text : null;
}
