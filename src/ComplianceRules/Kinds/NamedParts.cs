using System.Collections.Immutable;
using System.Globalization;
using ComplianceRules.Diagnostics;
using ComplianceRules.Json;

namespace ComplianceRules.Kinds;

/// <summary>Reads the list of a kind whose entries have ids: items, steps, bands.</summary>
internal static class NamedParts
{
    /// <summary>Entries of one list. A pack is data and may be hostile.</summary>
    public const int Most = 64;

    /// <summary>The entries with their ids, in file order; empty where trouble has been reported.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="body">The reader of the object that has the list.</param>
    /// <param name="key">The key of the list.</param>
    /// <param name="most">How many entries it may have.</param>
    public static ImmutableArray<NamedPart> Read(KindContext rule, ObjectReader body, string key, int most = Most)
    {
        if (body.Required(key) is not { } list) return [];
        ImmutableArray<JsonNode> items = NodeReader.Items(list, key, rule.Problems);
        if (list.Kind != JsonKind.Array) return [];
        if (items.IsEmpty) rule.Problems.Report(DiagnosticCodes.NoParts, list.Span, key, rule.Rule.Id);
        if (items.Length > most)
        {
            rule.Problems.Report(DiagnosticCodes.TooManyEntries, list.Span, key, most.ToString(CultureInfo.InvariantCulture));
            return [];
        }

        List<NamedPart> parts = [];
        foreach (JsonNode item in items)
        {
            ObjectReader reader = new(item, rule.Problems);
            if (reader.RequiredId("id") is not { } id) continue;
            LocalText title = reader.OptionalLocalText("title", rule.Language) ?? LocalText.Same(id);
            if (parts.Find(p => p.Id == id) is { } first) rule.Problems.Report(DiagnosticCodes.DuplicateEntry, item["id"]!.Span, id, key, first.Reader.Node["id"]!.Span.ToString());
            parts.Add(new NamedPart(id, title, reader));
        }

        return parts.Count == items.Length ? [.. parts] : [];
    }
}
