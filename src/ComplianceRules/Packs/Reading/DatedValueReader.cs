using System.Collections.Immutable;
using ComplianceRules.Diagnostics;
using ComplianceRules.Json;

namespace ComplianceRules.Packs;

/// <summary>Reads the <c>values</c> of a parameter; no two of them may say something of the same key from the same day.</summary>
internal static class DatedValueReader
{
    public static ImmutableArray<DatedValue> Read(string parameter, ObjectReader reader, PackScope scope)
    {
        if (reader.Required("values") is not { } node) return [];
        ImmutableArray<JsonNode> items = NodeReader.Items(node, "values", scope.Problems);
        if (items.IsEmpty && node.Kind == JsonKind.Array) scope.Problems.Report(DiagnosticCodes.NoEntries, node.Span, "values");
        ImmutableArray<DatedValue> values = [.. items.Select(item => Value(item, scope)).OfType<DatedValue>()];
        RefuseOverlaps(parameter, values, scope.Problems);
        return values;
    }

    private static DatedValue? Value(JsonNode node, PackScope scope)
    {
        ObjectReader reader = new(node, scope.Problems);
        bool isJudged = PackParts.AreJudged(reader, "season");
        DateOnly? from = PackParts.RequiredDayOrNull(reader, "from");
        DateOnly? until = reader.OptionalDate("until");
        JsonNode? value = reader.Required("value");
        SourceReference? source = InstrumentReader.Source(reader.OptionalObject("source"));
        reader.Done();
        PackParts.CheckOrder(reader, ("from", from), ("until", until));
        return value is null || !isJudged ? null : new DatedValue(from, until, source, value, node.Span);
    }

    private static void RefuseOverlaps(string parameter, ImmutableArray<DatedValue> values, DiagnosticBag problems)
    {
        foreach (IGrouping<DateOnly?, DatedValue> day in values.GroupBy(v => v.From))
        {
            DatedValue? whole = null;
            Dictionary<string, DatedValue> keyed = new(StringComparer.Ordinal);
            foreach (DatedValue value in day)
            {
                DatedValue? other = whole ?? Meets(value, keyed);
                if (other is not null)
                    problems.Report(DiagnosticCodes.ValuesOverlap, value.Place, parameter, PackParts.Written(value.From), other.Place.ToString());
                if (value.Value.Kind != JsonKind.Object) whole ??= value;
                foreach (JsonMember member in value.Value.Members.Where(m => m.Name != "note")) keyed.TryAdd(member.Name, value);
            }
        }
    }

    private static DatedValue? Meets(DatedValue value, Dictionary<string, DatedValue> keyed) => value.Value.Kind == JsonKind.Object
        ? value.Value.Members.Select(m => keyed.GetValueOrDefault(m.Name)).FirstOrDefault(v => v is not null)
        : keyed.Values.FirstOrDefault();
}
