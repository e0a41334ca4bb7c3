using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using ComplianceRules.Facts;

namespace ComplianceRules.Benchmarks;

/// <summary>The files of a made-up county: a folder of tables for this year and one for the year before.</summary>
internal sealed class CountyFolder
{
    private const string Now = "csv/";
    private const string Before = "previous/";

    private readonly SortedDictionary<string, StringBuilder> _files = new(StringComparer.Ordinal);
    private readonly CountyRecipe _recipe;
    private readonly CountySchema _schema;
    private readonly CellDrawer _drawer;

    private CountyFolder(CountyRecipe recipe, CountySchema schema)
    {
        _recipe = recipe;
        _schema = schema;
        _drawer = new CellDrawer(recipe);
    }

    /// <summary>The bytes of each file by its path, with forward slashes.</summary>
    public static ImmutableSortedDictionary<string, byte[]> Make(CountyRecipe recipe, CountySchema schema)
    {
        CountyFolder folder = new(recipe, schema);
        folder.WriteAll();
        return folder._files.ToImmutableSortedDictionary(f => f.Key, f => Encoding.UTF8.GetBytes(f.Value.ToString()), StringComparer.Ordinal);
    }

    private void WriteAll()
    {
        ImmutableArray<CountyRow> regions = new MadeUpSchools(_recipe, _schema).Make();
        SeriesRows series = new(_recipe, _schema, _drawer);
        CountyRow county = regions[^1];
        series.AddBelow(county);
        foreach (CountyRow school in county.List("schools"))
        {
            series.AddBelow(school);
            foreach (CountyRow row in school.List("year_groups").Concat(school.List("classes"))) series.AddBelow(row);
        }

        WriteTables(regions, county);
        WriteEarlier(regions, county);
        WriteCalendar();
    }

    private void WriteTables(ImmutableArray<CountyRow> regions, CountyRow county)
    {
        foreach (CountyTable table in _schema.Tables)
        {
            TableWriter writer = new(File($"{Now}{table.Name}.csv"), table, _schema, _drawer) { Unreported = _recipe.Tables.GetValueOrDefault(table.Name)?.Blank ?? 0, Seed = _recipe.Seed };
            writer.WriteHead();
            foreach (CountyRow row in table.Name == BaseTables.Region ? regions : RowsOf(table.Name, county)) writer.Write(row, isKnown: table.Name != BaseTables.Region || row == county);
        }
    }

    private IEnumerable<CountyRow> RowsOf(string table, CountyRow county)
    {
        if (table == BaseTables.School) return county.List("schools");
        CountyTable own = _schema.Table(table);
        return own.Parent == BaseTables.Region ? county.List(own.Children) : RowsOf(own.Parent!, county).SelectMany(r => r.List(own.Children));
    }

    private void WriteEarlier(ImmutableArray<CountyRow> regions, CountyRow county)
    {
        WriteSnapshot(Before, _recipe.Previous);
        foreach ((string name, ImmutableDictionary<string, Draw> draws) in _recipe.Earlier.OrderBy(e => e.Key, StringComparer.Ordinal))
        {
            CountyTable table = _schema.Table(name);
            IEnumerable<CountyRow> rows = name == BaseTables.Region ? regions.Where(r => r == county) : RowsOf(name, county);
            new EarlierTable(table, draws, _drawer).Write(File($"{Before}{name}.csv"), rows);
        }
    }

    private void WriteCalendar()
    {
        WriteSnapshot(Now, _recipe.Snapshot);
        StringBuilder terms = File($"{Now}calendar_term.csv").Append("school_year,term,from,to\n");
        foreach (TermRecipe term in _recipe.Calendar.Terms)
            terms.Append(CultureInfo.InvariantCulture, $"{term.SchoolYear},{term.Term},{CellText.Of(term.From)},{CellText.Of(term.To)}\n");
        StringBuilder days = File($"{Now}calendar_day.csv").Append("date,working\n");
        foreach (DateOnly day in _recipe.Calendar.DaysOff.Concat(_recipe.Calendar.WorkingDaysInstead).Order())
            days.Append(CultureInfo.InvariantCulture, $"{CellText.Of(day)},{(_recipe.Calendar.DaysOff.Contains(day) ? "false" : "true")}\n");
    }

    private void WriteSnapshot(string folder, SnapshotRecipe snapshot)
    {
        string minDays = folder == Now ? ",teaching_month_min_days" : string.Empty;
        StringBuilder text = File($"{folder}snapshot.csv").Append(CultureInfo.InvariantCulture, $"date,title,covers{minDays}\n");
        text.Append(CultureInfo.InvariantCulture, $"{CellText.Of(snapshot.Date)},{CellText.Quoted(snapshot.Title)},{_recipe.Regions[^1].Code}");
        if (minDays.Length > 0) text.Append(CultureInfo.InvariantCulture, $",{_recipe.Calendar.TeachingMonthMinDays}");
        text.Append('\n');
    }

    private StringBuilder File(string path) => _files[path] = new StringBuilder();
}
