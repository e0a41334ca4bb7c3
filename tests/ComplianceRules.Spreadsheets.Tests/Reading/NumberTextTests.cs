using ComplianceRules.Facts;
using ComplianceRules.Spreadsheets.Reading;

namespace ComplianceRules.Spreadsheets.Tests.Reading;

public sealed class NumberTextTests
{
    [Theory]
    [InlineData("General", "0.30000000000000004", "0.3")]
    [InlineData("0.00", "12.5", "12.5")]
    [InlineData("0.00E+00", "1E+20", "100000000000000000000", true)]
    [InlineData("General", "1E-7", "0.0000001")]
    [InlineData("General", "-45", "-45")]
    [InlineData("General", "999999999999999", "999999999999999")]
    [InlineData("General", "3.7032219800101101E+17", "370322198001011000", true)]
    [InlineData("0%", "0.12", "12%")]
    [InlineData("0.0%", "0.28999999999999998", "29%")]
    [InlineData("yyyy\\-mm\\-dd", "45901", "2025-09-01")]
    [InlineData("yyyy\"年\"m\"月\"d\"日\";@", "45901", "2025-09-01")]
    [InlineData("[$-F800]dddd, mmmm dd, yyyy", "45901", "2025-09-01")]
    [InlineData("m/d/yy h:mm", "45901.347222222219", "2025-09-01 08:20")]
    [InlineData("yyyy-m-d", "1", "1900-01-01")]
    [InlineData("yyyy-m-d", "59", "1900-02-28")]
    [InlineData("yyyy-m-d", "61", "1900-03-01")]
    [InlineData("yyyy-m-d", "2958465", "9999-12-31")]
    [InlineData("h:mm", "0.34722222222222221", "8:20")]
    [InlineData("h\"时\"mm\"分\"", "0.34722222222222221", "8:20")]
    [InlineData("[$-409]h:mm:ss AM/PM", "0.34723379629629628", "8:20:01")]
    [InlineData("上午/下午h\"时\"mm\"分\"", "0.5", "12:00")]
    [InlineData("h:mm", "45901.347222222219", "8:20")]
    [InlineData("[h]:mm", "1.0208333333333333", "24:30")]
    [InlineData("[Red]0", "7", "7")]
    [InlineData("0\"h\"", "7", "7")]
    [InlineData("#,##0_ ", "1234", "1234")]
    [InlineData("@", "7", "7")]
    public void A_number_is_written_as_its_format_shows_it(string format, string stored, string expected, bool lost = false)
    {
        CellContent cell = NumberText.Of(stored, NumberFormat.Of(format), from1904: false);

        Assert.Equal((expected, lost ? CellFault.LostDigits : CellFault.None), (cell.Text, cell.Fault));
    }

    [Theory]
    [InlineData("yyyy-m-d", "0")]
    [InlineData("yyyy-m-d", "0.5")]
    [InlineData("yyyy-m-d", "60")]
    [InlineData("yyyy-m-d", "-1")]
    [InlineData("yyyy-m-d", "2958466")]
    [InlineData("h:mm", "-0.5")]
    [InlineData("[h]:mm", "1000000")]
    [InlineData("General", "NaN")]
    [InlineData("General", "1e400")]
    [InlineData("General", "1,5")]
    public void What_shows_as_no_number_day_or_time_is_an_error_with_what_is_stored(string format, string stored)
    {
        CellContent cell = NumberText.Of(stored, NumberFormat.Of(format), from1904: false);

        Assert.Equal((stored, CellFault.Error), (cell.Text, cell.Fault));
    }

    [Theory]
    [InlineData(0, "45901")]
    [InlineData(14, "2025-09-01")]
    [InlineData(31, "2025-09-01")]
    [InlineData(58, "2025-09-01")]
    [InlineData(20, "0:00")]
    [InlineData(10, "4590100%")]
    [InlineData(49, "45901")]
    public void Formats_that_every_workbook_has_need_no_code(int id, string expected) =>
        Assert.Equal(expected, NumberText.Of("45901", NumberFormat.OfBuiltIn(id), from1904: false).Text);
}
