using System.Text;
using ComplianceRules.Diagnostics;
using ComplianceRules.Facts;
using ComplianceRules.Findings;
using ComplianceRules.Reports;

namespace ComplianceRules.Tests.Reports;

public sealed class HarmlessTextTests
{
    private const string Hostile = "a\u0000\u0007\u001b\u007f\u0085\u2028\u2029\u202a\u202e\u2066\u2069\ud840\ufffe\uffff z";

    public static TheoryData<string> Formats => [.. ReportFormats.All.Keys];

    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("班额 45 👩‍🏫 \u200e\u200f", "班额 45 👩‍🏫 \u200e\u200f")]
    [InlineData("a\tb\r\nc", "a\tb\r\nc")]
    [InlineData("\ud840\udc00", "\ud840\udc00")]
    [InlineData("\u0000\u001b[31m\u007f\u0085", "\uFFFD\uFFFD[31m\uFFFD\uFFFD")]
    [InlineData("\u2028\u2029\u202a\u202e\u2066\u2069", "\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD")]
    [InlineData("\ufffe\uffff", "\uFFFD\uFFFD")]
    [InlineData("", "")]
    public void Only_what_changes_the_text_around_it_is_replaced(string text, string shown) => Assert.Equal(shown, HarmlessText.Of(text));

    [Fact]
    public void Halves_of_characters_are_replaced() => Assert.Equal("\uFFFDa\uFFFD", HarmlessText.Of("\ud840a\udc00"));

    [Theory]
    [MemberData(nameof(Formats))]
    public void No_format_hands_on_a_control_character_or_half_of_one(string format)
    {
        string text = Text(format);
        Assert.DoesNotContain(text, c => char.IsControl(c) && c is not ('\t' or '\r' or '\n'));
        Assert.DoesNotContain("\ud840 ", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("csv")]
    [InlineData("markdown")]
    [InlineData("sarif")]
    [InlineData("junit")]
    public void No_format_that_people_look_at_lets_a_name_turn_a_line_around(string format) =>
        Assert.DoesNotContain(Text(format), c => c is (>= '\u2028' and <= '\u202E') or (>= '\u2066' and <= '\u2069'));

    private static string Text(string format)
    {
        Finding finding = SampleAssessment.Full.Findings[0];
        Subject row = new("class", "1", Hostile);
        Finding hostile = finding with { Subject = row, Message = new LocalText(Hostile, Hostile), Correction = new Correction(CorrectionKind.Cheapest, new LocalText(Hostile, Hostile)) };
        return Encoding.UTF8.GetString(Written.By(ReportFormats.All[format](new ReportOptions()), SampleAssessment.Full with { Findings = [hostile] }));
    }
}
