using System.Globalization;

namespace ComplianceRules.Benchmarks;

/// <summary>A series below one row.</summary>
/// <param name="Above">The row above.</param>
/// <param name="Table">The table of the rows.</param>
/// <param name="Name">The name of the series.</param>
/// <param name="Series">The series.</param>
internal sealed record SeriesPlace(CountyRow Above, CountyTable Table, string Name, SeriesRecipe Series)
{
    /// <summary>A row of the series.</summary>
    /// <param name="number">Its number among all rows of the list, from 1.</param>
    /// <param name="key">What it is called within its series.</param>
    public CountyRow Row(int number, string key) =>
        new(Table, Above, number.ToString(CultureInfo.InvariantCulture), $"{Table.Name}-{Name}-{key}") { Series = Series };
}
