using System.Reflection;
using System.Text.RegularExpressions;
using ComplianceRules.Cli.Texts;
using ComplianceRules.Diagnostics;
using ComplianceRules.PostgreSql;

namespace ComplianceRules.Cli.Tests.Texts;

public sealed partial class WordsTests
{
    public static TheoryData<string> Keys => [.. TextTable.Entries.Keys.Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Keys))]
    public void Each_text_stands_in_both_languages_with_the_same_placeholders(string key)
    {
        LocalText text = TextTable.Entries[key];
        Assert.False(string.IsNullOrWhiteSpace(text.Chinese));
        Assert.False(string.IsNullOrWhiteSpace(text.English));
        Assert.Equal(Placeholders(text.Chinese), Placeholders(text.English));
        Assert.DoesNotContain(text.English, c => c is >= '\u4e00' and <= '\u9fff');
    }

    [Fact]
    public void Each_text_is_said_by_a_member_and_each_member_has_a_text()
    {
        string[] members = [.. Members().Select(m => m.Name)];
        string[] keys = [.. TextTable.Entries.Keys.Where(k => !k.Contains('.', StringComparison.Ordinal))];
        Assert.Equal(keys.Order(StringComparer.Ordinal), members.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Each_member_takes_as_many_arguments_as_its_text_has_placeholders() =>
        Assert.All(Members().OfType<MethodInfo>(), m => Assert.Equal(m.GetParameters().Length, Placeholders(TextTable.Entries[m.Name].English!).Count));

    [Theory]
    [InlineData(TextLanguage.Chinese)]
    [InlineData(TextLanguage.English)]
    public void Every_enum_value_that_is_shown_has_a_name(TextLanguage language)
    {
        Words words = new(language);
        Assert.All(Enum.GetValues<Findings.Verdict>(), v => Assert.NotEmpty(words.Of(v)));
        Assert.All(Enum.GetValues<Findings.Severity>(), s => Assert.NotEmpty(words.Of(s) + words.HeadingOf(s)));
        Assert.All(Enum.GetValues<ComplianceRules.Packs.Binding>(), b => Assert.NotEmpty(words.Of(b)));
        Assert.All(Enum.GetValues<ComplianceRules.Packs.ValueRole>(), r => Assert.NotEmpty(words.TrailOf(r, "1", "a", "1.0")));
        Assert.All(Enum.GetValues<Facts.UnknownReason>(), r => Assert.NotEmpty(words.Of(r)));
        Assert.All(Enum.GetValues<PostgreSqlAddressFault>().Where(f => f != PostgreSqlAddressFault.None), f => Assert.NotEmpty(words.AddressFaultOf(f.ToString())));
        Assert.All(Enum.GetValues<ComplianceRules.Proofs.ProofOutcome>(), o => Assert.NotEmpty(words.Of(o)));
    }

    [GeneratedRegex(@"\{\d\}")]
    private static partial Regex Placeholder();

    private static SortedSet<string> Placeholders(string text) => [.. Placeholder().Matches(text).Select(m => m.Value)];

    // Members named Of or …Of pick a text by a value; the tests above and those of help see to them.
    private static IEnumerable<MemberInfo> Members() =>
        typeof(Words).GetMembers(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
            .Where(m => m is PropertyInfo || m is MethodInfo { IsSpecialName: false })
            .Where(m => !m.Name.EndsWith("Of", StringComparison.Ordinal) && m.Name != nameof(Words.Language));
}
