using System.Globalization;
using ComplianceRules.Facts;

namespace ComplianceRules.Benchmarks;

/// <summary>Makes the rows of the tables that packs add, series by series.</summary>
/// <param name="recipe">What there is.</param>
/// <param name="schema">The tables.</param>
/// <param name="drawer">Draws what rows depend on.</param>
internal sealed class SeriesRows(CountyRecipe recipe, CountySchema schema, CellDrawer drawer)
{
    private static readonly SeriesRecipe Other = new() { Times = [1, 2] };
    private static readonly TableRecipe Unknown = new() { Series = TableRecipe.None.Add("*", Other) };

    /// <summary>Adds the rows below a row, and those below them.</summary>
    public void AddBelow(CountyRow row)
    {
        foreach (CountyTable table in schema.Below(row.Table.Name).Where(t => BaseTables.Schema.Table(t.Name) is null)) Add(row, table);
    }

    private void Add(CountyRow row, CountyTable table)
    {
        List<CountyRow> rows = row.List(table.Children);
        TableRecipe known = recipe.Tables.GetValueOrDefault(table.Name) ?? Unknown;
        foreach ((string name, SeriesRecipe series) in SeriesOf(table, known))
        {
            CellChance chance = new(recipe.Seed, $"{row.Path}/{table.Name}-{name}");
            if (!drawer.Fits(row, series.If) || !chance.Hits(series.KeepAll, row.Lapses)) continue;
            foreach (CountyRow added in Rows(new SeriesPlace(row, table, name, series), ref chance, rows.Count))
            {
                if (known.By is { } by) added.Set(by, name);
                rows.Add(added);
            }
        }

        foreach (CountyRow added in rows) AddBelow(added);
    }

    private static IEnumerable<KeyValuePair<string, SeriesRecipe>> SeriesOf(CountyTable table, TableRecipe known)
    {
        if (known.By is not { } by) return known.Series.IsEmpty ? Unknown.Series : known.Series;
        IEnumerable<FieldOption> options = table.Field(by)?.Options ?? [];
        return options.Select(o => KeyValuePair.Create(o.Key, known.Series.GetValueOrDefault(o.Key) ?? known.Series.GetValueOrDefault("*") ?? Other));
    }

    private List<CountyRow> Rows(SeriesPlace place, ref CellChance chance, int from)
    {
        if (place.Series.Steps.IsEmpty) return Dated(place, ref chance, from);
        return ChainedTimes.Rows(place, ref chance, from, drawer);
    }

    private List<CountyRow> Dated(SeriesPlace place, ref CellChance chance, int from)
    {
        List<CountyRow> rows = [];
        int period = 0;
        foreach (DateOnly[] days in Periods(place.Series))
        {
            period++;
            int times = place.Series.Times[0] + chance.Below(place.Series.Times[^1] - place.Series.Times[0] + 1);
            for (int time = 0; time < times; time++)
            {
                string? day = days.Length > 0 ? CellText.Of(days[chance.Below(days.Length)]) : null;
                if (!chance.Hits(place.Series.Keep, place.Above.Lapses)) continue;
                CountyRow row = place.Row(from + rows.Count + 1, string.Create(CultureInfo.InvariantCulture, $"{period}-{time}"));
                if (place.Series.On is { } on && day is not null) row.Set(on, day);
                rows.Add(row);
            }
        }

        return rows;
    }

    private IEnumerable<DateOnly[]> Periods(SeriesRecipe series)
    {
        if (series.On is null) return [[]];
        IEnumerable<DateOnly> days = recipe.Calendar.TeachingDays(series.From, series.To);
        return series.Every switch
        {
            "day" => days.Select(d => new[] { d }),
            "week" => days.GroupBy(d => d.DayNumber / 7).Select(g => g.ToArray()),
            "month" => days.GroupBy(d => (d.Year, d.Month)).Select(g => g.ToArray()),
            "once" => [days.ToArray()],
            _ => throw new InvalidDataException($"there is no period `{series.Every}`"),
        };
    }
}
