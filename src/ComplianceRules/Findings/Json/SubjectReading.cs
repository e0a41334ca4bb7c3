using ComplianceRules.Facts;

namespace ComplianceRules.Findings;

/// <summary>Reads rows, and where they lie.</summary>
internal static class SubjectReading
{
    /// <summary>A row; null where there is none.</summary>
    public static Subject? Optional(JsonMembers owner, string key) =>
        owner.OptionalMembers(key, AssessmentKeys.Subject) is { } row ? new Subject(row.Text("table"), row.Text("id"), row.OptionalText("name")) : null;

    /// <summary>A row.</summary>
    public static Subject Of(JsonMembers owner, string key) => Optional(owner, key) ?? throw owner.Refused(key, "a row");

    /// <summary>Where a row lies; null where that is not told.</summary>
    public static FindingPlace? Place(JsonMembers finding)
    {
        if (finding.OptionalMembers("place", AssessmentKeys.Place) is not { } place) return null;
        Subject? school = place.OptionalText("school") is { } id ? new Subject(BaseTables.School, id, place.OptionalText("schoolName")) : null;
        return new FindingPlace(school, place.OptionalRegion("region"), place.OptionalText("regionName"));
    }
}
