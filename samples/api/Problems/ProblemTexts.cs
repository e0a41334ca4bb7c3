using System.Collections.Frozen;
using System.Text.Json;
using ComplianceRules.Diagnostics;

namespace ApiSample.Problems;

/// <summary>What callers are told of problems, in both languages: <c>Texts/problems.json</c>.</summary>
internal static class ProblemTexts
{
    private static readonly FrozenDictionary<string, Dictionary<string, string>> Texts = Read();

    /// <summary>A text by its key.</summary>
    public static string Of(string key, TextLanguage language) => Texts[key][language == TextLanguage.Chinese ? "zh" : "en"];

    private static FrozenDictionary<string, Dictionary<string, string>> Read()
    {
        using Stream texts = typeof(ProblemTexts).Assembly.GetManifestResourceStream("problems.json")!;
        return JsonSerializer.Deserialize<Dictionary<string, Dictionary<string, string>>>(texts)!.ToFrozenDictionary();
    }
}
