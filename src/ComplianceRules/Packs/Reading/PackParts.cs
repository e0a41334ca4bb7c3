using System.Collections.Immutable;
using ComplianceRules.Diagnostics;
using ComplianceRules.Json;

namespace ComplianceRules.Packs;

/// <summary>What readers of several parts of a pack have in common.</summary>
internal static class PackParts
{
    /// <summary>The entries of an object whose names are free, without its note.</summary>
    public static IEnumerable<JsonMember> Entries(ImmutableArray<JsonMember> members, DiagnosticBag problems)
    {
        foreach (JsonMember member in members)
        {
            if (member.Name == "note") NodeReader.CheckNote(member.Value, member.Name, problems);
            else yield return member;
        }
    }

    /// <summary>A required key that may say null, because the source may not give the day.</summary>
    public static DateOnly? RequiredDayOrNull(ObjectReader reader, string key)
    {
        JsonNode? value = reader.Required(key);
        return value is null || value.Kind == JsonKind.Null ? null : NodeReader.Date(value, key, reader.Problems);
    }

    /// <summary>Reports an end that lies before its start.</summary>
    public static void CheckOrder(ObjectReader reader, (string Key, DateOnly? Day) start, (string Key, DateOnly? Day) end)
    {
        if (end.Day < start.Day)
            reader.Problems.Report(DiagnosticCodes.EndsBeforeStart, reader.Node[end.Key]?.Span, end.Key, Written(end.Day), start.Key, Written(start.Day));
    }

    /// <summary>A day as packs write it; null as they write it too.</summary>
    public static string Written(DateOnly? day) => day?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) ?? "null";
}
