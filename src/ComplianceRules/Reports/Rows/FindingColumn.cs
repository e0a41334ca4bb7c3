using ComplianceRules.Findings;

namespace ComplianceRules.Reports;

/// <summary>One column of a report with one row a finding.</summary>
/// <remarks>Immutable.</remarks>
/// <param name="Key">Its name among the texts: <c>finding.column.</c> stands before it.</param>
/// <param name="Width">How wide a spreadsheet shows it, in digits.</param>
/// <param name="Of">The cell of a finding.</param>
internal sealed record FindingColumn(string Key, double Width, Func<Finding, AssessmentWords, ReportCell> Of)
{
    /// <summary>Whether its texts may take several lines.</summary>
    public bool IsLong { get; init; }

    /// <summary>The cell of a count of persons; null where the column says nothing of one.</summary>
    public Func<PersonalCount, AssessmentWords, ReportCell>? OfPersons { get; init; }

    /// <summary>What stands above it.</summary>
    public string Title(AssessmentWords words) => words.Say($"column.{Key}");
}
