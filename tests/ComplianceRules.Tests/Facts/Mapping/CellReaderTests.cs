using ComplianceRules.Facts;
using FsCheck;
using FsCheck.Fluent;

namespace ComplianceRules.Tests.Facts;

public sealed class CellReaderTests
{
    private static readonly CellWords Words = new(CellWords.Set(["", "-", "/", "无", "未统计"]), CellWords.Set(["是", "有", "1"]), CellWords.Set(["否", "无", "0"]));

    private static CellValue Read(string field, string cell) => new CellReader(MappingSchema.Field(field), Words).Read(cell);

    [Theory]
    [InlineData("minutes", "45", 45)]
    [InlineData("minutes", "-1.5", -1.5)]
    [InlineData("minutes", "４５．５", 45.5)]
    [InlineData("minutes", "－３", -3)]
    [InlineData("minutes", "−3", -3)]
    [InlineData("minutes", "0.30000000000000004", 0.3)]
    [InlineData("share", "12%", 12)]
    [InlineData("share", "１２％", 12)]
    [InlineData("share", "12.5 %", 12.5)]
    [InlineData("share", "12", 12)]
    [InlineData("ratio", "12%", 0.12)]
    [InlineData("ratio", "7%", 0.07)]
    [InlineData("ratio", "0.1%", 0.001)]
    public void A_number_is_read_as_people_write_it(string field, string cell, double expected) => Assert.Equal(expected, Read(field, cell).Number);

    [Theory]
    [InlineData("minutes", "12%")]
    [InlineData("minutes", "1,234")]
    [InlineData("minutes", "1，234")]
    [InlineData("minutes", "1,5")]
    [InlineData("minutes", "45人")]
    [InlineData("minutes", "NaN")]
    [InlineData("minutes", "%")]
    [InlineData("share", "12%%")]
    [InlineData("boarding", "maybe")]
    [InlineData("kinds", "、")]
    public void A_cell_of_another_type_is_unknown_and_never_guessed(string field, string cell) => Assert.Equal(UnknownReason.WrongType, Read(field, cell).Unknown);

    [Theory]
    [InlineData("minutes", "")]
    [InlineData("minutes", "未统计")]
    [InlineData("remark", "/")]
    [InlineData("kind", "-")]
    [InlineData("boarding", "未统计")]
    public void A_null_word_says_nothing(string field, string cell) => Assert.Equal(UnknownReason.Absent, Read(field, cell).Unknown);

    [Theory]
    [InlineData("是", true)]
    [InlineData("１", true)]
    [InlineData("无", false)]
    [InlineData("0", false)]
    public void In_a_bool_column_true_and_false_come_before_null(string cell, bool expected) => Assert.Equal(CellValue.Of(expected), Read("boarding", cell));

    [Theory]
    [InlineData("true", true)]
    [InlineData("FALSE", false)]
    public void Without_words_of_its_own_a_mapping_knows_true_and_false(string cell, bool expected) =>
        Assert.Equal(CellValue.Of(expected), new CellReader(MappingSchema.Field("boarding"), CellWords.Default).Read(cell));

    [Theory]
    [InlineData("opened", "yyyyMMdd", "20250901", "2025-09-01")]
    [InlineData("starts", "H点m分", "8点5分", "8:05")]
    [InlineData("starts", "HHmm", "0820", "8:20")]
    public void A_format_takes_the_place_of_the_usual_ways(string field, string format, string cell, string usual)
    {
        CellReader cells = new(MappingSchema.Field(field), Words) { Format = format };

        Assert.Equal(Read(field, usual), cells.Read(cell));
        Assert.Equal(UnknownReason.WrongType, cells.Read(usual).Unknown);
    }

    [Theory]
    [InlineData("ordinary")]
    [InlineData("普通班")]
    [InlineData("ordinary class")]
    public void An_enum_is_read_by_its_key_or_either_title(string cell) => Assert.Equal("ordinary", Read("kind", cell).Text);

    [Theory]
    [InlineData("kind", "重点班")]
    [InlineData("kind", "Ordinary")]
    [InlineData("kinds", "普通班、重点班")]
    public void A_word_that_is_no_value_of_the_field_is_out_of_range(string field, string cell) => Assert.Equal(UnknownReason.OutOfRange, Read(field, cell).Unknown);

    [Theory]
    [InlineData("ordinary")]
    [InlineData("普通班、special", "ordinary", "special")]
    [InlineData("ordinary, special", "ordinary", "special")]
    [InlineData("ordinary;special；", "ordinary", "special")]
    [InlineData("special|ordinary，", "special", "ordinary")]
    public void A_set_may_be_separated_in_five_ways(string cell, params string[] expected) =>
        Assert.Equal<string>(expected.Length == 0 ? ["ordinary"] : expected, Read("kinds", cell).Keys);

    [Fact]
    public void Free_text_stays_as_it_is_written() => Assert.Equal("１２％　：", Read("remark", "１２％　：").Text);

    [Theory]
    [InlineData("1.1", "60", 66)]
    [InlineData("0.1", "3", 0.3)]
    [InlineData("1234567.1234567", "3", 3703701.3703701)]
    [InlineData("-2.5", "4", -10)]
    [InlineData("0", "60", 0)]
    public void A_factor_multiplies_exactly_in_decimal(string cell, string factor, double expected)
    {
        Assert.True(FactNumber.TryParse(factor, out double by));

        Assert.Equal(expected, new CellReader(MappingSchema.Field("minutes"), Words) { Factor = CellNumber.Of(by) }.Read(cell).Number);
    }

    [Theory]
    [InlineData("1,234.5", 1234.5)]
    [InlineData("1，234", 1234)]
    [InlineData("１，２３４．５", 1234.5)]
    [InlineData("-1,234", -1234)]
    [InlineData("+9,999", 9999)]
    [InlineData("12,345,678", 12345678)]
    [InlineData("999", 999)]
    [InlineData("1234", 1234)]
    [InlineData("0.125", 0.125)]
    [InlineData("1e3", 1000)]
    public void Separators_of_thousands_are_read_where_the_format_says_so(string cell, double expected) => Assert.Equal(CellValue.Of(expected), Grouped("minutes").Read(cell));

    [Theory]
    [InlineData("1,5")]
    [InlineData("1,23")]
    [InlineData("1,2345")]
    [InlineData("1234,567")]
    [InlineData("12,34,567")]
    [InlineData("0,125")]
    [InlineData("01,234")]
    [InlineData(",234")]
    [InlineData("1,")]
    [InlineData("1,,234")]
    [InlineData("1,234,")]
    [InlineData("1,234.5,6")]
    [InlineData("1.234,567")]
    [InlineData("1,234e5")]
    [InlineData("1, 234")]
    [InlineData("1、234")]
    [InlineData("1 234")]
    [InlineData("--1,234")]
    [InlineData(",")]
    [InlineData("，")]
    [InlineData("-,")]
    [InlineData("+")]
    public void Groups_of_another_size_than_three_are_never_guessed(string cell) => Assert.Equal(CellValue.WrongType, Grouped("minutes").Read(cell));

    [Fact]
    public void A_per_cent_may_have_separators_of_thousands() => Assert.Equal(1234, Grouped("share").Read("1,234 %").Number);

    [Fact]
    public void No_cell_whatever_it_says_makes_a_reader_throw() => Prop.ForAll(Cells().ToArbitrary(), cell => Assert.All(Readers(), reader => IsOneThing(reader.Read(cell)))).QuickCheckThrowOnFailure();

    private static CellReader Grouped(string field) => new(MappingSchema.Field(field), Words) { Format = "#,##0" };

    // Made of the signs that numbers, days and times are made of, and of anything else.
    private static Gen<string> Cells() => Gen.OneOf(
        Gen.Elements("0123456789０９:：.．,，-－−+%％/年月日时点半分 　Te|、；".ToCharArray()).ArrayOf().Select(c => new string(c)),
        ArbMap.Default.GeneratorFor<string>().Where(s => s is not null));

    private static IEnumerable<CellReader> Readers()
    {
        foreach (FieldSchema field in MappingSchema.Value.Table("class")!.Fields.Values)
        {
            CellReader usual = new(field, Words);
            yield return usual;
            if (field.Type == FieldType.Number) yield return Grouped(field.Name).In(Unit.One, new CellNumber(1, 2, 60));
            if (field.Type == FieldType.Date) yield return new CellReader(field, Words) { Format = "d.M.yyyy" };
            if (field.Type == FieldType.Time) yield return new CellReader(field, Words) { Format = "H点m分" };
        }
    }

    private static void IsOneThing(CellValue value)
    {
        Assert.True(double.IsFinite(value.Number));
        if (value.Unknown is not null) Assert.Equal((0, null, true), (value.Number, value.Text, value.Keys.IsDefault));
    }
}
