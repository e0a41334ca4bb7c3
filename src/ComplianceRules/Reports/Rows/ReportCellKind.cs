namespace ComplianceRules.Reports;

/// <summary>What a cell of a report holds.</summary>
internal enum ReportCellKind
{
    Empty = 0,
    Text = 1,
    Number = 2,
    Day = 3,

    /// <summary>A time of day, which may pass midnight.</summary>
    Time = 4,
}
