using ComplianceRules.Facts;

namespace ComplianceRules.Tests.Engine.Reassessing;

/// <summary>Changes facts of made-up rows, in the rows and in an edit of their snapshot alike.</summary>
internal static class MadeChange
{
    private static readonly Dictionary<string, string[]> Fields = new(StringComparer.Ordinal)
    {
        ["class"] = ["b", "c", "e", "n", "m", "t", "s", "d"],
        ["school"] = ["sb", "sn", "se"],
        ["region"] = ["rb", "rn"],
    };

    /// <summary>Changes one fact of any row.</summary>
    public static void Make(Dice dice, MadeRow nation, Snapshot snapshot, SnapshotEdit edit)
    {
        MadeRow row = dice.Pick([.. nation.SelfAndBelow()]);
        string field = dice.Pick(Fields[row.Table]);
        FactTable table = snapshot.Table(row.Table);
        int number = Enumerable.Range(0, table.Count).Single(r => $"{row.Table}:{table.Key(r)}" == row.Subject);
        row.Facts.Remove(field);
        if (dice.OneIn(3)) edit.Table(row.Table).Clear(number, field);
        else Give(dice, row, field, edit.Table(row.Table), number);
    }

    private static void Give(Dice dice, MadeRow row, string field, TableEdit table, int number)
    {
        MadeFacts.Give(dice, row, field);
        switch (row.Facts[field])
        {
            case bool truth: table.SetBool(number, field, truth); break;
            case string key: Assert.True(table.SetText(number, field, key)); break;
            case Fraction amount: Assert.True(table.SetNumber(number, field, double.Parse(amount.Text, System.Globalization.CultureInfo.InvariantCulture))); break;
            case TimeSpan time: Assert.True(table.SetTime(number, field, (int)time.TotalMinutes)); break;
            case SortedSet<string> members: Assert.True(table.SetSet(number, field, members)); break;
            case DateOnly day: table.SetDate(number, field, day); break;
            default: Assert.Fail(field); break;
        }
    }
}
