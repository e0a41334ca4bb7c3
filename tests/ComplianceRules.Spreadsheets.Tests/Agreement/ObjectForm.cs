using System.Globalization;
using ComplianceRules.Diagnostics;
using ComplianceRules.Facts;

namespace ComplianceRules.Spreadsheets.Tests.Agreement;

/// <summary>Objects, each table by itself or those below within those above.</summary>
internal sealed class ObjectForm(bool isNested) : AgreedSource
{
    public override Checked<Snapshot> Read(AgreedSnapshot snapshot, SnapshotOptions options) =>
        new ObjectSnapshotSource("o", builder => Fill(builder, snapshot)).Read(AgreementSchema.Value, options, CancellationToken.None);

    private void Fill(SnapshotBuilder builder, AgreedSnapshot snapshot)
    {
        builder.Describe(snapshot.Date, snapshot.Title);
        foreach (string code in snapshot.Covers) builder.Cover(RegionCode.Parse(code));
        if (snapshot.Calendar is { } calendar) builder.UseCalendar(calendar.Make());
        foreach (AgreedTable table in snapshot.Tables.Where(t => !isNested || t.Path.IsEmpty)) builder.AddRows(Shape(snapshot, table), table.Rows);
    }

    private RowShape<AgreedRow> Shape(AgreedSnapshot snapshot, AgreedTable table)
    {
        RowShape<AgreedRow> shape = new(table.Name, row => Id(table, row));
        if (table.Name == BaseTables.School) shape = shape.Region(row => row.Text(BaseTables.Region));
        if (!isNested && !table.Path.IsEmpty) shape = shape.Below([.. table.Path.Select(Func<AgreedRow, string?> (above) => row => row.Text(above))]);
        foreach (FieldSchema field in table.Schema.Fields.Values) shape = With(shape, field);
        foreach (string list in table.Lists) shape = shape.List(list, row => row[list] as bool?);
        return isNested ? snapshot.Tables.Where(t => table.Lists.Contains(t.Schema.Children)).Aggregate(shape, Nest) : shape;

        RowShape<AgreedRow> Nest(RowShape<AgreedRow> above, AgreedTable list) => above.Children(Shape(snapshot, list), row => row.Below(list));
    }

    private static string? Id(AgreedTable table, AgreedRow row) => table.Name switch
    {
        BaseTables.Region => row.Text("code"),
        BaseTables.YearGroup => ((double)row["grade"]!).ToString(CultureInfo.InvariantCulture),
        _ => row.Text("id"),
    };

    private static RowShape<AgreedRow> With(RowShape<AgreedRow> shape, FieldSchema field) => field.Type switch
    {
        FieldType.Number => shape.Number(field.Name, row => row[field.Name] as double?),
        FieldType.Bool => shape.Bool(field.Name, row => row[field.Name] as bool?),
        FieldType.Set => shape.Set(field.Name, row => row[field.Name] as string[]),
        FieldType.Date => shape.Date(field.Name, row => row[field.Name] as DateOnly?),
        FieldType.Time => shape.Time(field.Name, row => row[field.Name] as TimeSpan?),
        _ => shape.Text(field.Name, row => row.Text(field.Name)),
    };
}
