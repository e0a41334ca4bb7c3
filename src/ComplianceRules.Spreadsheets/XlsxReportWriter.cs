using System.IO.Compression;
using ComplianceRules.Findings;
using ComplianceRules.Reports;
using ComplianceRules.Spreadsheets.Reports;
using ComplianceRules.Spreadsheets.Workbooks;

namespace ComplianceRules.Spreadsheets;

/// <summary>Writes an assessment as a workbook: a summary, what was found by rule, area, region and school, the findings a row each, the laws, persons as numbers, waivers, trouble in the data.</summary>
/// <remarks>
/// Numbers are numbers, days are days, and texts are texts that no spreadsheet takes for formulas. Rows of personal tables are never listed. Findings that one sheet cannot hold go
/// on in the next. No finding is kept: memory grows with the number of schools, regions and laws. The same assessment gives the same bytes wherever the same version of the
/// runtime packs them; what is packed is the same everywhere. The output is written from beginning to end and may be a pipe. May be shared between threads.
/// </remarks>
public sealed class XlsxReportWriter : IReportWriter
{
    private readonly ReportOptions _options;

    /// <summary>Takes over what the caller chose.</summary>
    /// <param name="options">The language.</param>
    public XlsxReportWriter(ReportOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        _options = options;
    }

    /// <summary>How many rows a sheet holds, its head among them: at least 2.</summary>
    internal int MostRows { get; init; } = CellPlace.MostRows;

    /// <inheritdoc/>
    public void Write(Assessment assessment, Stream output)
    {
        ArgumentNullException.ThrowIfNull(assessment);
        ArgumentNullException.ThrowIfNull(output);
        using WorkbookWriter workbook = new(output, CompressionLevel.Optimal);
        ReportBook book = new(workbook, assessment, new AssessmentWords(assessment, _options.Language), MostRows);
        PlaceSheets places = new(assessment);
        LawSheet laws = new();
        // Findings are made once: what stands on the other sheets is counted on the way, and tabs have an order of their own.
        FindingSheets.Write(book, finding =>
        {
            places.Add(finding);
            laws.Add(finding);
        });
        SummarySheet.Write(book);
        RuleSheets.Write(book);
        places.Write(book);
        laws.Write(book);
        OtherSheets.WritePersons(book);
        OtherSheets.WriteWaivers(book);
        OtherSheets.WriteProblems(book);
        workbook.Finish();
    }
}
