using ComplianceRules.Diagnostics;

namespace ComplianceRules.Spreadsheets.Reading;

/// <summary>Ends the reading of a workbook or a sheet that cannot be used; whoever reads records from it reports it.</summary>
/// <param name="problem">What is wrong and where.</param>
internal sealed class WorkbookException(Diagnostic problem) : Exception
{
    public Diagnostic Problem => problem;
}
