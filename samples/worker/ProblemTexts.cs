using System.Collections.Frozen;
using System.Text.Json;

namespace WorkerSample;

/// <summary>What is told of inputs that cannot be judged, in both languages: <c>Texts/problems.json</c>.</summary>
internal static class ProblemTexts
{
    private static readonly FrozenDictionary<string, string[]> Texts = Read();

    /// <summary>A text by its key, a line for each language.</summary>
    public static IReadOnlyList<string> Of(string key) => Texts[key];

    private static FrozenDictionary<string, string[]> Read()
    {
        using Stream texts = typeof(ProblemTexts).Assembly.GetManifestResourceStream("problems.json")!;
        return JsonSerializer.Deserialize<Dictionary<string, string[]>>(texts)!.ToFrozenDictionary();
    }
}
