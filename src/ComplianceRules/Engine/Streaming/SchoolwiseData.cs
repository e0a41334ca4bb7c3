using ComplianceRules.Facts;

namespace ComplianceRules.Engine;

/// <summary>Data that was gone through some schools at a time, and can be gone through again.</summary>
/// <remarks>For one run and one thread.</remarks>
internal sealed class SchoolwiseData
{
    /// <summary>Reads it again.</summary>
    public required ISchoolwiseSource Source { get; init; }

    /// <summary>The data, at its start.</summary>
    public required Stream Stream { get; init; }

    /// <summary>How much was read, and the checksum of that.</summary>
    public required (long Length, uint Checksum) Seen { get; init; }

    /// <summary>What the whole has.</summary>
    public required SchoolSurvey Survey { get; init; }

    /// <summary>What stands beside the schools.</summary>
    public required Snapshot Head { get; init; }

    /// <summary>The calendar; null where the data has none.</summary>
    public required SchoolCalendar? Calendar { get; init; }

    /// <summary>The ids of all schools.</summary>
    public required IEnumerable<string> SchoolIds { get; init; }
}
