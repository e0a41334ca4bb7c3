using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json;
using ComplianceRules.Diagnostics;

namespace ComplianceRules.RulesEngine;

/// <summary>The sentences of a host, in Chinese and English.</summary>
internal static class HostTexts
{
    private static readonly FrozenDictionary<string, (string Chinese, string English)> Texts = Read();

    /// <summary>A sentence.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="arguments">What fills its places.</param>
    public static LocalText Of(string name, params object[] arguments) => new(
        string.Format(CultureInfo.InvariantCulture, Texts[name].Chinese, arguments), string.Format(CultureInfo.InvariantCulture, Texts[name].English, arguments));

    private static FrozenDictionary<string, (string Chinese, string English)> Read()
    {
        using Stream stream = typeof(HostTexts).Assembly.GetManifestResourceStream("ComplianceRules.RulesEngine.host.json")!;
        using JsonDocument document = JsonDocument.Parse(stream);
        return document.RootElement.EnumerateObject().ToFrozenDictionary(t => t.Name, t => (t.Value.GetProperty("zh").GetString()!, t.Value.GetProperty("en").GetString()!), StringComparer.Ordinal);
    }
}
