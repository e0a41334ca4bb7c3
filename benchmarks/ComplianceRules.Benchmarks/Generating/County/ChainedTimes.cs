using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using ComplianceRules.Facts;

namespace ComplianceRules.Benchmarks;

/// <summary>Makes rows that follow one another in time, such as the segments of a timetable.</summary>
internal static class ChainedTimes
{
    private const int Grid = 5;
    private const decimal Rare = 3;

    public static List<CountyRow> Rows(SeriesPlace place, ref CellChance chance, int from, CellDrawer drawer)
    {
        List<CountyRow> rows = [];
        if (place.Series.Chain is not [string begins, string until, string first]) throw new InvalidDataException($"the chain `{place.Name}` has not three fields");
        int? at = Minutes(place.Above, first, drawer);
        for (int step = 0; step < place.Series.Steps.Length; step++)
        {
            StepRecipe recipe = place.Series.Steps[step];
            ImmutableArray<int> minutes = !recipe.Rarely.IsEmpty && chance.Hits(Rare, place.Above.Lapses) ? recipe.Rarely : recipe.Minutes;
            int length = minutes[0] + (chance.Below(((minutes[^1] - minutes[0]) / Grid) + 1) * Grid);
            if (recipe.At is { } field) at = Minutes(place.Above, field, drawer);
            if (!chance.Hits(recipe.Keep, place.Above.Lapses) || at is not { } start) continue;
            int? end = recipe.Until is { } last ? Minutes(place.Above, last, drawer) : start + length;
            if (end is not { } stop || stop <= start) continue;
            CountyRow row = place.Row(from + rows.Count + 1, step.ToString(CultureInfo.InvariantCulture));
            row.Set(begins, TimeScale.Format(start));
            row.Set(until, TimeScale.Format(stop));
            foreach ((string name, JsonElement value) in recipe.Facts) row.Set(name, CellText.Of(value));
            rows.Add(row);
            at = stop;
        }

        return rows;
    }

    private static int? Minutes(CountyRow row, string field, CellDrawer drawer) => drawer.Cell(row, field) is { Length: > 0 } cell ? CellText.ToMinutes(cell) : null;
}
