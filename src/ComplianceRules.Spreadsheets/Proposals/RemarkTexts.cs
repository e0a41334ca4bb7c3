using System.Collections.Frozen;
using System.Text.Json;
using ComplianceRules.Diagnostics;

namespace ComplianceRules.Spreadsheets.Proposals;

/// <summary>The texts of all remarks by their keys, zh and en side by side.</summary>
/// <remarks>They stand in the resource <c>Texts/remarks.json</c>. Immutable.</remarks>
internal static class RemarkTexts
{
    private const string Resource = "ComplianceRules.Spreadsheets.Proposals.remarks.json";

    /// <summary>All of them.</summary>
    public static FrozenDictionary<string, LocalText> Entries { get; } = Load();

    public static LocalText Of(string key) => Entries[key];

    private static FrozenDictionary<string, LocalText> Load()
    {
        using Stream stream = typeof(RemarkTexts).Assembly.GetManifestResourceStream(Resource)!;
        using JsonDocument document = JsonDocument.Parse(stream);
        return document.RootElement.EnumerateObject().ToFrozenDictionary(
            entry => entry.Name,
            entry => new LocalText(entry.Value.GetProperty("zh").GetString(), entry.Value.GetProperty("en").GetString()),
            StringComparer.Ordinal);
    }
}
