using System.Globalization;
using ComplianceRules.Facts;
using ComplianceRules.Findings;

namespace ComplianceRules.Tests.Engine.Correcting;

/// <summary>Puts changes of facts into a snapshot, by what findings tell of them and nothing else.</summary>
internal static class AppliedChanges
{
    /// <summary>The snapshot with the changes.</summary>
    public static Snapshot To(Snapshot snapshot, IEnumerable<FactChange> changes)
    {
        SnapshotEdit edit = new(snapshot);
        foreach (FactChange change in changes)
        {
            FactTable table = snapshot.Table(change.Row.Table);
            int row = Enumerable.Range(0, table.Count).Single(r => table.Key(r) == change.Row.Id);
            Assert.Equal(change.From.Text, Text(table, row, change.Field.Name));
            Put(edit.Table(change.Row.Table), row, change.Field, change.To.Text);
        }

        return edit.Build();
    }

    /// <summary>A value as findings write it; null where it is not known.</summary>
    public static string? Text(FactTable table, int row, string field) => table.Column(field) is not { } column || !column.IsKnown(row) ? null : column switch
    {
        NumberColumn numbers => Number(numbers[row]),
        IntColumn wholes => Number(wholes[row]),
        BoolColumn truths => truths[row] ? "true" : "false",
        TextColumn texts => texts[row],
        SetColumn sets => string.Join(", ", sets[row].Order(StringComparer.Ordinal)),
        DateColumn days => days[row].ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        TimeColumn times => TimeScale.Format(times[row]),
        _ => throw new ArgumentOutOfRangeException(nameof(field)),
    };

    private static string Number(double value) => ((decimal)value).ToString("0.###############", CultureInfo.InvariantCulture);

    /// <summary>Sets a field to a value as findings write it.</summary>
    public static void Put(TableEdit table, int row, FieldSchema field, string value)
    {
        switch (field.Type)
        {
            case FieldType.Number: Assert.True(table.SetNumber(row, field.Name, double.Parse(value, CultureInfo.InvariantCulture)), $"{field.Name} {value}"); break;
            case FieldType.Bool: table.SetBool(row, field.Name, value == "true"); break;
            case FieldType.Enum: Assert.True(table.SetText(row, field.Name, value)); break;
            case FieldType.Set: Assert.True(table.SetSet(row, field.Name, value.Split(", ", StringSplitOptions.RemoveEmptyEntries))); break;
            case FieldType.Date: table.SetDate(row, field.Name, DateOnly.ParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture)); break;
            case FieldType.Time:
                Assert.True(TimeScale.TryParse(value, out int minutes));
                Assert.True(table.SetTime(row, field.Name, minutes), $"{field.Name} {value}");
                break;
            default: Assert.Fail(field.Name); break;
        }
    }
}
