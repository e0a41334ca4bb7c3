using System.Text;
using ComplianceRules.Facts;
using FsCheck.Fluent;

namespace ComplianceRules.Tests.Facts;

public sealed class RowStoreTests
{
    [Fact]
    public void An_id_is_taken_within_its_run_whether_ids_ascend_or_not()
    {
        RowStore rows = new(globalIds: false);
        foreach (string id in (string[])["9", "10", "2", "a", "11"]) Assert.True(rows.Name(rows.Reserve(), id, 3));
        foreach (string id in (string[])["9", "2", "11"]) Assert.False(rows.Name(rows.Reserve(), id, 3));
        Assert.True(rows.Name(rows.Reserve(), "9", 4));
        Assert.False(rows.Name(rows.Reserve(), "9", 4));
    }

    [Fact]
    public void An_id_of_the_whole_table_is_taken_below_any_parent_whether_ids_ascend_or_not()
    {
        RowStore rows = new(globalIds: true);
        string[] ids = ["9", "10", "11", "2", "a", "12"];
        for (int row = 0; row < ids.Length; row++) Assert.Equal(row, rows.Add(ids[row], row % 2));
        foreach (string id in ids) Assert.Equal(-1, rows.Add(id, 5));
        for (int row = 0; row < ids.Length; row++) Assert.Equal(row, rows.Find(ids[row], -1));
        rows.Remove(1);
        Assert.Equal(-1, rows.Find("10", 0));
        Assert.Equal(ids.Length, rows.Add("10", 0));
    }

    [Fact]
    public void The_id_of_a_removed_row_of_the_whole_table_is_free_though_ids_ascend()
    {
        RowStore rows = new(globalIds: true);
        for (int i = 1; i < 5; i++) rows.Add($"{i}", 0);
        rows.Remove(3);
        Assert.Equal(4, rows.Add("4", 0));
        Assert.Equal(-1, rows.Add("4", 1));
    }

    [Fact]
    public void A_row_is_at_a_number_where_it_would_be_found_there()
    {
        RowStore rows = new(globalIds: false);
        rows.Add("1", 0);
        rows.Add("1", 1);
        rows.Reserve();
        Assert.True(rows.IsAt(1, "1"u8, 1));
        Assert.False(rows.IsAt(1, "1"u8, 0));
        Assert.False(rows.IsAt(1, "2"u8, 1));
        Assert.False(rows.IsAt(2, ""u8, 1));
        Assert.False(rows.IsAt(3, "1"u8, 1));
        rows.Remove(1);
        Assert.False(rows.IsAt(1, "1"u8, 1));
    }

    [Fact]
    public void An_id_is_taken_where_the_rows_of_a_parent_are_scattered()
    {
        RowStore rows = new(globalIds: false);
        Assert.Equal(0, rows.Add("1", 0));
        Assert.Equal(1, rows.Add("1", 1));
        Assert.Equal(2, rows.Add("2", 0));
        Assert.Equal(-1, rows.Add("1", 0));
        Assert.Equal(-1, rows.Add("2", 0));
        Assert.Equal(3, rows.Add("2", 1));
        Assert.Equal(3, rows.Find("2", 1));
        Assert.Equal(-1, rows.Find("3", 1));
    }

    [Fact]
    public void The_id_of_a_removed_row_is_free_again()
    {
        RowStore rows = new(globalIds: false);
        for (int i = 0; i < 5; i++) rows.Add($"{9 - i}", 0);
        rows.Remove(2);
        Assert.Equal(5, rows.Add("7", 0));
        Assert.Equal(-1, rows.Add("7", 0));
        Assert.Equal(-1, rows.Add("8", 0));
        rows.Remove(5);
        Assert.Equal(-1, rows.Find("7", 0));
        Assert.Equal(6, rows.Add("7", 0));
        Assert.Equal(5, rows.Count);
    }

    [Fact]
    public void A_row_waiting_for_its_name_is_found_by_no_id()
    {
        RowStore rows = new(globalIds: false);
        int waiting = rows.Reserve();
        rows.Add("2", 0);
        Assert.Equal(-1, rows.Find("", -1));
        Assert.True(rows.Name(waiting, "1", 0));
        Assert.Equal(waiting, rows.Find("1", 0));
        Assert.False(rows.Name(rows.Reserve(), "1", 0));
    }

    [Fact]
    public void A_given_row_takes_the_place_of_a_made_one()
    {
        RowStore rows = new(globalIds: true);
        int made = rows.Make("370322", -1);
        Assert.Equal(made, rows.Make("370322", -1));
        int given = rows.Reserve();
        Assert.True(rows.Name(given, "370322", -1));
        Assert.True(rows.IsRemoved(made));
        Assert.Equal(given, rows.Current(made));
        Assert.Equal(given, rows.Find("370322", -1));
        Assert.False(rows.IsMade(given));
    }

    [Fact]
    public void Half_a_character_is_no_id()
    {
        RowStore rows = new(globalIds: true);
        rows.Add("\uFFFD", -1);
        rows.Add("a\uFFFD", -1);
        foreach (string id in (string[])["\uD83D", "a\uDC00", "\uDC00\uD83D"])
        {
            Assert.Throws<ArgumentException>(() => rows.Add(id, -1));
            Assert.Equal(-1, rows.Find(id, -1));
        }

        Assert.Equal(2, rows.Length);
    }

    [Fact]
    public void Ids_of_any_length_are_kept_and_found()
    {
        RowStore rows = new(globalIds: true);
        string[] ids = [.. Enumerable.Range(0, 300).Select(i => new string('长', i * 7) + i)];
        ids = [.. ids, new string('x', 70_000), "y", new string('z', 254), new string('z', 255), new string('z', 65_535), new string('z', 65_536)];
        foreach (string id in ids) rows.Add(id, -1);
        Assert.Equal(Enumerable.Range(0, ids.Length), ids.Select(id => rows.Find(Encoding.UTF8.GetBytes(id), -1)));
        Assert.Equal(ids, Enumerable.Range(0, ids.Length).Select(rows.Id));
    }

    [Fact]
    public void Ids_below_parents_are_taken_as_a_set_of_pairs_would_have_them() =>
        FsCheck.Check.QuickThrowOnFailure(Prop.ForAll<(byte Id, byte Parent, bool Removes)[]>(steps =>
        {
            RowStore rows = new(globalIds: false);
            Dictionary<(string, int), int> model = [];
            foreach ((byte id, byte parent, bool removes) in steps)
            {
                (string, int) key = ($"{id % 6}", (parent % 4) - 1);
                if (removes && model.Remove(key, out int gone)) rows.Remove(gone);
                else Assert.Equal(model.TryAdd(key, rows.Length), rows.Add(key.Item1, key.Item2) >= 0);
            }

            foreach (((string id, int parent), int row) in model) Assert.Equal(row, rows.Find(id, parent));
            Assert.Equal(model.Count, rows.Count);
        }));
}
