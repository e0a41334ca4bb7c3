using System.Collections.Immutable;
using ComplianceRules.Diagnostics;
using ComplianceRules.Json;
using NuGet.Versioning;

namespace ComplianceRules.Packs;

/// <summary>Reads <c>extends</c>: an id, an id with versions, or several of these.</summary>
internal static class ExtendsReader
{
    public static ImmutableArray<PackReference> Read(ObjectReader pack, string? id, PackScope scope)
    {
        if (pack.Optional("extends") is not { } node) return [];
        ImmutableArray<JsonNode> items = node.Kind == JsonKind.Array ? node.Items : [node];
        if (items.IsEmpty) scope.Problems.Report(DiagnosticCodes.NoEntries, node.Span, "extends");
        if (items.Length > PackBounds.Extends) PackBounds.Refuse("extends", PackBounds.Extends, items[PackBounds.Extends].Span, scope.Problems);
        return [.. items.Take(PackBounds.Extends).Select(i => Reference(i, scope)).OfType<PackReference>().Where(r => IsAllowed(r, id, scope))];
    }

    private static PackReference? Reference(JsonNode node, PackScope scope)
    {
        if (node.Kind != JsonKind.Object)
            return NodeReader.Id(node, "extends", scope.Problems) is { } plain ? new PackReference(plain, null, node.Span) : null;
        ObjectReader reader = new(node, scope.Problems);
        string? id = reader.RequiredId("id");
        VersionRange? versions = Versions(reader);
        reader.Done();
        return id is null ? null : new PackReference(id, versions, node["id"]!.Span);
    }

    private static VersionRange? Versions(ObjectReader reader)
    {
        if (reader.OptionalText("version") is not { } text) return null;
        if (text.Length <= PackBounds.NameLength && VersionRange.TryParse(text, allowFloating: false, out VersionRange? range)) return range;
        reader.Problems.Report(DiagnosticCodes.BadVersionRange, reader.Node["version"]!.Span, JsonFault.Shown(text));
        return null;
    }

    private static bool IsAllowed(PackReference reference, string? id, PackScope scope)
    {
        if (!string.Equals(reference.Id, id, StringComparison.OrdinalIgnoreCase)) return scope.IsFirst("extends", reference.Id, reference.Place);
        scope.Problems.Report(DiagnosticCodes.ExtendsItself, reference.Place, reference.Id);
        return false;
    }
}
