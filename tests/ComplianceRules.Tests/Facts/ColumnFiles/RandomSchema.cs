using System.Collections.Immutable;
using ComplianceRules.Diagnostics;
using ComplianceRules.Facts;
using ComplianceRules.Tests.Engine;

namespace ComplianceRules.Tests.Facts;

/// <summary>Schemas of any shape, and snapshots of them: every type, range and step, tables at any depth, missing and unusable values.</summary>
internal static class RandomSchema
{
    public static FactSchema Of(Dice dice)
    {
        FactSchema schema = BaseTables.Schema;
        List<TableSchema> tables = [.. schema.Tables.Values];
        for (int i = dice.Between(0, 3); i > 0; i--)
            tables.Add(new TableSchema($"t{i}", dice.OneIn(5) ? null : dice.Pick(tables).Name, $"t{i}s", None) { Title = LocalText.Same($"t{i}") });
        return schema with
        {
            Tables = tables.Select(t => t with { Fields = t.Fields.AddRange(Enumerable.Range(0, dice.Between(0, 6)).Select(i => KeyValuePair.Create($"f{i}", Field($"f{i}", dice)))) })
                .ToImmutableSortedDictionary(t => t.Name, t => t, StringComparer.Ordinal),
        };
    }

    public static Snapshot Fill(FactSchema schema, Dice dice)
    {
        SnapshotBuilder builder = new(schema, new SnapshotOptions());
        if (dice.OneIn(2)) builder.Describe(new DateOnly(2026, 9, dice.Between(1, 30)), dice.Of(null, "", "题目"));
        if (dice.OneIn(2)) builder.Cover(RegionCode.Parse(dice.Of("370322", "370300", "US-NY")));
        foreach (TableSchema table in ColumnFileFormat.Downward(schema).Where(t => t.Name != BaseTables.Region)) Fill(builder, table, dice);
        return builder.Build().Value;
    }

    private static void Fill(SnapshotBuilder builder, TableSchema table, Dice dice)
    {
        TableBuilder rows = builder.Table(table.Name);
        int above = table.Parent is { } parent && parent != BaseTables.Region ? builder.Table(parent).Count : 0;
        for (int i = dice.Between(0, 90); i > 0; i--)
        {
            int under = table.Parent == BaseTables.Region && !dice.OneIn(9) ? builder.Region(RegionCode.Parse(dice.Of("370322", "370321", "US-NY-NYC"))) : above == 0 ? -1 : dice.Between(-1, above - 1);
            int row = rows.Add($"{dice.Of("", "级", "é")}{i}", under);
            foreach (FieldSchema field in table.Fields.Values.Where(_ => !dice.OneIn(4))) Set(rows, row, field, dice);
            foreach (TableSchema list in builder.Schema.Lists(table.Name).Where(_ => dice.OneIn(3))) rows.ReportList(row, list.Children);
            if (table.Name == BaseTables.School && dice.OneIn(4)) builder.NamePacks(row, ["own", "第二"]);
        }
    }

    private static void Set(TableBuilder rows, int row, FieldSchema field, Dice dice)
    {
        if (dice.OneIn(12)) rows.SetUnknown(row, field, UnknownReason.WrongType);
        else if (field.Type == FieldType.Number) rows.SetNumber(row, field, Number(field, dice));
        else if (field.Type == FieldType.Bool) rows.SetBool(row, field, dice.OneIn(2));
        else if (field.Type == FieldType.Text) rows.SetText(row, field, dice.Of("", "一年级", "a\0b", $"{dice.Between(0, 400)}"));
        else if (field.Type == FieldType.Enum) rows.SetText(row, field, dice.OneIn(9) ? "other" : dice.Pick(field.Options).Key);
        else if (field.Type == FieldType.Set) rows.SetSet(row, field, [.. field.Options.Where(_ => dice.OneIn(2)).Select(o => o.Key)]);
        else if (field.Type == FieldType.Date) rows.SetDate(row, field, DateOnly.FromDayNumber(dice.Between(0, DateOnly.MaxValue.DayNumber)));
        else rows.SetTime(row, field, dice.Between(0, 1500));
    }

    private static double Number(FieldSchema field, Dice dice)
    {
        decimal step = (decimal)(field.Step ?? 0.25);
        return (double)(step * dice.Between((int)(field.Range!.Low / (double)step) - 1, (int)(field.Range.High / (double)step) + 1));
    }

    private static FieldSchema Field(string name, Dice dice) => dice.Of(FieldType.Number, FieldType.Number, FieldType.Bool, FieldType.Text, FieldType.Enum, FieldType.Set, FieldType.Date, FieldType.Time) switch
    {
        FieldType.Number => new FieldSchema(name, FieldType.Number)
        {
            Unit = dice.Of(Unit.One, Unit.Percent, Unit.Minute),
            Range = dice.Of(new NumberRange(0, 200), new NumberRange(1, 12), new NumberRange(-40, 60), new NumberRange(0, 3000), new NumberRange(0, 100_000_000)),
            Step = dice.Of<double?>(1, 0.5, 0.1, null),
        },
        FieldType.Time => new FieldSchema(name, FieldType.Time) { Scale = dice.Of(null, TimeScale.WholeDay, new TimeScale(17 * 60, 30 * 60)) },
        FieldType.Enum or FieldType.Set => new FieldSchema(name, dice.Of(FieldType.Enum, FieldType.Set)) { Options = [.. Enumerable.Range(0, dice.Of(1, 3, 64)).Select(i => new FieldOption($"o{i}", LocalText.Same($"o{i}")))] },
        FieldType type => new FieldSchema(name, type),
    };

    private static ImmutableSortedDictionary<string, FieldSchema> None => ImmutableSortedDictionary.Create<string, FieldSchema>(StringComparer.Ordinal);
}
