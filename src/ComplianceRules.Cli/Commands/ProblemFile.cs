using ComplianceRules.Cli.Output;
using ComplianceRules.Cli.Texts;
using ComplianceRules.Facts;
using ComplianceRules.Spreadsheets;

namespace ComplianceRules.Cli.Commands;

/// <summary>The file of <c>--problems</c>: the data with its problems marked.</summary>
/// <param name="path">The file.</param>
/// <param name="report">What is copied.</param>
internal sealed class ProblemFile(string path, ProblemReport report)
{
    private const string Csv = ".CSV";
    private const string Workbook = ".XLSX";

    /// <summary>The file that a caller asks for; null for none.</summary>
    public static ProblemFile? Of(EvaluateRequest request, ISnapshotSource source, Words words) =>
        request.Problems is { } path ? new(path, new ProblemReport((source as WatchedSource)?.Below as SpreadsheetSnapshotSource, request.Reading, words.Language)) : null;

    /// <summary>Whether its name says what it is to be.</summary>
    public static bool IsPossible(string path) => Extension(path) is Csv or Workbook;

    /// <summary>What speaks against writing it, a sentence each.</summary>
    public IEnumerable<string> Problems(Words words)
    {
        if (Extension(path) == Csv && !report.FitsCsv) yield return words.ProblemsNeedWorkbook(path);
    }

    /// <summary>Writes it, whether there are problems or not.</summary>
    /// <returns>Whether that went well; else it has been said.</returns>
    public bool Write(DataRead data, Session session)
    {
        try
        {
            OutputFile.Write(path, stream => Write(data, stream, session.Cancellation));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            session.Complain(session.Words.CannotWrite(path, session.Words.Of(error)));
            return false;
        }

        session.Notice(session.Words.ProblemsWritten(data.Problems.Length, path));
        return true;
    }

    private void Write(DataRead data, Stream stream, CancellationToken cancellation)
    {
        if (Extension(path) == Csv) report.WriteCsv(data.Problems, stream, cancellation);
        else report.WriteWorkbook(data.Problems, stream, cancellation);
    }

    private static string Extension(string path) => Path.GetExtension(path).ToUpperInvariant();
}
