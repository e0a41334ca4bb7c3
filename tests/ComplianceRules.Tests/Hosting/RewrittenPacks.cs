using System.Globalization;
using ComplianceRules.Tests.Packs;

namespace ComplianceRules.Tests.Hosting;

/// <summary>Two packs of which the second stands on the first of the very same version: the limit of both is that version's number.</summary>
internal sealed class RewrittenPacks : IDisposable
{
    private readonly TempPacks _folder = new();

    public RewrittenPacks(int number = 1) => Write(number);

    public string Path => _folder.Path;

    /// <summary>The text of one of the packs.</summary>
    /// <param name="isOuter">Whether it is the first.</param>
    /// <param name="number">The number.</param>
    public static string Text(bool isOuter, int number)
    {
        string limit = number.ToString(CultureInfo.InvariantCulture);
        string rule = PackText.Rule(isOuter ? "outer" : "inner", $"\"limit\": {{ \"of\": \"enrolment\", \"max\": {limit} }}");
        string text = isOuter ? PackText.Pack("outer", rules: $"[{rule}]") : PackText.Pack("inner", "370000", facts: "{}", rules: $"[{rule}]", more: $", \"extends\": {{ \"id\": \"outer\", \"version\": \"[1.{limit}.0]\" }}");
        return text.Replace("\"version\": \"1.0.0\"", $"\"version\": \"1.{limit}.0\"", StringComparison.Ordinal);
    }

    /// <summary>Writes both packs, one after the other.</summary>
    public void Write(int number)
    {
        Write(isOuter: true, Text(isOuter: true, number));
        Write(isOuter: false, Text(isOuter: false, number));
    }

    /// <summary>Writes something in the place of a pack.</summary>
    public void Write(bool isOuter, string text) => _folder.With($"{(isOuter ? "outer" : "inner")}/pack.json", text);

    public void Dispose() => _folder.Dispose();
}
