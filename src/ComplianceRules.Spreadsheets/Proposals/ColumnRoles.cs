using System.Collections.Immutable;

namespace ComplianceRules.Spreadsheets.Proposals;

/// <summary>The columns of a sheet that say which school, class, grade or place a record is about.</summary>
/// <remarks>Immutable.</remarks>
internal sealed record ColumnRoles
{
    public SampleColumn? SchoolId { get; init; }

    public SampleColumn? SchoolName { get; init; }

    public SampleColumn? ClassId { get; init; }

    public SampleColumn? Grade { get; init; }

    /// <summary>A column of region codes, every one of which can be read.</summary>
    public SampleColumn? RegionCode { get; init; }

    public SampleColumn? RegionName { get; init; }

    /// <summary>The columns that are none of these, and no serial numbers.</summary>
    public ImmutableArray<SampleColumn> Others { get; init; } = [];

    /// <summary>All that there are.</summary>
    public IEnumerable<SampleColumn> Found => new[] { SchoolId, SchoolName, ClassId, Grade, RegionCode, RegionName }.OfType<SampleColumn>();

    /// <summary>Finds them by their headers; the first of each kind counts.</summary>
    public static ColumnRoles Of(ImmutableArray<SampleColumn> columns)
    {
        SampleColumn? First(string list) => columns.FirstOrDefault(c => c.Is(list));
        SampleColumn? code = First("region-code");
        ColumnRoles roles = new()
        {
            SchoolId = First("school-id"),
            SchoolName = First("school-name"),
            ClassId = First("class-id"),
            Grade = First("grade"),
            RegionCode = code is not null && code.Seen.Any() && code.Seen.All(c => Facts.RegionCode.TryParse(c, out _)) ? code : null,
            RegionName = First("region-name"),
        };
        HashSet<SampleColumn> used = [.. roles.Found];
        return roles with { Others = [.. columns.Where(c => !used.Contains(c) && !c.Is("serial") && !c.Is("label"))] };
    }
}
