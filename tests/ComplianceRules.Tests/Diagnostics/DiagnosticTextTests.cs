using System.Reflection;
using System.Text.Json;
using ComplianceRules.Diagnostics;
using ComplianceRules.Tests.HouseRules;

namespace ComplianceRules.Tests.Diagnostics;

public sealed class DiagnosticTextTests
{
    private static readonly int[] Retired = [4022];

    [Fact]
    public void Every_code_has_its_text_and_every_text_its_code()
    {
        string[] texts = [.. DiagnosticTexts.Codes.Order(StringComparer.Ordinal)];
        Assert.NotEmpty(texts);
        Assert.Equal(Codes().Select(code => code.ToString()).Order(StringComparer.Ordinal), texts);
    }

    [Fact]
    public void No_number_is_given_twice() => NoFaults.In(Codes().CountBy(code => code.Number).Where(count => count.Value > 1).Select(count => $"CR{count.Key} is given twice"));

    [Fact]
    public void A_retired_number_is_not_given_again() => Assert.DoesNotContain(Codes(), code => Retired.Contains(code.Number));

    [Fact]
    public void Every_number_says_what_it_is_about() => Assert.All(Codes(), code => Assert.InRange(code.Number, 1001, 5999));

    [Fact]
    public void The_codes_of_one_file_have_their_texts_in_one_file()
    {
        string[] codes = [.. ByFile(DiagnosticAreaFiles.Numbers())];
        Assert.NotEmpty(codes);
        Assert.Equal(codes, ByFile(DiagnosticAreaFiles.Texts().Select(text => (text.File, text.Code))));
    }

    [Fact]
    public void Every_text_is_in_both_languages_and_teaches() => NoFaults.In(DiagnosticAreaFiles.Texts().SelectMany(text => DiagnosticTextGuard.Faults(text.Code, text.Texts)));

    [Theory]
    [InlineData("""{ "zh": "未知的键 `{0}`", "en": "unknown key `{1}`" }""", "has other placeholders in zh than in en")]
    [InlineData("""{ "zh": "未知的键" }""", "lacks a text in one language")]
    [InlineData("""{ "zh": "未知的键", "en": " " }""", "lacks a text in one language")]
    [InlineData("""{ "zh": "未知的键", "en": "unknown key", "help-en": "remove it" }""", "has help in one language only")]
    [InlineData("""{ "zh": "未知的键 `{1}`", "en": "unknown key `{1}`" }""", "leaves out a placeholder")]
    [InlineData("""{ "zh": "unknown key", "en": "unknown key" }""", "is not Chinese: unknown key")]
    [InlineData("""{ "zh": "未知的键", "en": "未知的键" }""", "is not English: 未知的键")]
    [InlineData("""{ "zh": "未知的键", "en": "unknown key." }""", "ends with a full stop")]
    [InlineData("""{ "zh": "未知的键。", "en": "unknown key" }""", "ends with a full stop")]
    [InlineData("""{ "zh": "未知的键", "en": "Unknown key" }""", "begins with a capital: Unknown key")]
    [InlineData("""{ "zh": "未知的键", "en": "not a JsonNode" }""", "names the C# type JsonNode")]
    [InlineData("""{ "zh": "未知的键 `{0}", "en": "unknown key `{0}`" }""", "has an odd number of backticks")]
    [InlineData("""{ "zh": "未知的键", "en": "unknown key", "hint": "a" }""", "has an unknown key `hint`")]
    public void Each_fault_is_seen(string texts, string expected) =>
        Assert.Contains($"CR1000: {expected}", DiagnosticTextGuard.Faults("CR1000", JsonDocument.Parse(texts).RootElement));

    [Theory]
    [InlineData("""{ "zh": "JSON 不以 `{{` 开头", "en": "JSON does not begin with `{{`" }""")]
    [InlineData("""{ "zh": "`{0}` 未知", "en": "`{0}` is not known", "help-zh": "可用 {1}", "help-en": "there is {1}" }""")]
    public void A_good_text_passes(string texts) => Assert.Empty(DiagnosticTextGuard.Faults("CR1000", JsonDocument.Parse(texts).RootElement));

    internal static IEnumerable<DiagnosticCode> Codes() => Named().Select(named => named.Code);

    internal static IEnumerable<(string Name, DiagnosticCode Code)> Named() =>
        from property in typeof(DiagnosticCodes).GetProperties(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static)
        where property.PropertyType == typeof(DiagnosticCode)
        select (property.Name, (DiagnosticCode)property.GetValue(null)!);

    private static IEnumerable<string> ByFile(IEnumerable<(string File, string Code)> codes) =>
        codes.GroupBy(code => code.File, code => code.Code).Select(file => string.Join(' ', file.Order(StringComparer.Ordinal))).Order(StringComparer.Ordinal);
}
