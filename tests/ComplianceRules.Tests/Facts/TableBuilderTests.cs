using ComplianceRules.Facts;

namespace ComplianceRules.Tests.Facts;

public sealed class TableBuilderTests
{
    private readonly SnapshotBuilder _builder = new(SampleFacts.Schema, new SnapshotOptions());

    private TableBuilder Classes => _builder.Table("class");

    [Theory]
    [InlineData("enrolment", 0, true)]
    [InlineData("enrolment", 200, true)]
    [InlineData("enrolment", -1, false)]
    [InlineData("enrolment", 201, false)]
    [InlineData("enrolment", 45.5, false)]
    [InlineData("share", 0.3, true)]
    [InlineData("share", 99.9, true)]
    [InlineData("share", 0.35, false)]
    [InlineData("height", -1e300, true)]
    [InlineData("height", double.NaN, false)]
    [InlineData("height", double.PositiveInfinity, false)]
    public void A_number_is_known_where_range_and_step_allow_it(string field, double value, bool known)
    {
        int row = Classes.Add("1", -1);
        Assert.Equal(known, Classes.SetNumber(row, SampleFacts.Field("class", field), value));
        NumberColumn column = Column<NumberColumn>(field);
        Assert.Equal(known, column.IsKnown(0));
        Assert.Equal(known ? value : 0, column[0]);
        Assert.Equal(known ? UnknownReason.Absent : UnknownReason.OutOfRange, column.ReasonAt(0));
    }

    [Theory]
    [InlineData(17 * 60, true, 17 * 60)]
    [InlineData(30, true, (24 * 60) + 30)]
    [InlineData(6 * 60, true, 30 * 60)]
    [InlineData((6 * 60) + 1, false, 0)]
    [InlineData(16 * 60, false, 0)]
    public void A_time_is_placed_on_the_scale_of_its_field(int minutes, bool known, int placed)
    {
        int row = Classes.Add("1", -1);
        Assert.Equal(known, Classes.SetTime(row, SampleFacts.Field("class", "ends"), minutes));
        Assert.Equal(placed, Column<TimeColumn>("ends")[0]);
        Assert.Equal(known, Column<TimeColumn>("ends").IsKnown(0));
    }

    [Fact]
    public void A_set_keeps_its_declared_values_in_declared_order()
    {
        int row = Classes.Add("1", -1);
        Assert.True(Classes.SetSet(row, SampleFacts.Field("class", "clubs"), ["football", "go", "football"]));
        Assert.Equal("go football", string.Join(' ', Column<SetColumn>("clubs")[0]));
    }

    [Fact]
    public void A_set_with_one_undeclared_value_is_unknown()
    {
        int row = Classes.Add("1", -1);
        Assert.False(Classes.SetSet(row, SampleFacts.Field("class", "clubs"), ["go", "chess"]));
        SetColumn column = Column<SetColumn>("clubs");
        Assert.Empty(column[0]);
        Assert.Equal(UnknownReason.OutOfRange, column.ReasonAt(0));
    }

    [Fact]
    public void An_enum_wants_one_of_its_keys_and_a_text_takes_any()
    {
        int row = Classes.Add("1", -1);
        Assert.False(Classes.SetText(row, SampleFacts.Field("class", "stage"), "Primary"));
        Assert.True(Classes.SetText(row, SampleFacts.Field("class", "name"), "Primary"));
        Assert.False(Column<TextColumn>("stage").IsKnown(0));
        Assert.Empty(Column<TextColumn>("stage")[0]);
        Assert.Equal("Primary", Column<TextColumn>("name")[0]);
    }

    [Fact]
    public void A_value_set_again_takes_the_place_of_the_first()
    {
        int row = Classes.Add("1", -1);
        FieldSchema field = SampleFacts.Field("class", "enrolment");
        Classes.SetUnknown(row, field, UnknownReason.WrongType);
        Classes.SetNumber(row, field, 40);
        Classes.SetNumber(row, field, 400);
        Assert.False(Column<NumberColumn>("enrolment").IsKnown(0));
        Assert.Equal(0, Column<NumberColumn>("enrolment")[0]);
    }

    [Fact]
    public void Bool_and_date_are_kept_and_a_field_that_no_row_gives_has_no_column()
    {
        int row = Classes.Add("1", -1);
        int school = _builder.Table("school").Add("s", -1);
        Classes.SetDate(row, SampleFacts.Field("class", "founded"), new DateOnly(2024, 2, 29));
        _builder.Table("school").SetBool(school, SampleFacts.Field("school", "boarding"), true);
        Snapshot snapshot = _builder.Build().Value;
        Assert.Equal(new DateOnly(2024, 2, 29), Assert.IsType<DateColumn>(snapshot.Table("class").Column("founded"))[0]);
        Assert.True(Assert.IsType<BoolColumn>(snapshot.Table("school").Column("boarding"))[0]);
        Assert.Null(snapshot.Table("class").Column("enrolment"));
    }

    [Fact]
    public void An_id_is_taken_once_in_a_table_of_schools_and_once_below_each_school_in_a_table_of_classes()
    {
        TableBuilder schools = _builder.Table("school");
        int first = schools.Add("a", -1);
        int second = schools.Add("b", -1);
        Assert.Equal(-1, schools.Add("a", 5));
        Assert.Equal(first, schools.Find("a", 7));
        Assert.Equal(0, Classes.Add("1", first));
        Assert.Equal(1, Classes.Add("1", second));
        Assert.Equal(-1, Classes.Add("1", second));
        Assert.Equal(1, Classes.Find("1", second));
        Assert.Equal(-1, Classes.Find("1", -1));
        Assert.Equal(2, Classes.Count);
    }

    [Fact]
    public void Many_rows_keep_their_values()
    {
        FieldSchema field = SampleFacts.Field("class", "height");
        for (int row = 0; row < 1000; row++)
        {
            Classes.Add($"{row}", -1);
            if (row % 3 == 0) Classes.SetNumber(row, field, row);
        }

        NumberColumn column = Column<NumberColumn>("height");
        Assert.Equal(Enumerable.Range(0, 1000).Where(r => r % 3 == 0), Enumerable.Range(0, 1000).Where(column.IsKnown));
        Assert.Equal(999, column[999]);
        Assert.Equal(0, column[998]);
    }

    private T Column<T>(string field)
        where T : FactColumn => Assert.IsType<T>(_builder.Build().Value.Table("class").Column(field));
}
