using System.Collections.Frozen;
using System.Reflection;
using System.Text.Json;
using ComplianceRules.Diagnostics;

namespace ComplianceRules.Cli.Texts;

/// <summary>Every text of the tool by its key, zh and en side by side.</summary>
/// <remarks>The texts stand in the resources <c>Texts/*.json</c>. Immutable.</remarks>
internal static class TextTable
{
    private const string Prefix = "ComplianceRules.Cli.Texts.";

    public static FrozenDictionary<string, LocalText> Entries { get; } = Load();

    private static FrozenDictionary<string, LocalText> Load()
    {
        Dictionary<string, LocalText> entries = new(StringComparer.Ordinal);
        Assembly assembly = typeof(TextTable).Assembly;
        foreach (string name in assembly.GetManifestResourceNames().Where(n => n.StartsWith(Prefix, StringComparison.Ordinal)))
        {
            using Stream stream = assembly.GetManifestResourceStream(name)!;
            using JsonDocument document = JsonDocument.Parse(stream);
            foreach (JsonProperty entry in document.RootElement.EnumerateObject())
                entries.Add(entry.Name, new LocalText(entry.Value.GetProperty("zh").GetString(), entry.Value.GetProperty("en").GetString()));
        }

        return entries.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
