using System.Text;
using ComplianceRules.Facts;

namespace ComplianceRules.Tests.Facts;

public sealed class ColumnBuilderTests
{
    private readonly SnapshotBuilder _builder = new(SampleFacts.Schema, new SnapshotOptions());

    private TableBuilder Classes => _builder.Table("class");

    [Fact]
    public void Steps_and_numbers_fill_the_same_cells()
    {
        NumberColumnBuilder shares = Of<NumberColumnBuilder>("share");
        AddRows(3);
        shares.SetSteps(0, 3);
        Assert.True(shares.Set(1, 0.3));
        Assert.False(shares.Set(2, 100.1));
        NumberColumn column = Built<NumberColumn>("share");
        Assert.Equal((CellKind.UInt16, 0, 1000), (column.Cells.Kind, shares.Least, shares.Most));
        Assert.Equal([0.3, 0.3, 0], Enumerable.Range(0, 3).Select(row => column[row]));
        Assert.Equal(UnknownReason.OutOfRange, column.ReasonAt(2));
    }

    [Fact]
    public void A_number_that_is_on_its_step_but_for_a_rounding_is_that_step()
    {
        NumberColumnBuilder shares = Of<NumberColumnBuilder>("share");
        AddRows(4);
        shares.SetSteps(0, 7);
        shares.SetUnknown(1, UnknownReason.WrongType);
        Assert.True(shares.Set(2, 0.1 + 0.2));
        shares.SetSteps(3, 11);
        NumberColumn column = Built<NumberColumn>("share");
        Assert.Equal(CellKind.UInt16, column.Cells.Kind);
        Assert.Equal([0.7, 0, 0.3, 1.1], Enumerable.Range(0, 4).Select(row => column[row]));
    }

    [Fact]
    public void A_cell_that_is_no_longer_known_is_zero()
    {
        AddRows(2);
        NumberColumnBuilder enrolment = Of<NumberColumnBuilder>("enrolment");
        enrolment.SetSteps(0, 45);
        enrolment.SetUnknown(0, UnknownReason.WrongType);
        SetColumnBuilder clubs = Of<SetColumnBuilder>("clubs");
        clubs.Set(1, 5);
        clubs.SetUnknown(1, UnknownReason.OutOfRange);
        BoolColumnBuilder boarding = (BoolColumnBuilder)_builder.Table("school").ColumnOf(SampleFacts.Field("school", "boarding"));
        boarding.Set(0, true);
        boarding.SetUnknown(0, UnknownReason.WrongType);
        Assert.Equal(0, Built<NumberColumn>("enrolment").Cells.Bytes.IndexOfAnyExcept((byte)0) + 1);
        Assert.Equal(0, Built<SetColumn>("clubs").Cells.Bytes.IndexOfAnyExcept((byte)0) + 1);
        Assert.Equal(0, _builder.Build().Value.Table("school").Column("boarding")!.Cells.Bytes.IndexOfAnyExcept((byte)0) + 1);
    }

    [Fact]
    public void A_column_of_known_values_has_no_bits_for_them_even_where_a_row_without_one_was_left_out()
    {
        AddRows(70);
        for (int row = 0; row < 70; row++)
        {
            if (row != 9) Of<NumberColumnBuilder>("enrolment").SetSteps(row, row);
            if (row != 10) Of<DateColumnBuilder>("founded").Set(row, 700_000 + row);
        }

        Classes.Rows.Remove(9);
        Assert.True(Built<NumberColumn>("enrolment").IsTotal);
        Assert.False(Built<DateColumn>("founded").IsTotal);
        Assert.False(Built<DateColumn>("founded").IsKnown(9));
        Assert.Equal(10, Built<NumberColumn>("enrolment")[9]);
    }

    [Fact]
    public void Texts_are_the_same_as_UTF_8_or_as_text_however_many_there_are()
    {
        const int Count = 70_000;
        AddRows(Count + 1);
        TextColumnBuilder names = Of<TextColumnBuilder>("name");
        for (int row = 0; row < Count; row++)
        {
            if (row % 2 == 0) names.Set(row, Encoding.UTF8.GetBytes($"{row / 2}班"));
            else names.Set(row, $"{(row == Count - 1 ? Count : row / 2)}班");
        }

        TextColumn column = Built<TextColumn>("name");
        Assert.Equal((Count / 2) + 1, column.Dictionary.Length);
        Assert.Equal(["0班", "0班", "300班", "34999班", $"{Count}班", ""], ((int[])[0, 1, 600, Count - 2, Count - 1, Count]).Select(row => column[row]));
    }

    [Fact]
    public void Codes_of_options_stand_in_the_order_declared()
    {
        AddRows(3);
        EnumColumnBuilder stages = Of<EnumColumnBuilder>("stage");
        Assert.True(stages.SetCode(0, stages.OptionAt("senior"u8)));
        Assert.False(stages.SetCode(1, stages.OptionAt("Senior"u8)));
        TextColumn column = Built<TextColumn>("stage");
        Assert.Equal("primary junior senior", string.Join(' ', column.Dictionary));
        Assert.Equal(("senior", UnknownReason.OutOfRange, UnknownReason.Absent), (column[0], column.ReasonAt(1), column.ReasonAt(2)));
    }

    [Fact]
    public void A_text_with_half_a_character_is_unknown_and_never_another_text()
    {
        AddRows(2);
        Assert.False(Classes.SetText(0, SampleFacts.Field("class", "name"), "\uD83D"));
        Assert.False(Classes.SetText(0, SampleFacts.Field("class", "name"), "go\uDC00"));
        Assert.True(Classes.SetText(1, SampleFacts.Field("class", "name"), "\uFFFD"));
        TextColumn column = Built<TextColumn>("name");
        Assert.Equal((false, UnknownReason.WrongType, "\uFFFD"), (column.IsKnown(0), column.ReasonAt(0), column[1]));
        Assert.Equal("\uFFFD", Assert.Single(column.Dictionary));
    }

    [Fact]
    public void A_column_that_was_only_asked_for_is_not_there()
    {
        AddRows(1);
        _ = Of<NumberColumnBuilder>("enrolment");
        Assert.Null(_builder.Build().Value.Table("class").Column("enrolment"));
    }

    [Fact]
    public void Setting_cells_allocates_nothing_once_there_is_room()
    {
        NumberColumnBuilder enrolment = Of<NumberColumnBuilder>("enrolment");
        TextColumnBuilder names = Of<TextColumnBuilder>("name");
        Classes.Rows.Expected.Tell(5000);
        for (int warm = 0; warm < 2; warm++) Fill(enrolment, names, 0, 1000);
        long before = GC.GetAllocatedBytesForCurrentThread();
        Fill(enrolment, names, 1000, 5000);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private static void Fill(NumberColumnBuilder numbers, TextColumnBuilder texts, int from, int to)
    {
        for (int row = from; row < to; row++)
        {
            numbers.SetSteps(row, row % 200);
            texts.Set(row, row % 2 == 0 ? "大班"u8 : "small"u8);
        }
    }

    private void AddRows(int count)
    {
        _builder.Table("school").Add("s", -1);
        for (int row = 0; row < count; row++) Classes.Add($"{row}", 0);
    }

    private T Of<T>(string field)
        where T : ColumnBuilder => Assert.IsType<T>(Classes.ColumnOf(SampleFacts.Field("class", field)));

    private T Built<T>(string field)
        where T : FactColumn => Assert.IsType<T>(_builder.Build().Value.Table("class").Column(field));
}
