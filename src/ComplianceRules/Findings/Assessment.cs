using System.Collections.Immutable;
using ComplianceRules.Diagnostics;
using ComplianceRules.Facts;

namespace ComplianceRules.Findings;

/// <summary>Everything that the packs say of a snapshot on one day.</summary>
/// <remarks>
/// Immutable; may be shared between threads. The same catalogue, snapshot and day give the same assessment, whatever the machine, culture and number of threads.
/// <c>System.Text.Json</c> and Newtonsoft.Json write it as the document of <c>assessment.schema.json</c> and read it again. One that was read has no <see cref="Overview"/>, its
/// <see cref="Schema"/> has no fields, counts of persons that were not told are the least that they may be, and it cannot be judged anew.
/// </remarks>
[System.Text.Json.Serialization.JsonConverter(typeof(AssessmentJsonConverter))]
[Newtonsoft.Json.JsonConverter(typeof(AssessmentNewtonsoftConverter))]
public sealed record Assessment
{
    /// <summary>The day of assessment.</summary>
    public required DateOnly AsOf { get; init; }

    /// <summary>The packs, in ordinal order of their ids.</summary>
    public required ImmutableArray<PackIdentity> Packs { get; init; }

    /// <summary>The full ids of the rules that are not in force on the day, in ordinal order.</summary>
    public required ImmutableArray<string> NotInForce { get; init; }

    /// <summary>What reading the data found.</summary>
    public required DataReport Data { get; init; }

    /// <summary>What reading the earlier data found; null where none was given.</summary>
    public DataReport? PreviousData { get; init; }

    /// <summary>The schema that facts and units are of.</summary>
    public required FactSchema Schema { get; init; }

    /// <summary>What each rule in force found, by full id and pack in ordinal order; rules that met no row have no counts.</summary>
    public required ImmutableArray<RuleSummary> Rules { get; init; }

    /// <summary>What people call the areas of the rules, by id; an area that no pack gives a title is not there.</summary>
    public ImmutableSortedDictionary<string, LocalText> Areas { get; init; } = ImmutableSortedDictionary.Create<string, LocalText>(StringComparer.Ordinal);

    /// <summary>The findings, ordered by rule, pack, table and id, all ordinal; those of all rows together come before those of single rows.</summary>
    /// <remarks>Without <c>IncludeAll</c> those that are neither compliant nor not applicable. Rows of personal tables are listed only where <see cref="IncludesPersonal"/> says so.</remarks>
    public required FindingList Findings { get; init; }

    /// <summary>How many persons have a verdict, by the row above them: by rule, parent and verdict, the ids in ordinal order.</summary>
    /// <remarks>Without <c>IncludeAll</c> only verdicts that are neither compliant nor not applicable. Persons who all lack the same column are one finding and not counted by parent.</remarks>
    public ImmutableArray<PersonalCount> PersonalCounts { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>What became of the waivers of the packs that judge rows, by pack and place, and last of those in a file apart.</summary>
    public ImmutableArray<WaiverSummary> Waivers { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>What was found of each waiver; null where there are none.</summary>
    internal WaiverTally? WaiverTally { get; init; }

    /// <summary>Whether rows of personal tables are listed among the findings and the reports of machines count them exactly.</summary>
    public bool IncludesPersonal { get; init; }

    /// <summary>The region that alone was judged; null for all.</summary>
    public RegionCode? Only { get; init; }

    /// <summary>Whether compliant and not applicable rows are listed among the findings too.</summary>
    public bool ListsAll { get; init; }

    /// <summary>The ids of all rows of the tables that rules judged, by table, those of persons left out; null where the data was never in memory as a whole.</summary>
    /// <remarks>Made when they are reached, in the order of the data. A later comparison needs them: a row that is not listed may be kept, and it may have gone.</remarks>
    public ImmutableSortedDictionary<string, IReadOnlyCollection<string>>? Subjects { get; init; }

    /// <summary>What it says of schools, regions and measures as wholes; null where that was not asked for.</summary>
    public AssessmentOverview? Overview { get; init; }

    /// <summary>What another assessment of changed facts begins with; null where it begins with nothing.</summary>
    internal AssessmentBasis? Basis { get; init; }

    /// <summary>The findings of a school and of what lies below it.</summary>
    /// <remarks>
    /// Rows that lack the same column or list are told one by one here, whatever the list of all findings does. Where the assessment was read back, a finding that stands for
    /// many rows is given for each school. An empty list says that no rule that was judged is broken or open, as far as the assessment lists findings.
    /// </remarks>
    /// <param name="school">The school's id.</param>
    /// <exception cref="KeyNotFoundException">The data has no such school.</exception>
    /// <exception cref="InvalidOperationException">The assessment does not tell which schools it judged, as that of a stream of schools.</exception>
    public FindingList For(string school)
    {
        ArgumentNullException.ThrowIfNull(school);
        FindingScope scope = new() { School = school };
        bool isKnown = Findings.Knows(scope) ?? Subjects?.GetValueOrDefault(BaseTables.School)?.Contains(school)
            ?? throw new InvalidOperationException("the assessment does not tell which schools it judged");
        return isKnown ? Findings.Within(scope) : throw new KeyNotFoundException($"the data has no school `{school}`");
    }

    /// <summary>The findings of a region, of the regions in it and of their schools.</summary>
    /// <remarks>As with <see cref="For"/>, rows that lack the same column or list are told one by one.</remarks>
    /// <param name="region">The region.</param>
    /// <exception cref="KeyNotFoundException">The data has no such region.</exception>
    /// <exception cref="InvalidOperationException">The assessment does not tell which regions it judged.</exception>
    public FindingList In(RegionCode region)
    {
        FindingScope scope = new() { Region = Schema.FormerCodes.Current(region) };
        bool isKnown = Findings.Knows(scope) ?? throw new InvalidOperationException("the assessment does not tell which regions it judged");
        return isKnown ? Findings.Within(scope) : throw new KeyNotFoundException($"the data has no region `{region}`");
    }

    /// <summary>The findings of a rule.</summary>
    /// <param name="rule">The rule's full id.</param>
    /// <exception cref="KeyNotFoundException">No such rule was judged.</exception>
    public FindingList OfRule(string rule)
    {
        ArgumentNullException.ThrowIfNull(rule);
        return Rules.Any(r => r.Rule == rule) ? Findings.Within(new FindingScope { Rule = rule }) : throw Unknown("rule", rule, Rules.Select(r => r.Rule));
    }

    /// <summary>The findings of the rules of an area.</summary>
    /// <param name="area">The area's id.</param>
    /// <exception cref="KeyNotFoundException">No rule of such an area was judged.</exception>
    public FindingList OfArea(string area)
    {
        ArgumentNullException.ThrowIfNull(area);
        return Rules.Any(r => r.Area == area) ? Findings.Within(new FindingScope { Area = area }) : throw Unknown("area", area, Rules.Select(r => r.Area));
    }

    /// <summary>How many rows of all rules together have which verdict, as a report may show it.</summary>
    public ShownCounts Shown => Rules.Aggregate(ShownCounts.None, (sum, rule) => sum.Plus(rule.Shown));

    /// <summary>How many rows of a table became facts, as a report may show it.</summary>
    /// <param name="table">The table's name.</param>
    public ShownCount ShownRows(string table)
    {
        int rows = Data.Rows.GetValueOrDefault(table);
        return Schema.IsPersonal(table) ? ShownCount.OfPersons(rows) : ShownCount.Exactly(rows);
    }

    /// <summary>How many rows of all rules together have which verdict.</summary>
    /// <remarks>Exact, persons too: exit codes need it. A report shows <see cref="Shown"/>.</remarks>
    public VerdictCounts Counts => Rules.Aggregate(VerdictCounts.None, (sum, rule) => sum.Plus(rule.Counts));

    private static KeyNotFoundException Unknown(string what, string name, IEnumerable<string> known)
    {
        string? near = NearestName.Of(name, known.Distinct(StringComparer.Ordinal));
        return new KeyNotFoundException(near is null ? $"no {what} `{name}` was judged" : $"no {what} `{name}` was judged (did you mean `{near}`?)");
    }
}
