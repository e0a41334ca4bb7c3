using System.Text;
using ComplianceRules.Diagnostics;
using ComplianceRules.Findings;

namespace ComplianceRules.Reports;

/// <summary>Writes the findings of an assessment as CSV, a line a finding, and after them a line a count of persons.</summary>
/// <remarks>
/// UTF-8; a Chinese report begins with a byte order mark, by which spreadsheets know it, an English one does not. RFC 4180: commas, quotes where they are needed, every line
/// ends with CR LF. A text that a spreadsheet would take for a formula has an apostrophe before it; numbers stay numbers. Rows of personal tables are never listed. No finding
/// is kept. May be shared between threads.
/// </remarks>
public sealed class CsvReportWriter : IReportWriter
{
    private readonly TextLanguage _language;

    /// <summary>Takes over what the caller chose.</summary>
    /// <param name="options">The language.</param>
    public CsvReportWriter(ReportOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        _language = options.Language;
    }

    /// <inheritdoc/>
    public void Write(Assessment assessment, Stream output)
    {
        ArgumentNullException.ThrowIfNull(assessment);
        ArgumentNullException.ThrowIfNull(output);
        AssessmentWords words = new(assessment, _language);
        if (_language == TextLanguage.Chinese) output.Write(Encoding.UTF8.Preamble);
        using StreamWriter text = new(output, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true);
        WriteLine(text, c => ReportCell.Of(c.Title(words)));
        foreach (Finding finding in ListedFindings.Of(assessment)) WriteLine(text, c => c.Of(finding, words));
        foreach (PersonalCount count in assessment.PersonalCounts) WriteLine(text, c => c.OfPersons?.Invoke(count, words) ?? default);
    }

    private static void WriteLine(StreamWriter text, Func<FindingColumn, ReportCell> cellOf)
    {
        bool isFirst = true;
        foreach (FindingColumn column in ReportColumns.All)
        {
            if (!isFirst) text.Write(',');
            CsvCell.Write(text, cellOf(column));
            isFirst = false;
        }

        text.Write("\r\n");
    }
}
