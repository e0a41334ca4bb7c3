using ComplianceRules.Facts;
using ComplianceRules.Findings;

namespace ComplianceRules.Reports;

/// <summary>The rows, schools and regions that findings speak of, each once.</summary>
/// <remarks>Ids and names of rows mostly begin with those of their school; what comes behind is shared by thousands. For one thread.</remarks>
internal sealed class RowTable
{
    private readonly Dictionary<Subject, int> _places = [];
    private readonly List<ListedRow> _rows = [];
    private readonly Interned<string> _tables = new(StringComparer.Ordinal);
    private readonly Interned<string> _parts = new(StringComparer.Ordinal);

    /// <summary>Begins with the schools of an overview.</summary>
    /// <param name="overview">The overview; null where there is none.</param>
    public RowTable(AssessmentOverview? overview)
    {
        Regions = new RegionTable(overview);
        if (overview is null) return;
        foreach (SchoolOverview school in overview.Schools) Schools.Of(school.School);
    }

    /// <summary>The schools; those of an overview first and in its order.</summary>
    public Interned<Subject> Schools { get; } = new();

    /// <summary>The regions.</summary>
    public RegionTable Regions { get; }

    /// <summary>The tables of the rows.</summary>
    public IReadOnlyList<string> Tables => _tables.Items;

    /// <summary>The texts that ids and names are made of.</summary>
    public IReadOnlyList<string> Parts => _parts.Items;

    /// <summary>The number of a row.</summary>
    /// <param name="row">The row.</param>
    /// <param name="place">Where it lies; null where that is not known.</param>
    public int Of(Subject row, FindingPlace? place)
    {
        if (_places.TryGetValue(row, out int known)) return known;
        if (place?.Region is { } code) Regions.Add(code, place.RegionName);
        _rows.Add(new ListedRow(row, place?.School is { } school ? Schools.Of(school) : null, place?.Region));
        _places.Add(row, _rows.Count - 1);
        return _rows.Count - 1;
    }

    /// <summary>The school of a row; null for rows above schools.</summary>
    /// <param name="row">The row's number.</param>
    public int? SchoolOf(int row) => _rows[row].School;

    /// <summary>The region of each school, as far as rows tell it.</summary>
    public RegionCode?[] RegionsOfSchools()
    {
        RegionCode?[] codes = new RegionCode?[Schools.Items.Count];
        foreach (ListedRow row in _rows)
        {
            if (row.School is { } school) codes[school] ??= row.Region;
        }

        return codes;
    }

    /// <summary>Adds the columns of the rows, sorted by school, table and id.</summary>
    /// <param name="block">Where to.</param>
    /// <param name="regions">The number of each region.</param>
    /// <returns>The new number of each row.</returns>
    public int[] Write(ColumnBlock block, IReadOnlyDictionary<RegionCode, int> regions)
    {
        int[] order = [.. Enumerable.Range(0, _rows.Count)];
        Array.Sort(order, Compare);
        (IntColumn tables, IntColumn schools, IntColumn places, IntColumn ids, IntColumn names) = (new(), new(), new(), new(), new());
        int[] renumbered = new int[order.Length];
        for (int i = 0; i < order.Length; i++)
        {
            ListedRow row = _rows[order[i]];
            renumbered[order[i]] = i;
            Subject? school = row.School is { } number ? Schools.Items[number] : null;
            tables.Add(_tables.Of(row.Row.Table));
            schools.AddPlace(row.School);
            places.AddPlace(row.Region is { } code ? regions[code] : null);
            ids.Add(Part(row.Row.Id, school?.Id));
            names.Add(row.Row.Name is { } name ? 1 + Part(name, school?.Name) : 0);
        }

        block.Add("rowTable", tables.Items);
        block.Add("rowSchool", schools.Items, isDelta: true);
        block.Add("rowRegion", places.Items, isDelta: true);
        block.Add("rowId", ids.Items, isDelta: true);
        block.Add("rowName", names.Items, isDelta: true);
        return renumbered;
    }

    // Twice the number of the text; one more where the school's own text stands before it.
    private int Part(string text, string? school) =>
        school is { Length: > 0 } && text.StartsWith(school, StringComparison.Ordinal) ? (2 * _parts.Of(text[school.Length..])) + 1 : 2 * _parts.Of(text);

    private int Compare(int one, int other)
    {
        (ListedRow left, ListedRow right) = (_rows[one], _rows[other]);
        int bySchool = (left.School ?? -1).CompareTo(right.School ?? -1);
        if (bySchool != 0) return bySchool;
        int byTable = string.CompareOrdinal(left.Row.Table, right.Row.Table);
        return byTable != 0 ? byTable : string.CompareOrdinal(left.Row.Id, right.Row.Id) is not 0 and int byId ? byId : one.CompareTo(other);
    }
}
