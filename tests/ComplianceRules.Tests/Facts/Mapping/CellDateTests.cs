using ComplianceRules.Facts;

namespace ComplianceRules.Tests.Facts;

public sealed class CellDateTests
{
    private static CellValue Read(string field, string cell) => new CellReader(MappingSchema.Field(field), CellWords.Default).Read(cell);

    [Theory]
    [InlineData("2025-09-01")]
    [InlineData("2025-9-1")]
    [InlineData("2025/9/1")]
    [InlineData("2025/09/01")]
    [InlineData("２０２５／９／１")]
    [InlineData("2025.9.1")]
    [InlineData("2025．09．01")]
    [InlineData("20250901")]
    [InlineData("２０２５０９０１")]
    [InlineData("2025年9月1日")]
    [InlineData("2025年09月01日")]
    [InlineData("2025-09-01 00:00:00")]
    [InlineData("2025-09-01T00:00:00")]
    [InlineData("2025-09-01 00:00:00.000")]
    [InlineData("2025/9/1 0:00")]
    [InlineData("2025/9/1　0：00：00")]
    [InlineData("2025年9月1日  00:00")]
    public void A_day_is_read_as_people_write_it(string cell) => Assert.Equal(CellValue.Of(new DateOnly(2025, 9, 1)), Read("opened", cell));

    [Theory]
    [InlineData("2025-02-29")]
    [InlineData("2025-02-31")]
    [InlineData("20250231")]
    [InlineData("2025.2.31 0:00")]
    [InlineData("2025-13-01")]
    [InlineData("2025-00-10")]
    [InlineData("1900-01-00")]
    [InlineData("1900/1/0 0:00")]
    [InlineData("0000-00-00")]
    [InlineData("00000000")]
    [InlineData("25/9/1")]
    [InlineData("9/1/2025")]
    [InlineData("2025-9")]
    [InlineData("2025.91")]
    [InlineData("202591")]
    [InlineData("2025091")]
    [InlineData("202509010")]
    [InlineData("45901")]
    [InlineData("2025-9/1")]
    [InlineData("2025年9月1")]
    [InlineData("2025-09-01 08:20")]
    [InlineData("2025-09-01 00:00:01")]
    [InlineData("2025-09-01 00:00:00.001")]
    [InlineData("2025-09-01 00:00:00.")]
    [InlineData("2025-09-01 24:00")]
    [InlineData("2025-09-01 12:00 AM")]
    [InlineData("2025-09-01T00:00:00Z")]
    [InlineData("2025-09-01 ab")]
    [InlineData(" 00:00")]
    [InlineData("T")]
    [InlineData("12025-09-01")]
    [InlineData("-2025-09-01")]
    public void What_is_no_day_or_says_more_than_a_day_is_a_wrong_type(string cell) => Assert.Equal(CellValue.WrongType, Read("opened", cell));

    [Theory]
    [InlineData("8:20", 500)]
    [InlineData("08:20", 500)]
    [InlineData("8：20", 500)]
    [InlineData("０８：２０", 500)]
    [InlineData("8:20:00", 500)]
    [InlineData("8时20分", 500)]
    [InlineData("8点20分", 500)]
    [InlineData("08点05分", 485)]
    [InlineData("8点5分", 485)]
    [InlineData("8点", 480)]
    [InlineData("8时", 480)]
    [InlineData("8点半", 510)]
    [InlineData("0:00", 0)]
    [InlineData("24:30", 1470)]
    [InlineData("24点30分", 1470)]
    public void A_time_is_read_as_people_write_it(string cell, int minutes) => Assert.Equal(CellValue.Of((double)minutes), Read("starts", cell));

    [Theory]
    [InlineData("8")]
    [InlineData("820")]
    [InlineData("8.20")]
    [InlineData("8:2")]
    [InlineData("8:60")]
    [InlineData("8:20:01")]
    [InlineData("8:20:00:00")]
    [InlineData("8:20:0")]
    [InlineData(":20")]
    [InlineData("48:00")]
    [InlineData("48点")]
    [InlineData("8点60分")]
    [InlineData("8点20")]
    [InlineData("8点20分30秒")]
    [InlineData("8点半分")]
    [InlineData("8点分")]
    [InlineData("点")]
    [InlineData("半")]
    [InlineData("-8点")]
    [InlineData("8点一刻")]
    [InlineData("下午2点")]
    [InlineData("8:20 PM")]
    [InlineData("2025-09-01 08:20")]
    [InlineData("8:20-9:00")]
    public void What_is_no_time_or_may_be_another_is_a_wrong_type(string cell) => Assert.Equal(CellValue.WrongType, Read("starts", cell));

    [Fact]
    public void A_time_past_midnight_is_no_value_of_a_scale_that_ends_there()
    {
        TableBuilder rows = new(MappingSchema.Value.Table("class")!);
        FieldSchema starts = MappingSchema.Field("starts");
        int row = rows.Rows.Make("1", -1);

        Assert.Equal(UnknownReason.OutOfRange, Read("starts", "25:00").Set(rows, row, starts));
        Assert.Null(Read("starts", "24:00").Set(rows, row, starts));
    }
}
