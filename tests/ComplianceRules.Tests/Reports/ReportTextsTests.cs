using System.Text;
using ComplianceRules.Diagnostics;
using ComplianceRules.Expressions;
using ComplianceRules.Reports;

namespace ComplianceRules.Tests.Reports;

public sealed class ReportTextsTests
{
    [Fact]
    public void Every_text_stands_in_both_languages_with_the_same_places()
    {
        Assert.All(ReportTexts.Entries, entry =>
        {
            Assert.False(string.IsNullOrEmpty(entry.Value.Chinese) || string.IsNullOrEmpty(entry.Value.English), entry.Key);
            Assert.Equal(Places(entry.Key, entry.Value.Chinese!), Places(entry.Key, entry.Value.English!));
        });
    }

    [Fact]
    public void Every_function_of_the_language_has_its_words() => Assert.All(FunctionRegistry.Names, name => Assert.Contains($"call.{name}", ReportTexts.Entries.Keys));

    [Fact]
    public void A_text_that_is_not_there_is_a_mistake_of_the_caller() => Assert.Throws<KeyNotFoundException>(() => ReportTexts.Say(TextLanguage.English, "nothing"));

    // English calls the rows of a list by the list's name and in the plural.
    private static bool IsOfOneLanguage(string key, int place) => key.StartsWith("rows.", StringComparison.Ordinal) && place <= 1;

    private static IEnumerable<int> Places(string key, string template) =>
        Enumerable.Range(0, CompositeFormat.Parse(template).MinimumArgumentCount).Where(i => template.Contains($"{{{i}}}", StringComparison.Ordinal) && !IsOfOneLanguage(key, i));
}
