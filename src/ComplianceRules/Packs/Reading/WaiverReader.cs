using System.Collections.Immutable;
using ComplianceRules.Diagnostics;
using ComplianceRules.Facts;
using ComplianceRules.Json;

namespace ComplianceRules.Packs;

/// <summary>Reads waivers, wherever they stand: in a pack, in a case, in a file apart.</summary>
internal static class WaiverReader
{
    /// <summary>Reads the waivers under a key; those that are wrong are reported and left out.</summary>
    /// <param name="reader">The object that has the key.</param>
    /// <param name="language">The language that plain text is in.</param>
    public static ImmutableArray<Waiver> Read(ObjectReader reader, TextLanguage language)
    {
        ImmutableArray<JsonNode> nodes = reader.OptionalArray("waivers");
        if (nodes.Length > PackBounds.Waivers) PackBounds.Refuse("waivers", PackBounds.Waivers, nodes[PackBounds.Waivers].Span, reader.Problems);
        return [.. nodes.Take(PackBounds.Waivers).Select(node => One(new ObjectReader(node, reader.Problems), language)).OfType<Waiver>()];
    }

    private static Waiver? One(ObjectReader reader, TextLanguage language)
    {
        int before = reader.Problems.Count;
        string? rule = Rule(reader);
        string? area = reader.Optional("area") is { } named ? NodeReader.Id(named, "area", reader.Problems) : null;
        string? subject = Subject(reader);
        RegionCode? region = Region(reader);
        DateOnly? from = reader.RequiredDate("from");
        DateOnly? until = reader.RequiredDate("until");
        string? kind = reader.RequiredWord("kind", [.. PackWords.WaiverKinds.Keys]);
        LocalText? authority = reader.OptionalLocalText("authority", language);
        LocalText? reason = reader.RequiredLocalText("reason", language);
        string? instrument = reader.Optional("instrument") is { } document ? NodeReader.Id(document, "instrument", reader.Problems) : null;
        reader.Done();
        RequireOne(reader, "rule", "area");
        RequireOne(reader, "subject", "region");
        PackParts.CheckOrder(reader, ("from", from), ("until", until));
        if (reader.Problems.Count != before || from is null || until is null || kind is null || reason is null) return null;
        return new Waiver(reader.Node.Span with { Length = 1 }, (reader.Node["rule"] ?? reader.Node["area"])!.Span, (reader.Node["subject"] ?? reader.Node["region"])!.Span)
        {
            Rule = rule,
            Area = area,
            Subject = subject,
            Region = region,
            From = from.Value,
            Until = until.Value,
            Kind = PackWords.WaiverKinds[kind],
            Authority = authority,
            Reason = reason,
            Instrument = instrument,
            InstrumentPlace = reader.Node["instrument"]?.Span,
        };
    }

    private static string? Rule(ObjectReader reader)
    {
        if (reader.OptionalText("rule") is not { } text) return null;
        string[] parts = text.Split('/');
        if (parts.Length <= 2 && parts.All(NodeReader.IsId)) return text;
        reader.Problems.Report(DiagnosticCodes.MalformedId, reader.Node["rule"]!.Span, JsonFault.Shown(text));
        return null;
    }

    private static string? Subject(ObjectReader reader)
    {
        if (reader.OptionalText("subject") is not { } text) return null;
        int colon = text.IndexOf(':', StringComparison.Ordinal);
        if (colon > 0 && colon < text.Length - 1) return text;
        reader.Problems.Report(DiagnosticCodes.MalformedWaiverSubject, reader.Node["subject"]!.Span, JsonFault.Shown(text));
        return null;
    }

    private static RegionCode? Region(ObjectReader reader)
    {
        if (reader.OptionalText("region") is not { } text) return null;
        if (RegionCode.TryParse(text, out RegionCode code)) return code;
        reader.Problems.Report(DiagnosticCodes.BadRegion, reader.Node["region"]!.Span, JsonFault.Shown(text));
        return null;
    }

    private static void RequireOne(ObjectReader reader, string one, string other)
    {
        if (reader.Node.Kind == JsonKind.Object && reader.Has(one) == reader.Has(other))
            reader.Problems.Report(DiagnosticCodes.WaiverNamesOne, reader.Node.Span with { Length = 1 }, one, other);
    }
}
