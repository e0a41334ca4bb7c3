using ComplianceRules.Findings;

namespace ComplianceRules.Reports;

/// <summary>The findings that a report for people lists: none about a person, whatever the assessment holds.</summary>
/// <remarks>People pass such reports on. Persons are counted beside them.</remarks>
internal static class ListedFindings
{
    /// <summary>Goes through them and makes each when it is reached; those about persons are never made.</summary>
    /// <param name="assessment">What was found.</param>
    public static IEnumerable<Finding> Of(Assessment assessment)
    {
        foreach (FindingSegment segment in assessment.Findings.Segments)
        {
            for (int i = 0; i < segment.Count; i++)
            {
                if (Lists(assessment, segment.Outline(i))) yield return segment[i];
            }
        }
    }

    /// <summary>Whether a finding is listed.</summary>
    /// <param name="assessment">What was found.</param>
    /// <param name="outline">What is known of the finding before it is made.</param>
    public static bool Lists(Assessment assessment, FindingOutline outline) => outline.Table is not { } table || !assessment.Schema.IsPersonal(table);
}
