using System.Collections.Immutable;
using ComplianceRules.Diagnostics;
using ComplianceRules.Facts;
using ComplianceRules.Spreadsheets.Problems;

namespace ComplianceRules.Spreadsheets;

/// <summary>Writes a copy of data with its problems marked beside the cells, for those who have to put them right.</summary>
/// <remarks>
/// Of what a workbook holds its values are copied, not its looks. In a row with problems the bad cells are red and one more column, <c>问题 Problems</c>, says what is wrong.
/// Problems of whole files, of names of columns and of what was never read stand beside the names of the columns; a workbook begins with a sheet that lists every problem.
/// Data without tables, such as JSON, gives that list alone. Texts are never formulas in a workbook; in CSV the cells of the data stand as they are.
/// The same data and problems give the same bytes.
/// </remarks>
public sealed class ProblemReport
{
    private readonly SpreadsheetSnapshotSource? _data;
    private readonly SnapshotOptions _reading;
    private readonly TextLanguage _language;

    /// <summary>Says what is copied.</summary>
    /// <param name="data">The data; null where it has no tables, which gives a list of the problems.</param>
    /// <param name="reading">How the data was read.</param>
    /// <param name="language">The language of the messages.</param>
    public ProblemReport(SpreadsheetSnapshotSource? data, SnapshotOptions reading, TextLanguage language)
    {
        ArgumentNullException.ThrowIfNull(reading);
        _data = data;
        _reading = reading;
        _language = language;
    }

    /// <summary>Whether the data is one table at most, which a CSV file can hold.</summary>
    /// <exception cref="IOException">The data cannot be read.</exception>
    public bool FitsCsv => Tables().Count <= 1;

    /// <summary>Writes a workbook.</summary>
    /// <param name="problems">The problems: what refused the data, or the skipped records and issues of its report.</param>
    /// <param name="output">Where to; stays open.</param>
    /// <param name="cancellation">Stops the writing.</param>
    /// <exception cref="IOException">The data cannot be read or the copy not written; what is there so far is no workbook.</exception>
    public void WriteWorkbook(IEnumerable<Diagnostic> problems, Stream output, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(problems);
        ArgumentNullException.ThrowIfNull(output);
        new ProblemWorkbook([.. problems], new ProblemTexts(_language), cancellation).Write(Tables(), output);
    }

    /// <summary>Writes CSV in UTF-8 with a byte order mark.</summary>
    /// <param name="problems">The problems: what refused the data, or the skipped records and issues of its report.</param>
    /// <param name="output">Where to; stays open.</param>
    /// <param name="cancellation">Stops the writing.</param>
    /// <exception cref="InvalidOperationException">The data has several tables.</exception>
    /// <exception cref="IOException">The data cannot be read or the copy not written.</exception>
    public void WriteCsv(IEnumerable<Diagnostic> problems, Stream output, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(problems);
        ArgumentNullException.ThrowIfNull(output);
        ImmutableArray<Diagnostic> all = [.. problems];
        ProblemTexts texts = new(_language);
        IReadOnlyList<CopiedTable> tables = Tables();
        if (tables.Count > 1) throw new InvalidOperationException("a CSV file holds one table only");
        if (tables.Count == 0)
        {
            ProblemCsv.Write(new ProblemSheet(texts).Rows(all), output, cancellation);
            return;
        }

        ImmutableArray<Diagnostic> elsewhere = [.. all.Where(p => !TableProblems.IsIn(p.Span, tables[0]))];
        MarkedRows rows = new(tables[0], all, texts, int.MaxValue - 1) { Elsewhere = elsewhere };
        ProblemCsv.Write(rows.All(), output, cancellation);
    }

    private IReadOnlyList<CopiedTable> Tables() => _data?.CopiedTables(_reading) ?? [];
}
