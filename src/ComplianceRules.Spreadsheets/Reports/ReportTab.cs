namespace ComplianceRules.Spreadsheets.Reports;

/// <summary>The sheets of a report, in the order of their tabs.</summary>
internal enum ReportTab
{
    Summary = 0,
    Rules = 1,
    Areas = 2,
    Regions = 3,
    Schools = 4,
    Findings = 5,
    Laws = 6,
    Persons = 7,
    Waivers = 8,
    Problems = 9,
}
