using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json;
using ComplianceRules.Diagnostics;

namespace ComplianceRules.Interop;

/// <summary>What an imported pack says in its notes and its README, in zh and en.</summary>
internal static class ImportTexts
{
    private const string Resource = "ComplianceRules.Interop.import.json";

    private static readonly FrozenDictionary<string, LocalText> Texts = Load();

    /// <summary>A text in both languages.</summary>
    public static LocalText Of(string key, params ReadOnlySpan<string> arguments)
    {
        LocalText text = Texts[key];
        return new LocalText(string.Format(CultureInfo.InvariantCulture, text.In(TextLanguage.Chinese), [.. arguments]), string.Format(CultureInfo.InvariantCulture, text.In(TextLanguage.English), [.. arguments]));
    }

    private static FrozenDictionary<string, LocalText> Load()
    {
        using Stream stream = typeof(ImportTexts).Assembly.GetManifestResourceStream(Resource)!;
        using JsonDocument document = JsonDocument.Parse(stream);
        return document.RootElement.EnumerateObject().ToFrozenDictionary(p => p.Name, p => new LocalText(p.Value.GetProperty("zh").GetString(), p.Value.GetProperty("en").GetString()), StringComparer.Ordinal);
    }
}
