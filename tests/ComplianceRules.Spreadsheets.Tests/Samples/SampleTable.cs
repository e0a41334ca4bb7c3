using System.Collections.Immutable;
using System.Text.Json;

namespace ComplianceRules.Spreadsheets.Tests.Samples;

/// <summary>The rows of one table of the sample, as they stand in its JSON.</summary>
/// <param name="Name">The table.</param>
/// <param name="Columns">The columns, in the order in which the JSON first has them.</param>
/// <param name="Rows">The values by column; what is not there is not known.</param>
internal sealed record SampleTable(string Name, ImmutableArray<string> Columns, ImmutableArray<ImmutableDictionary<string, JsonElement>> Rows)
{
    public static SampleTable Of(string name, IEnumerable<ImmutableArray<KeyValuePair<string, JsonElement>>> rows)
    {
        ImmutableArray<KeyValuePair<string, JsonElement>>[] all = [.. rows];
        return new SampleTable(
            name,
            [.. all.SelectMany(r => r.Select(m => m.Key)).Distinct(StringComparer.Ordinal)],
            [.. all.Select(r => r.Where(m => m.Value.ValueKind != JsonValueKind.Null).ToImmutableDictionary(StringComparer.Ordinal))]);
    }
}
