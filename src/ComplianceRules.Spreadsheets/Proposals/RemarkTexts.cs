using System.Collections.Frozen;
using ComplianceRules.Diagnostics;

namespace ComplianceRules.Spreadsheets.Proposals;

/// <summary>The texts of all remarks by their keys, zh and en side by side.</summary>
/// <remarks>They stand in the resource <c>Texts/remarks.json</c>. Immutable.</remarks>
internal static class RemarkTexts
{
    /// <summary>All of them.</summary>
    public static FrozenDictionary<string, LocalText> Entries { get; } = TextResource.Texts("Proposals.remarks");

    public static LocalText Of(string key) => Entries[key];
}
