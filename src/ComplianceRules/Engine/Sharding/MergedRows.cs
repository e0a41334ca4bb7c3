using System.Buffers;
using System.Collections.Frozen;
using System.Text.Json;
using ComplianceRules.Facts;
using ComplianceRules.Findings;

namespace ComplianceRules.Engine;

/// <summary>What findings read from parts are completed by: reports tell a field and a waiver once, and know them by their objects.</summary>
/// <remarks>Immutable; may be shared between threads.</remarks>
internal sealed class MergedRows
{
    /// <summary>Takes what the packs have.</summary>
    /// <param name="schema">The schema of the packs.</param>
    /// <param name="waivers">The waivers of the packs and of the file apart.</param>
    /// <param name="places">Finds the rows of schools and regions.</param>
    public MergedRows(FactSchema schema, IEnumerable<CheckedWaiver> waivers, ScopeRows places)
    {
        (Schema, Places) = (schema, places);
        Waivers = waivers.Select(w => w.Source).DistinctBy(TextOf).ToFrozenDictionary(TextOf, StringComparer.Ordinal);
    }

    /// <summary>The schema of the packs.</summary>
    public FactSchema Schema { get; }

    /// <summary>The waivers by their JSON.</summary>
    public FrozenDictionary<string, FindingWaiver> Waivers { get; }

    /// <summary>Finds the rows of schools and regions.</summary>
    public ScopeRows Places { get; }

    private static string TextOf(FindingWaiver waiver)
    {
        ArrayBufferWriter<byte> text = new();
        using (Utf8JsonWriter json = new(text, AssessmentJson.Options(indented: false)))
        {
            json.WriteStartObject();
            WaiverJson.Write(json, "waiver", waiver, JsonScope.Alone());
            json.WriteEndObject();
        }

        using JsonDocument document = JsonDocument.Parse(text.WrittenMemory);
        return document.RootElement.GetProperty("waiver").GetRawText();
    }
}
