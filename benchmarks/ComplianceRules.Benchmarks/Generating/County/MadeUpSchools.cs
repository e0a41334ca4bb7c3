using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using ComplianceRules.Facts;

namespace ComplianceRules.Benchmarks;

/// <summary>Makes the rows of a made-up county: regions, schools, year groups, classes, and what the recipe has below them.</summary>
/// <param name="recipe">What there is.</param>
/// <param name="schema">The tables.</param>
internal sealed class MadeUpSchools(CountyRecipe recipe, CountySchema schema)
{
    private const int LastPrimaryGrade = 5;

    private readonly CountyTable _years = schema.Table(BaseTables.YearGroup);
    private readonly CountyTable _classes = schema.Table(BaseTables.Class);

    /// <summary>The regions, those further out first.</summary>
    public ImmutableArray<CountyRow> Make()
    {
        List<CountyRow> regions = [];
        foreach (RegionRecipe region in recipe.Regions) regions.Add(Region(region, regions.LastOrDefault()));
        foreach (SchoolRecipe school in recipe.Schools) regions[^1].List("schools").Add(School(school, regions[^1]));
        return [.. regions];
    }

    private CountyRow Region(RegionRecipe region, CountyRow? above)
    {
        CountyRow row = new(schema.Table(BaseTables.Region), above, region.Code, region.Code);
        row.Set("code", region.Code);
        row.Set("level", region.Level);
        row.Set("name", region.Name);
        return row;
    }

    private CountyRow School(SchoolRecipe school, CountyRow county)
    {
        CountyRow row = new(schema.Table(BaseTables.School), county, school.Id, school.Id) { Lapses = school.Lapses };
        row.Set("name", school.Name);
        row.Set("schooling_system", "5-4");
        row.Set("stages", string.Join(';', Grades(school).Select(StageOf).Distinct()));
        foreach ((string field, JsonElement value) in school.Facts) row.Set(field, CellText.Of(value));
        foreach (int grade in Grades(school)) AddGrade(row, school, grade);
        return row;
    }

    private static IEnumerable<int> Grades(SchoolRecipe school) => Enumerable.Range(school.FromGrade, school.ToGrade - school.FromGrade + 1);

    private void AddGrade(CountyRow row, SchoolRecipe school, int grade)
    {
        CountyRow year = Graded(_years, row, grade, grade);
        row.List(_years.Children).Add(year);
        for (int number = 1; number <= school.Classes; number++)
        {
            CountyRow item = Graded(_classes, row, (grade * 100) + number, grade);
            item.Set("name", string.Create(CultureInfo.InvariantCulture, $"{recipe.Grades[grade - 1]}{number}班"));
            row.List(_classes.Children).Add(item);
            year.List(_classes.Children).Add(item);
        }
    }

    private static CountyRow Graded(CountyTable table, CountyRow school, int id, int grade)
    {
        string text = id.ToString(CultureInfo.InvariantCulture);
        CountyRow row = new(table, school, text, $"{table.Name}-{text}");
        row.Set("grade", grade.ToString(CultureInfo.InvariantCulture));
        row.Set("stage", StageOf(grade));
        return row;
    }

    private static string StageOf(int grade) => grade <= LastPrimaryGrade ? "primary" : "junior";
}
