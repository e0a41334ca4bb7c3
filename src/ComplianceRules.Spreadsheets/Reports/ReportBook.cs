using ComplianceRules.Findings;
using ComplianceRules.Reports;
using ComplianceRules.Spreadsheets.Workbooks;

namespace ComplianceRules.Spreadsheets.Reports;

/// <summary>What every sheet of a report is made from.</summary>
/// <param name="Workbook">Takes the sheets.</param>
/// <param name="Assessment">What was found.</param>
/// <param name="Words">What is said of it.</param>
/// <param name="MostRows">How many rows a sheet holds, its head among them.</param>
internal sealed record ReportBook(WorkbookWriter Workbook, Assessment Assessment, AssessmentWords Words, int MostRows);
