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
    [InlineData("yyyy/m/d;@", "45901", "2025-09-01")]
    [InlineData("[DBNum1][$-804]yyyy\"年\"m\"月\"d\"日\";@", "45901", "2025-09-01")]
    [InlineData("yyyy年m月d日", "45901", "2025-09-01")]
    [InlineData("yyyy\"年\"m\"月\"d\"日\" h\"时\"mm\"分\"", "45901.347222222219", "2025-09-01 08:20")]
    [InlineData("[h]:mm:ss", "1.0208449074074074", "24:30:01")]
    [InlineData("h:mm AM/PM;@", "0.75", "18:00")]
    [InlineData("[DBNum1]h\"时\"mm\"分\"", "0.5", "12:00")]
    [InlineData("0.00%", "0.1234", "12.34%")]
    [InlineData("0.0\"%\"", "12.5", "12.5%")]
    [InlineData("0\\%", "12", "12%")]
    [InlineData("# ??/??", "0.25", "0.25")]
    [InlineData("0.0E+00", "12345", "12345")]
    [InlineData("\"人\"0", "45", "45")]
    [InlineData("0\"分钟\"", "45", "45")]
    [InlineData("General\"人\"", "45", "45")]
    [InlineData("G/通用格式\"人\"", "45", "45")]
    [InlineData("[Red]General;[Blue]General", "45", "45")]
    [InlineData("_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * \"-\"??_ ;_ @_ ", "1234.5", "1234.5")]
    [InlineData("_-\"h\"* #,##0_-", "7", "7")]
    [InlineData("[$¥-804]#,##0.00", "7", "7")]
    [InlineData("[>100]0;0%", "101", "101")]
    [InlineData("[>100]0;0%", "0.5", "50%")]
    [InlineData("[>=1]0;[<0]0.0;0%", "0.5", "50%")]
    [InlineData("[<>1]0", "1", "1")]
    [InlineData("0;yyyy-m-d", "45901", "45901")]
    [InlineData("0%;-0%;0", "0", "0")]
    [InlineData("0%;0", "0", "0%")]
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
    [InlineData("yyyy\"年\"m\"月\"", "2025-09")]
    [InlineData("[$-804]yyyy\"年\"m\"月\";@", "2025-09")]
    [InlineData("mmm-yy", "2025-09")]
    [InlineData("m\"月\"d\"日\"", "09-01")]
    [InlineData("m/d h:mm", "09-01")]
    [InlineData("yyyy\"年\"", "2025")]
    [InlineData("m\"月\"", "9")]
    [InlineData("d\"日\"", "1")]
    public void What_a_format_hides_of_a_day_is_not_read(string format, string expected) =>
        Assert.Equal(expected, NumberText.Of("45901", NumberFormat.Of(format), from1904: false).Text);

    [Theory]
    [InlineData("mm:ss")]
    [InlineData("mm:ss.0")]
    [InlineData("[mm]:ss")]
    [InlineData("[s]")]
    [InlineData("dddd")]
    [InlineData("aaaa")]
    [InlineData("yyyy d")]
    public void A_part_of_a_time_or_week_that_could_be_taken_for_another_is_an_error(string format) =>
        Assert.Equal(CellFault.Error, NumberText.Of("45901.5", NumberFormat.Of(format), from1904: false).Fault);

    [Theory]
    [InlineData("\"")]
    [InlineData("[Red")]
    [InlineData("\\")]
    [InlineData("0;;;")]
    [InlineData("[>]0")]
    [InlineData("")]
    public void A_format_that_is_cut_off_shows_numbers_as_they_are(string format) =>
        Assert.Equal("45", NumberText.Of("45", NumberFormat.Of(format), from1904: false).Text);

    [Theory]
    [InlineData(0, "45901")]
    [InlineData(14, "2025-09-01")]
    [InlineData(31, "2025-09-01")]
    [InlineData(15, "2025-09-01")]
    [InlineData(16, "09-01")]
    [InlineData(17, "2025-09")]
    [InlineData(22, "2025-09-01")]
    [InlineData(27, "2025-09")]
    [InlineData(57, "2025-09")]
    [InlineData(58, "09-01")]
    [InlineData(32, "0:00")]
    [InlineData(55, "0:00")]
    [InlineData(20, "0:00")]
    [InlineData(10, "4590100%")]
    [InlineData(49, "45901")]
    public void Formats_that_every_workbook_has_need_no_code(int id, string expected) =>
        Assert.Equal(expected, NumberText.Of("45901", NumberFormat.OfBuiltIn(id), from1904: false).Text);
}
