using System.Text.Json;

namespace ComplianceRules.Tests.Diagnostics;

/// <summary>A message teaches: one lower-case sentence without full stop, the same in both languages, help last.</summary>
internal static class DiagnosticTextGuard
{
    private static readonly string[] Keys = ["zh", "en", "help-zh", "help-en"];

    private static readonly string[] TypeNames = ["Exception", "Int32", "Double", "Boolean", "DateOnly", "TimeOnly", "ImmutableArray", "JsonNode", "NullReference"];

    public static IEnumerable<string> Faults(string code, JsonElement texts)
    {
        foreach (JsonProperty property in texts.EnumerateObject().Where(p => !Keys.Contains(p.Name))) yield return $"{code}: has an unknown key `{property.Name}`";
        if (Text(texts, "zh") is not { } zh || Text(texts, "en") is not { } en)
        {
            yield return $"{code}: lacks a text in one language";
            yield break;
        }

        string? helpZh = Text(texts, "help-zh");
        string? helpEn = Text(texts, "help-en");
        if (helpZh is null != helpEn is null) yield return $"{code}: has help in one language only";
        foreach (string fault in Pair(zh, en).Concat(helpZh is null || helpEn is null ? [] : Pair(helpZh, helpEn))) yield return $"{code}: {fault}";
        int[] used = [.. DiagnosticAreaFiles.Placeholders(en + helpEn)];
        if (!used.SequenceEqual(Enumerable.Range(0, used.Length))) yield return $"{code}: leaves out a placeholder";
    }

    private static IEnumerable<string> Pair(string zh, string en)
    {
        if (!DiagnosticAreaFiles.Placeholders(zh).SequenceEqual(DiagnosticAreaFiles.Placeholders(en))) yield return "has other placeholders in zh than in en";
        if (!zh.Any(IsHan)) yield return $"is not Chinese: {zh}";
        if (en.Any(IsHan)) yield return $"is not English: {en}";
        if (en.EndsWith('.') || zh.EndsWith('。')) yield return "ends with a full stop";
        if (IsCapitalised(en)) yield return $"begins with a capital: {en}";
        foreach (string name in TypeNames.Where(name => en.Contains(name, StringComparison.Ordinal))) yield return $"names the C# type {name}";
        if (Backticks(zh) % 2 == 1 || Backticks(en) % 2 == 1) yield return "has an odd number of backticks";
    }

    private static string? Text(JsonElement texts, string key) =>
        texts.TryGetProperty(key, out JsonElement text) && !string.IsNullOrWhiteSpace(text.GetString()) ? text.GetString() : null;

    private static int Backticks(string text) => text.Count(c => c == '`');

    private static bool IsHan(char c) => c is >= '\u4E00' and <= '\u9FFF';

    // `JSON`, `UTF-8` and `CR` keep their capitals; a sentence that begins with a plain word does not get one.
    private static bool IsCapitalised(string text) => text.Length > 1 && char.IsAsciiLetterUpper(text[0]) && char.IsAsciiLetterLower(text[1]);
}
