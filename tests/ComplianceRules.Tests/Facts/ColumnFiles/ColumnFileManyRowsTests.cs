using System.Collections.Immutable;
using System.Globalization;
using ComplianceRules.Facts;

namespace ComplianceRules.Tests.Facts;

/// <summary>Files with so many rows that they are looked at by vectors and piece by piece: what is wrong is found wherever it stands.</summary>
public sealed class ColumnFileManyRowsTests
{
    private const int Rows = 300_033;
    private const int Schools = 100;

    private static readonly FactSchema Schema = SampleFacts.Schema;
    private static readonly RowIds Ids = RowIds.Of([.. Enumerable.Range(0, Rows).Select(Text)]);

    // Pieces end where blocks of the file do, and nobody but the writer knows where that is; so every 12,289th, and the ends.
    private static readonly int[] Places = [0, 1, 63, 64, .. Enumerable.Range(1, 24).Select(i => i * 12_289), Rows - 34, Rows - 33, Rows - 2, Rows - 1];

    [Fact]
    public void Many_rows_that_hold_together_are_read()
    {
        FactTable read = ColumnFile.Read(ColumnFile.Of(Many())).Value.Table("class");
        Assert.Equal((Rows, "300032"), (read.Count, read.Id(Rows - 1)));
    }

    [Fact]
    public void An_impossible_cell_of_a_byte_is_found_wherever_it_stands() =>
        Assert.All(Places, at => Assert.Equal("CR4154", Codes(Many(column: Enrolment(cells => cells[at] = 201)))));

    [Fact]
    public void An_impossible_number_is_found_wherever_it_stands() =>
        Assert.All(Places, at => Assert.Equal("CR4154", Codes(Many(column: Heights(at, double.NaN)))));

    [Fact]
    public void Parents_that_fall_are_found_wherever_that_is() =>
        Assert.All(Places.Where(p => p is > 0 and < Rows - 1), at => Assert.Equal("CR4154", Codes(Many(parents => parents[at] = parents[at - 1] - 1))));

    [Fact]
    public void Ids_that_begin_before_the_one_before_them_are_found_wherever_they_stand() => Assert.All(Places.Where(p => p is > 0 and < Rows - 1), at =>
    {
        int[] starts = Ids.Starts.ToArray();
        starts[at] = starts[at + 1] + 1;
        Assert.Equal("CR4154", Codes(Many(ids: new RowIds(Ids.Utf8.ToArray(), starts))));
    });

    [Fact]
    public void Bytes_that_are_no_text_are_found_wherever_they_stand() => Assert.All(Places, at =>
    {
        byte[] utf8 = Ids.Utf8.ToArray();
        utf8[at] = 0xFF;
        Assert.Equal("CR4154", Codes(Many(ids: new RowIds(utf8, Ids.Starts.ToArray()))));
    });

    [Fact]
    public void Ids_beyond_ASCII_are_read_wherever_they_stand()
    {
        RowIds ids = RowIds.Of([.. Enumerable.Range(0, Rows).Select(i => i % 1000 == 7 ? $"班{Text(i)}" : Text(i))]);
        Assert.Equal("班299007", ColumnFile.Read(ColumnFile.Of(Many(ids: ids))).Value.Table("class").Id(299_007));
    }

    [Fact]
    public void A_list_that_is_not_the_rows_below_is_found_wherever_it_stands()
    {
        Assert.Equal(string.Empty, Codes(Lists((_, _) => { })));
        for (int school = 0; school < Schools; school++)
        {
            foreach (int by in (int[])[-1, 1, int.MinValue / 2, Rows])
            {
                Assert.Equal("CR4154", Codes(Lists((starts, _) => starts[school] += by)));
                Assert.Equal("CR4154", Codes(Lists((_, ends) => ends[school] += by)));
            }

            if (school > 0) Assert.Equal("CR4154", Codes(Lists((starts, ends) => ends[school - 1] = ++starts[school])));
        }
    }

    [Fact]
    public void Checked_lists_tell_the_first_rows_below_as_parents_do()
    {
        foreach (Snapshot made in (Snapshot[])[ColumnFile.Small(), Lists((_, _) => { }), Many()])
        {
            Snapshot read = ColumnFile.Read(ColumnFile.Of(made)).Value;
            foreach (FactTable table in read.Tables)
            {
                FactTable? above = table.Schema.Parent is { } parent ? read.Table(parent) : null;
                FactTable byParents = new(table.Schema, table.Ids, table.Parents.ToArray(), above, [], NoLists);
                Assert.Equal(byParents.StartsBelow, table.StartsBelow);
                Assert.Equal(byParents.FirstsBelow, table.FirstsBelow);
            }

            Assert.True(read.Table("class").AreListsChecked);
        }
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Codes(Snapshot snapshot) => ColumnFile.Read(ColumnFile.Of(snapshot)).Diagnostics.Codes();

    private static NumberColumn Enrolment(Action<byte[]> change)
    {
        byte[] cells = new byte[Rows];
        cells.AsSpan().Fill(40);
        change(cells);
        FieldSchema field = SampleFacts.Field("class", "enrolment");
        return new NumberColumn(field, (CellCoding.Of(field) with { Kind = CellKind.Byte }, CellStore.Of<byte>(CellKind.Byte, Rows, cells)), null, ImmutableDictionary<int, UnknownReason>.Empty);
    }

    private static NumberColumn Heights(int at, double number)
    {
        double[] cells = new double[Rows];
        cells[at] = number;
        return new NumberColumn(SampleFacts.Field("class", "height"), (CellCoding.Plain, CellStore.Of<double>(CellKind.Double, Rows, cells)), null, ImmutableDictionary<int, UnknownReason>.Empty);
    }

    // Classes of 300 schools, a thousand each, the last 33 without a school.
    private static Snapshot Many(Action<int[]>? parents = null, RowIds? ids = null, FactColumn? column = null)
    {
        int[] above = [.. Enumerable.Range(0, Rows).Select(row => row < 300_000 ? row / 1000 : -1)];
        parents?.Invoke(above);
        FactTable school = new(Schema.Table("school")!, RowIds.Of([.. Enumerable.Range(0, 300).Select(Text)]), Enumerable.Repeat(-1, 300).ToArray(), null, [], NoLists);
        return Of(school, new FactTable(Schema.Table("class")!, ids ?? Ids, above, school, column is null ? [] : [column], NoLists));
    }

    // Three classes for each school but each fifth, which has none; one class without a school.
    private static Snapshot Lists(Action<int[], int[]> change)
    {
        int[] counts = [.. Enumerable.Range(0, Schools).Select(s => s % 5 == 4 ? 0 : 3)];
        int[] ends = [.. Enumerable.Range(0, Schools).Select(s => counts[..(s + 1)].Sum())];
        int[] starts = [0, .. ends[..^1]];
        int[] parents = [.. Enumerable.Range(0, Schools).SelectMany(s => Enumerable.Repeat(s, counts[s])), -1];
        change(starts, ends);
        Dictionary<string, ChildList> lists = new() { ["classes"] = new ChildList("class", starts, ends, new ulong[2], null) };
        FactTable school = new(Schema.Table("school")!, RowIds.Of([.. Enumerable.Range(0, Schools).Select(Text)]), Enumerable.Repeat(-1, Schools).ToArray(), null, [], lists);
        return Of(school, new FactTable(Schema.Table("class")!, RowIds.Of([.. Enumerable.Range(0, parents.Length).Select(Text)]), parents, school, [], NoLists));
    }

    private static Dictionary<string, ChildList> NoLists => [];

    private static Snapshot Of(params FactTable[] given)
    {
        IEnumerable<FactTable> others = Schema.Tables.Values.Where(t => given.All(g => g.Schema != t)).Select(t => new FactTable(t, RowIds.Of([]), default, null, [], NoLists));
        DataReport report = new(ImmutableSortedDictionary.Create<string, int>(StringComparer.Ordinal), 0, [], [], []);
        return new Snapshot(Schema, null, null, [], given.Concat(others), ImmutableDictionary<int, ImmutableArray<string>>.Empty, report);
    }
}
