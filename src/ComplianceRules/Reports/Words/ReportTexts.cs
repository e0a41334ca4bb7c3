using System.Collections.Frozen;
using System.Globalization;
using System.Reflection;
using System.Text.Json;
using ComplianceRules.Diagnostics;

namespace ComplianceRules.Reports;

/// <summary>The texts of what is written for people, zh and en side by side, by key.</summary>
/// <remarks>They stand in the resources <c>Reports/Texts/*.json</c>. Immutable.</remarks>
internal static class ReportTexts
{
    private const string Prefix = "ComplianceRules.Reports.";
    private const string Suffix = ".json";

    /// <summary>Every text by its key.</summary>
    public static FrozenDictionary<string, LocalText> Entries { get; } = Load();

    /// <summary>A text with its places filled.</summary>
    /// <param name="language">The language.</param>
    /// <param name="key">The key; one that is not there is a mistake of the caller.</param>
    /// <param name="arguments">What fills the places.</param>
    public static string Say(TextLanguage language, string key, params ReadOnlySpan<object?> arguments) =>
        string.Format(CultureInfo.InvariantCulture, Entries[key].In(language), arguments);

    private static FrozenDictionary<string, LocalText> Load()
    {
        Dictionary<string, LocalText> entries = new(StringComparer.Ordinal);
        Assembly assembly = typeof(ReportTexts).Assembly;
        foreach (string name in assembly.GetManifestResourceNames().Where(n => n.StartsWith(Prefix, StringComparison.Ordinal) && n.EndsWith(Suffix, StringComparison.Ordinal)))
        {
            using Stream stream = assembly.GetManifestResourceStream(name)!;
            using JsonDocument document = JsonDocument.Parse(stream);
            foreach (JsonProperty entry in document.RootElement.EnumerateObject())
                entries.Add(entry.Name, new LocalText(entry.Value.GetProperty("zh").GetString(), entry.Value.GetProperty("en").GetString()));
        }

        return entries.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
