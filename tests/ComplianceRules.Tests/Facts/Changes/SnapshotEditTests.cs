using System.Text;
using ComplianceRules.Facts;
using ComplianceRules.Tests.Engine;

namespace ComplianceRules.Tests.Facts.Changes;

public sealed class SnapshotEditTests
{
    private static readonly FieldSchema Number = new("n", FieldType.Number) { Unit = Unit.One, Range = new NumberRange(0, 200), Step = 1 };
    private static readonly FieldSchema Text = new("x", FieldType.Text);

    [Fact]
    public void A_built_snapshot_shares_what_was_not_changed_and_leaves_the_first_as_it_was()
    {
        Snapshot first = Read("\"enrolment\": 40, \"bright\": true");
        SnapshotEdit edit = new(first);
        Assert.True(edit.Table("class").SetNumber(0, "enrolment", 41));
        Snapshot second = edit.Build();
        Assert.Equal(40, ((NumberColumn)first.Table("class").Column("enrolment")!)[0]);
        Assert.Equal(41, ((NumberColumn)second.Table("class").Column("enrolment")!)[0]);
        Assert.Same(first.Table("class").Column("bright"), second.Table("class").Column("bright"));
        Assert.Equal("s/1", second.Table("class").Key(0));
    }

    [Theory]
    [InlineData(301)]
    [InlineData(-1)]
    [InlineData(40.5)]
    [InlineData(double.NaN)]
    public void A_number_that_the_field_cannot_have_is_unknown_for_that(double value)
    {
        SnapshotEdit edit = new(Read("\"enrolment\": 40"));
        Assert.False(edit.Table("class").SetNumber(0, "enrolment", value));
        FactColumn column = edit.Build().Table("class").Column("enrolment")!;
        Assert.False(column.IsKnown(0));
        Assert.Equal(UnknownReason.OutOfRange, column.ReasonAt(0));
    }

    [Fact]
    public void A_column_begins_with_its_first_value_and_ends_with_its_last()
    {
        Snapshot first = Read("\"enrolment\": 40");
        SnapshotEdit begun = new(first);
        begun.Table("class").SetBool(0, "bright", true);
        Assert.True(begun.Table("class").SetTime(0, "starts", 480));
        begun.Table("class").Clear(0, "enrolment");
        Snapshot second = begun.Build();
        Assert.True(((BoolColumn)second.Table("class").Column("bright")!)[0]);
        Assert.Equal(480, ((TimeColumn)second.Table("class").Column("starts")!)[0]);
        Assert.Null(second.Table("class").Column("enrolment"));
        Assert.Same(first, new SnapshotEdit(first).Build());
    }

    [Fact]
    public void A_fact_that_lists_follow_from_is_refused()
    {
        SnapshotEdit edit = new(Read("\"grade\": 1"));
        Assert.Throws<ArgumentException>(() => edit.Table("class").SetNumber(0, "grade", 2));
        Assert.Throws<ArgumentException>(() => edit.Table("class").SetText(0, "stage", "primary"));
        Assert.Throws<ArgumentException>(() => edit.Table("school").SetText(0, "schooling_system", "5-4"));
    }

    [Fact]
    public void Names_types_and_rows_that_are_not_there_are_refused_and_so_are_changes_after_the_end()
    {
        SnapshotEdit edit = new(Read("\"enrolment\": 40"));
        TableEdit classes = edit.Table("class");
        Assert.Throws<KeyNotFoundException>(() => edit.Table("dragon"));
        Assert.Throws<ArgumentException>(() => classes.SetNumber(0, "dragons", 1));
        Assert.Throws<ArgumentException>(() => classes.SetBool(0, "enrolment", true));
        Assert.Throws<ArgumentOutOfRangeException>(() => classes.SetNumber(1, "enrolment", 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => classes.SetNumber(-1, "enrolment", 1));
        edit.Build();
        Assert.Throws<InvalidOperationException>(() => classes.SetNumber(0, "enrolment", 1));
    }

    [Fact]
    public void A_number_that_is_on_its_step_but_for_a_rounding_is_that_step()
    {
        ColumnEdit edit = new(Number, new NumberColumn(Number, [1, 2, 3], [0b111], new Dictionary<int, UnknownReason>()), 3);
        edit.PutNumber(1, 2.0000000000000004);
        NumberColumn column = Assert.IsType<NumberColumn>(edit.Make());
        Assert.Equal(CellKind.Byte, column.Cells.Kind);
        Assert.Equal([1, 2, 3], Enumerable.Range(0, 3).Select(row => column[row]));
    }

    [Fact]
    public void Codes_become_wider_with_the_texts()
    {
        const int Rows = 700;
        ColumnEdit edit = new(Text, null, Rows);
        for (int row = 0; row < Rows; row++) edit.PutText(row, $"{row}");
        edit.Forget(3, UnknownReason.WrongType);
        TextColumn column = Assert.IsType<TextColumn>(edit.Make());
        Assert.Equal("699", column[Rows - 1]);
        Assert.Equal(UnknownReason.WrongType, column.ReasonAt(3));
        Assert.Equal(Rows - 1, Enumerable.Range(0, Rows).Count(column.IsKnown));
    }

    private static Snapshot Read(string facts)
    {
        using Packs.TempPacks folder = Packs.TempPacks.One(Packs.PackText.Pack());
        FactSchema schema = Judged.Catalogue(folder.Path).Value.Schema;
        byte[] json = Encoding.UTF8.GetBytes(Judged.School($$"""{ "id": "1", {{facts}} }"""));
        return new JsonSnapshotSource(() => new MemoryStream(json), "made.json").Read(schema, new SnapshotOptions(), CancellationToken.None).Value;
    }
}
