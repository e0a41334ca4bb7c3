using ComplianceRules.Diagnostics;
using ComplianceRules.Spreadsheets.Forms;

namespace ComplianceRules.Spreadsheets.Tests.Forms;

public sealed class FormTextsTests
{
    public static TheoryData<string> Keys => [.. FormTexts.Entries.Keys.Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Keys))]
    public void Each_text_stands_in_both_languages(string key)
    {
        LocalText text = FormTexts.Entries[key];
        Assert.False(string.IsNullOrWhiteSpace(text.Chinese));
        Assert.False(string.IsNullOrWhiteSpace(text.English));
        if (key != "about.option") Assert.Equal(Places(text.Chinese), Places(text.English));
    }

    [Theory]
    [InlineData("yes", true)]
    [InlineData("no", false)]
    public void The_words_for_true_and_false_are_read_as_such(string key, bool truth)
    {
        ComplianceRules.Facts.CellReader reader = new(new("bright", ComplianceRules.Facts.FieldType.Bool), ComplianceRules.Facts.CellWords.Default);
        Assert.Equal(truth ? 1 : 0, reader.Read(FormTexts.Entries[key].Chinese!).Number);
    }

    private static string Places(string text) => string.Concat(text.Where((c, i) => i > 0 && text[i - 1] == '{' && char.IsAsciiDigit(c)).Order());
}
