using System.Globalization;
using ComplianceRules.Diagnostics;
using ComplianceRules.Spreadsheets.Proposals;

namespace ComplianceRules.Spreadsheets.Tests.Proposals;

public sealed class RemarkTextsTests
{
    public static TheoryData<string> Keys => [.. RemarkTexts.Entries.Keys.Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Keys))]
    public void Each_remark_stands_in_both_languages_with_the_same_placeholders(string key)
    {
        LocalText text = RemarkTexts.Of(key);
        Assert.False(string.IsNullOrWhiteSpace(text.Chinese));
        Assert.DoesNotContain(text.English!, c => c is >= '\u4e00' and <= '\u9fff');
        for (int i = 0; i < 5; i++)
        {
            string mark = string.Create(CultureInfo.InvariantCulture, $"{{{i}}}");
            Assert.Equal(text.English!.Contains(mark, StringComparison.Ordinal), text.Chinese!.Contains(mark, StringComparison.Ordinal));
        }
    }
}
