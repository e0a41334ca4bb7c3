using ComplianceRules.Spreadsheets.Forms;

namespace ComplianceRules.Spreadsheets.Tests.Forms;

public sealed class FormMarkTests
{
    [Fact]
    public void The_mark_of_an_example_is_a_digest_of_its_cells() =>
        Assert.Equal("#example:0637f312", FormMark.OfExample(["示例", "12", "8:30"]));

    [Fact]
    public void Blank_cells_and_the_order_of_the_columns_do_not_count_and_the_texts_do()
    {
        Assert.Equal(FormMark.OfExample(["a", "b"]), FormMark.OfExample(["a", "b", "", ""]));
        Assert.Equal(FormMark.OfExample(["a", "b"]), FormMark.OfExample(["b", "", "a"]));
        Assert.NotEqual(FormMark.OfExample(["a", "b"]), FormMark.OfExample(["ab"]));
        Assert.NotEqual(FormMark.OfExample(["a", "b"]), FormMark.OfExample(["a", "c"]));
    }

    [Theory]
    [InlineData("#compliance-rules:class", true, "class")]
    [InlineData("#compliance-rules:-", true, null)]
    [InlineData("#zh", false, null)]
    [InlineData("", false, null)]
    public void A_sheet_is_known_by_its_first_cell(string cell, bool isSheet, string? table)
    {
        Assert.Equal(isSheet, FormMark.IsSheet(cell, out string? read));
        Assert.Equal(table, read);
    }
}
