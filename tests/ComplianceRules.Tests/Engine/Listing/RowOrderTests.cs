using System.Collections.Immutable;
using ComplianceRules.Engine;
using ComplianceRules.Facts;

namespace ComplianceRules.Tests.Engine.Listing;

public sealed class RowOrderTests
{
    // U+FFFD comes after U+1F600 in UTF-16 and before it in UTF-8; a hyphen comes before the slash between ids, a digit after it.
    private static readonly string[] Letters = ["a", "b", "-", "0", ".", "/", "\0", "é", "学", "\uD7FF", "\uE000", "\uFFFD", "\U0001F600", "\U00010000", "aaaaaaaa"];

    [Fact]
    public void Rows_are_ordered_as_their_keys_are_ordinally_and_equal_keys_by_row() => Dice.Check(400, dice =>
    {
        (Snapshot snapshot, FactTable classes) = Made(dice);
        int[] rows = [.. Enumerable.Range(0, classes.Count).Where(_ => !dice.OneIn(4)), .. Enumerable.Range(0, classes.Count).Where(_ => dice.OneIn(8))];
        rows = [.. rows.Distinct()];
        int[] expected = [.. rows.OrderBy(classes.Key, StringComparer.Ordinal).ThenBy(r => r)];
        int[]? order = new RowOrder(snapshot, classes).Of(rows);
        Assert.Equal(expected, order is null ? rows : [.. order.Select(i => rows[i])]);
    });

    [Fact]
    public void Two_rows_compare_as_their_keys_do() => Dice.Check(200, dice =>
    {
        (Snapshot snapshot, FactTable classes) = Made(dice);
        RowOrder order = new(snapshot, classes);
        for (int i = 0; i < classes.Count; i++)
        {
            int other = dice.Between(0, classes.Count - 1);
            Assert.Equal(Math.Sign(string.CompareOrdinal(classes.Key(i), classes.Key(other))), Math.Sign(order.Compare(i, other)));
        }
    });

    [Fact]
    public void Schools_are_ordered_by_their_own_ids_alone() => Dice.Check(50, dice =>
    {
        (Snapshot snapshot, _) = Made(dice);
        FactTable schools = snapshot.Table(BaseTables.School);
        int[] rows = [.. Enumerable.Range(0, schools.Count)];
        int[]? order = new RowOrder(snapshot, schools).Of(rows);
        Assert.Equal(rows.OrderBy(schools.Id, StringComparer.Ordinal), order is null ? rows : [.. order.Select(i => rows[i])]);
    });

    private static (Snapshot Snapshot, FactTable Classes) Made(Dice dice)
    {
        FactTable region = Table(BaseTables.Region, ["370322"], [-1], null);
        string[] schools = [.. Enumerable.Range(0, dice.Between(1, 8)).Select(_ => Id(dice))];
        FactTable school = Table(BaseTables.School, schools, new int[schools.Length], region);
        string[] classes = [.. Enumerable.Range(0, dice.Between(1, 40)).Select(_ => Id(dice))];
        FactTable ofSchools = Table(BaseTables.Class, classes, [.. classes.Select(_ => dice.Between(-1, schools.Length - 1))], school);
        DataReport report = new(ImmutableSortedDictionary<string, int>.Empty, 0, [], [], []);
        return (new Snapshot(BaseTables.Schema, null, null, [], [region, school, ofSchools], new Dictionary<int, ImmutableArray<string>>(), report), ofSchools);
    }

    private static string Id(Dice dice) => string.Concat(Enumerable.Range(0, dice.Between(1, 4)).Select(_ => dice.Pick(Letters)));

    private static FactTable Table(string name, string[] ids, int[] parents, FactTable? above) =>
        new(BaseTables.Schema.Table(name)!, RowIds.Of(ids), parents, above, [], new Dictionary<string, ChildList>());
}
