using ComplianceRules.Facts;
using ComplianceRules.Spreadsheets.Tests.Contract;
using static ComplianceRules.Spreadsheets.Tests.WorkbookParts;

namespace ComplianceRules.Spreadsheets.Tests.Reading;

/// <summary>Units that a number format shows behind its numbers.</summary>
public sealed class FormatUnitTests
{
    [Theory]
    [InlineData("homework", "0.0&quot;小时&quot;", "1.5", null)]
    [InlineData("homework", "0.0&quot;小时/天&quot;;-0", "1.5", null)]
    [InlineData("homework", "0\\h", "2", null)]
    [InlineData("enrolment", "0&quot;分钟&quot;", "45", null)]
    [InlineData("homework", "0&quot;分钟&quot;", "30", 30.0)]
    [InlineData("homework", "&quot;约&quot;0", "30", 30.0)]
    [InlineData("enrolment", "0&quot;人&quot;", "45", 45.0)]
    [InlineData("enrolment", "#,##0_ ", "45", 45.0)]
    public void A_number_shown_in_another_unit_than_its_column_is_unknown_and_listed(string column, string format, string number, double? expected)
    {
        byte[] bytes = new WorkbookParts().Formats(format)
            .Sheet("class", Rows(["id", "school", column], ["1", "S", N("C2", number, 1)])).Bytes();

        Snapshot read = new SpreadsheetSnapshotSource(() => new MemoryStream(bytes), "b.xlsx").Read(ContractSchema.Value, new SnapshotOptions(), CancellationToken.None).Value;

        FactColumn? facts = read.Table("class").Column(column);
        Assert.Equal(expected, facts is NumberColumn numbers && numbers.IsKnown(0) ? numbers[0] : null);
        Assert.Equal(expected is null ? ["CR4099 b.xlsx[class!C2]"] : [], CsvFolder.Places(read.Data.Issues));
    }
}
