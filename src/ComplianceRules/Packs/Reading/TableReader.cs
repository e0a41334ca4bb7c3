using System.Collections.Immutable;
using ComplianceRules.Diagnostics;
using ComplianceRules.Facts;
using ComplianceRules.Json;

namespace ComplianceRules.Packs;

/// <summary>Reads one entry of <c>facts</c>.</summary>
internal static class TableReader
{
    public static TableFragment? Read(JsonMember member, PackScope scope)
    {
        string? name = PackNames.Name(member.Key, member.Name, scope.Problems);
        ObjectReader reader = new(member.Value, scope.Problems);
        string? parent = NameOf(reader, "parent");
        string? children = NameOf(reader, "children");
        bool personal = reader.OptionalBool("personal") ?? false;
        LocalText? title = reader.OptionalLocalText("title", scope.Language);
        LocalText? meaning = reader.OptionalLocalText("meaning", scope.Language);
        ImmutableArray<(FieldSchema, SourceSpan)> fields = [.. Fields(member.Name, reader, scope)];
        reader.Done();
        if (name is null) return null;
        return new TableFragment(name, parent, children, personal, title, fields, member.NameSpan)
        {
            Meaning = meaning,
            ParentPlace = reader.Node["parent"]?.Span ?? member.NameSpan,
            ChildrenPlace = reader.Node["children"]?.Span ?? member.NameSpan,
        };
    }

    private static IEnumerable<(FieldSchema Field, SourceSpan Place)> Fields(string table, ObjectReader reader, PackScope scope)
    {
        foreach (JsonMember member in PackParts.Entries(reader.OptionalMembers("fields"), scope.Problems))
        {
            if (FieldReader.Read(member, scope) is { } field && scope.IsFirst(table, field.Name, member.NameSpan)) yield return (field, member.NameSpan);
        }
    }

    private static string? NameOf(ObjectReader reader, string key) => reader.Optional(key) is { } value ? PackNames.Name(value, key, reader.Problems) : null;
}
