using System.Globalization;

namespace ComplianceRules.Benchmarks;

/// <summary>A row of a made-up county; its facts are drawn when somebody asks for them, so that one may follow from another in any order.</summary>
/// <param name="table">Its table.</param>
/// <param name="parent">The row above; null for none.</param>
/// <param name="id">Its id, as data has it.</param>
/// <param name="key">What it is called among the rows of the row above, for the chance of its cells.</param>
internal sealed class CountyRow(CountyTable table, CountyRow? parent, string id, string key)
{
    private readonly Dictionary<string, string> _cells = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<CountyRow>> _lists = new(StringComparer.Ordinal);

    public CountyTable Table => table;

    public CountyRow? Parent => parent;

    public string Id => id;

    /// <summary>Names the row among all rows.</summary>
    public string Path { get; } = parent is null ? key : $"{parent.Path}/{key}";

    /// <summary>What the facts of the row's series are drawn from.</summary>
    public SeriesRecipe? Series { get; init; }

    /// <summary>How many times as often as in the recipe what is rare happens in the row's school.</summary>
    public decimal Lapses { get; init; } = parent?.Lapses ?? 1;

    /// <summary>Sets a fact, whatever would be drawn.</summary>
    public void Set(string field, string cell) => _cells[field] = cell;

    /// <summary>A fact that is set or was drawn; null for none yet.</summary>
    public string? Known(string field) => _cells.GetValueOrDefault(field);

    /// <summary>The rows of a list, in their order.</summary>
    public List<CountyRow> List(string children)
    {
        if (!_lists.TryGetValue(children, out List<CountyRow>? rows)) _lists[children] = rows = [];
        return rows;
    }

    /// <summary>Whether it has rows of a list.</summary>
    public bool HasList(string children) => _lists.ContainsKey(children);

    /// <summary>The row itself or the one above it of a table; null for none.</summary>
    public CountyRow? Above(string name)
    {
        CountyRow? row = this;
        while (row is not null && row.Table.Name != name) row = row.Parent;
        return row;
    }

    /// <summary>The number in a cell.</summary>
    public static decimal Number(string cell) => decimal.Parse(cell, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
}
