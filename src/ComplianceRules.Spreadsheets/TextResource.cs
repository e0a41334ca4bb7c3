using System.Collections.Frozen;
using System.Text.Json;
using ComplianceRules.Diagnostics;

namespace ComplianceRules.Spreadsheets;

/// <summary>Reads the texts that stand in this assembly's resources <c>…/Texts/*.json</c>.</summary>
internal static class TextResource
{
    private const string Prefix = "ComplianceRules.Spreadsheets.";

    /// <summary>Texts by their keys, zh and en side by side.</summary>
    /// <param name="name">The resource: its folder, a point and its name, such as <c>Forms.form</c>.</param>
    public static FrozenDictionary<string, LocalText> Texts(string name)
    {
        using JsonDocument document = Open(name);
        return document.RootElement.EnumerateObject()
            .ToFrozenDictionary(e => e.Name, e => new LocalText(e.Value.GetProperty("zh").GetString(), e.Value.GetProperty("en").GetString()), StringComparer.Ordinal);
    }

    /// <summary>The whole resource.</summary>
    /// <param name="name">The resource, as for <see cref="Texts"/>.</param>
    public static JsonDocument Open(string name)
    {
        using Stream stream = typeof(TextResource).Assembly.GetManifestResourceStream($"{Prefix}{name}.json")!;
        return JsonDocument.Parse(stream);
    }
}
