using System.Collections.Immutable;
using ComplianceRules.Diagnostics;
using ComplianceRules.Facts;
using ComplianceRules.Json;
using NuGet.Versioning;

namespace ComplianceRules.Packs;

/// <summary>Reads what <c>pack.json</c> says of the pack itself.</summary>
internal static class PackHeadReader
{
    /// <summary>A pack without sections; null where id, version or title is missing or wrong.</summary>
    public static RulePack? Read(ObjectReader reader, PackScope scope)
    {
        string? id = reader.RequiredId("id");
        NuGetVersion? version = Version(reader);
        LocalText? title = reader.RequiredLocalText("title", scope.Language);
        bool isTemplate = reader.OptionalBool("template") ?? false;
        RegionCode? region = Region(reader, isTemplate);
        ImmutableArray<RegionCode> within = Within(reader, region, scope);
        ImmutableArray<(RegionCode Code, SourceSpan Place)> former = FormerCodes(reader, region, scope);
        ImmutableArray<string> schools = Schools(reader, scope);
        int? order = reader.OptionalWhole("order");
        ImmutableArray<PackReference> extends = ExtendsReader.Read(reader, id, scope);
        ImmutableArray<Waiver> waivers = WaiverReader.Read(reader, scope.Language);
        SchoolCalendar? calendar = PackCalendarReader.Read(reader, isOfSchools: isTemplate || !schools.IsEmpty);
        _ = reader.Optional("files");
        if (id is null || version is null || title is null) return null;
        return new RulePack(id, version, title, scope.Language, reader.Node["id"]!.Span)
        {
            Region = region,
            Within = within,
            FormerCodes = former,
            Schools = schools,
            IsTemplate = isTemplate,
            Order = order,
            Extends = extends,
            Waivers = waivers,
            Calendar = calendar,
            Note = reader.NoteText,
        };
    }

    private static NuGetVersion? Version(ObjectReader reader)
    {
        if (reader.RequiredText("version") is not { } text) return null;
        bool isPlain = text.Length <= PackBounds.NameLength && text.Contains('.') && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '+');
        if (isPlain && NuGetVersion.TryParse(text, out NuGetVersion? version)) return version;
        reader.Problems.Report(DiagnosticCodes.BadVersion, reader.Node["version"]!.Span, JsonFault.Shown(text));
        return null;
    }

    private static RegionCode? Region(ObjectReader reader, bool isTemplate)
    {
        JsonNode? node = isTemplate ? reader.Optional("region") : reader.Required("region");
        return node is null ? null : Region(node, "region", reader.Problems);
    }

    private static RegionCode? Region(JsonNode node, string key, DiagnosticBag problems)
    {
        if (NodeReader.Text(node, key, problems) is not { } text) return null;
        if (RegionCode.TryParse(text, out RegionCode code)) return code;
        problems.Report(DiagnosticCodes.BadRegion, node.Span, JsonFault.Shown(text));
        return null;
    }

    private static ImmutableArray<RegionCode> Within(ObjectReader reader, RegionCode? region, PackScope scope)
    {
        ImmutableArray<RegionCode>.Builder codes = ImmutableArray.CreateBuilder<RegionCode>();
        foreach (JsonNode node in Items(reader, "within"))
        {
            if (Region(node, "within", scope.Problems) is not { } code || !scope.IsFirst("within", code.Text, node.Span)) continue;
            if (region is { } outer && !outer.Contains(code)) scope.Problems.Report(DiagnosticCodes.OutsideRegion, node.Span, code.Text, outer.Text);
            codes.Add(code);
        }

        return codes.ToImmutable();
    }

    private static ImmutableArray<(RegionCode Code, SourceSpan Place)> FormerCodes(ObjectReader reader, RegionCode? region, PackScope scope)
    {
        ImmutableArray<(RegionCode Code, SourceSpan Place)>.Builder codes = ImmutableArray.CreateBuilder<(RegionCode Code, SourceSpan Place)>();
        foreach (JsonNode node in Items(reader, "formerCodes"))
        {
            if (Region(node, "formerCodes", scope.Problems) is not { } code || !scope.IsFirst("formerCodes", code.Text, node.Span)) continue;
            if (region is { } own && code.Contains(own)) scope.Problems.Report(DiagnosticCodes.FormerCodeAbove, node.Span, code.Text, own.Text);
            else codes.Add((code, node.Span));
        }

        return codes.ToImmutable();
    }

    private static ImmutableArray<string> Schools(ObjectReader reader, PackScope scope) =>
    [
        .. Items(reader, "schools").Where(n => NodeReader.Text(n, "schools", scope.Problems) is { } text && scope.IsFirstExactly("schools", text, n.Span)).Select(n => n.Text),
    ];

    private static ImmutableArray<JsonNode> Items(ObjectReader reader, string key)
    {
        ImmutableArray<JsonNode> items = reader.OptionalArray(key);
        if (reader.Optional(key) is { Kind: JsonKind.Array } node && items.IsEmpty) reader.Problems.Report(DiagnosticCodes.NoEntries, node.Span, key);
        return items;
    }
}
