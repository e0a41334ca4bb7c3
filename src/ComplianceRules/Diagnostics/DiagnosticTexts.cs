using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using System.Reflection;
using System.Text;
using System.Text.Json;

namespace ComplianceRules.Diagnostics;

/// <summary>The texts of all diagnostics, zh and en side by side, one resource per area.</summary>
internal static class DiagnosticTexts
{
    private static readonly FrozenDictionary<string, Entry> Entries = Load();

    /// <summary>The codes that have texts.</summary>
    public static IEnumerable<string> Codes => Entries.Keys;

    /// <summary>The text of a code; of a code that others made, which has none here, its arguments.</summary>
    public static string Message(DiagnosticCode code, ImmutableArray<string> arguments, TextLanguage language) =>
        Of(code) is { } entry ? Fill(entry.Message.In(language), arguments) : string.Join(", ", arguments);

    public static string? Help(DiagnosticCode code, ImmutableArray<string> arguments, TextLanguage language) =>
        Of(code)?.Help is { } help ? Fill(help.In(language), arguments) : null;

    /// <summary>What a code says whatever its arguments, with a mark where they would stand; of a code that others made, the code.</summary>
    public static string Pattern(DiagnosticCode code, TextLanguage language) => Of(code) is { } entry ? Open(entry.Message.In(language)) : code.ToString();

    /// <summary>The advice that goes with a code whatever its arguments; null where there is none.</summary>
    public static string? HelpPattern(DiagnosticCode code, TextLanguage language) => Of(code)?.Help is { } help ? Open(help.In(language)) : null;

    /// <summary>Whether a diagnostic of a code can be shown with some arguments: it has one for each place of its texts.</summary>
    public static bool Fits(DiagnosticCode code, int arguments) =>
        Of(code) is not { } entry || new[] { entry.Message, entry.Help }.All(t => t is null || Places(t.Chinese) <= arguments && Places(t.English) <= arguments);

    public static string DidYouMean(string name, TextLanguage language) =>
        language == TextLanguage.Chinese ? $"是否指 `{name}`？" : $"did you mean `{name}`?";

    public static string Grade(DiagnosticSeverity severity, TextLanguage language) => (severity, language) switch
    {
        (DiagnosticSeverity.Error, TextLanguage.Chinese) => "错误",
        (DiagnosticSeverity.Error, _) => "error",
        (_, TextLanguage.Chinese) => "警告",
        _ => "warning",
    };

    private static Entry? Of(DiagnosticCode code) => Entries.GetValueOrDefault(code.ToString());

    private static string Fill(string template, ImmutableArray<string> arguments) =>
        string.Format(CultureInfo.InvariantCulture, template, [.. arguments]);

    private static string Open(string template) => Fill(template, [.. Enumerable.Repeat("…", Places(template))]);

    private static int Places(string? template) => template is null ? 0 : CompositeFormat.Parse(template).MinimumArgumentCount;

    private static FrozenDictionary<string, Entry> Load()
    {
        Dictionary<string, Entry> entries = new(StringComparer.Ordinal);
        Assembly assembly = typeof(DiagnosticTexts).Assembly;
        foreach (string name in assembly.GetManifestResourceNames().Where(n => n.StartsWith("ComplianceRules.Texts.", StringComparison.Ordinal)))
        {
            using Stream stream = assembly.GetManifestResourceStream(name)!;
            using JsonDocument document = JsonDocument.Parse(stream);
            foreach (JsonProperty code in document.RootElement.EnumerateObject())
                entries.Add(code.Name, new Entry(Text(code.Value, "zh", "en")!, Text(code.Value, "help-zh", "help-en")));
        }

        return entries.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private static LocalText? Text(JsonElement entry, string chinese, string english) =>
        entry.TryGetProperty(chinese, out JsonElement zh) && entry.TryGetProperty(english, out JsonElement en)
            ? new LocalText(zh.GetString(), en.GetString())
            : null;

    /// <summary>The templates of one code.</summary>
    /// <param name="Message">What happened.</param>
    /// <param name="Help">What helps; null where the code has no advice of its own.</param>
    private sealed record Entry(LocalText Message, LocalText? Help);
}
