using System.Collections.Immutable;
using ComplianceRules.Diagnostics;
using ComplianceRules.Facts;
using ComplianceRules.Json;

namespace ComplianceRules.Packs;

/// <summary>Reads the <c>values</c> of a parameter; no two of them may say something of the same key and day of the year from the same day.</summary>
internal static class DatedValueReader
{
    private const string SeasonKey = "season";

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
        DateOnly? from = PackParts.RequiredDayOrNull(reader, "from");
        DateOnly? until = reader.OptionalDate("until");
        Season? season = SeasonOf(reader);
        JsonNode? value = reader.Required("value");
        SourceReference? source = InstrumentReader.Source(reader.OptionalObject("source"));
        reader.Done();
        PackParts.CheckOrder(reader, ("from", from), ("until", until));
        return value is null || (season is null && reader.Has(SeasonKey)) ? null : new DatedValue(from, until, source, value, node.Span) { Season = season, Note = reader.NoteText };
    }

    private static Season? SeasonOf(ObjectReader reader)
    {
        if (reader.OptionalText(SeasonKey) is not { } text) return null;
        if (Season.TryParse(text, out Season season)) return season;
        reader.Problems.Report(DiagnosticCodes.BadSeason, reader.Node[SeasonKey]!.Span, JsonFault.Shown(text));
        return null;
    }

    private static void RefuseOverlaps(string parameter, ImmutableArray<DatedValue> values, DiagnosticBag problems)
    {
        foreach (IGrouping<DateOnly?, DatedValue> day in values.GroupBy(v => v.From))
        {
            // Those kept under one key share no day of the year, so they are few.
            Dictionary<string, List<DatedValue>> keyed = new(StringComparer.Ordinal);
            List<DatedValue> whole = [];
            foreach (DatedValue value in day)
            {
                DatedValue? other = Meeting(value, whole) ?? OthersOf(value, keyed).Select(others => Meeting(value, others)).FirstOrDefault(v => v is not null);
                if (other is not null)
                    problems.Report(DiagnosticCodes.ValuesOverlap, value.Place, parameter, PackParts.Written(value.From), other.Place.ToString());
                else Keep(value, keyed, whole);
            }
        }
    }

    private static void Keep(DatedValue value, Dictionary<string, List<DatedValue>> keyed, List<DatedValue> whole)
    {
        if (value.Value.Kind != JsonKind.Object) whole.Add(value);
        foreach (string key in KeysOf(value))
        {
            if (keyed.TryGetValue(key, out List<DatedValue>? known)) known.Add(value);
            else keyed.Add(key, [value]);
        }
    }

    private static IEnumerable<List<DatedValue>> OthersOf(DatedValue value, Dictionary<string, List<DatedValue>> keyed) => value.Value.Kind == JsonKind.Object
        ? KeysOf(value).Select(key => keyed.GetValueOrDefault(key)).OfType<List<DatedValue>>()
        : keyed.Values;

    private static IEnumerable<string> KeysOf(DatedValue value) => value.Value.Members.Select(m => m.Name).Where(name => name != "note");

    private static DatedValue? Meeting(DatedValue value, List<DatedValue> others) => others.Find(o => o.Season is null || value.Season is null || o.Season.Value.Meets(value.Season.Value));
}
