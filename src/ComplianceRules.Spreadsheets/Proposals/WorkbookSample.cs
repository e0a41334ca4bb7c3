using ComplianceRules.Diagnostics;
using ComplianceRules.Spreadsheets.Forms;
using ComplianceRules.Spreadsheets.Reading;

namespace ComplianceRules.Spreadsheets.Proposals;

/// <summary>Reads the first rows of each sheet of a workbook.</summary>
internal static class WorkbookSample
{
    /// <summary>The sheets; none where the workbook cannot be read, which is reported.</summary>
    /// <param name="file">The workbook.</param>
    /// <param name="wanted">The one sheet that is wanted, hidden or not; null for all.</param>
    /// <param name="problems">Takes what is wrong.</param>
    /// <param name="cancellation">Stops the reading.</param>
    public static IReadOnlyList<SampleSheet> Read(DataFile file, string? wanted, DiagnosticBag problems, CancellationToken cancellation)
    {
        List<SampleSheet> samples = [];
        try
        {
            Workbook workbook = new(file, cancellation);
            foreach (SheetEntry sheet in workbook.Sheets) samples.Add(Sheet(workbook, sheet, wanted));
        }
        catch (WorkbookException trouble)
        {
            problems.Add(trouble.Problem);
        }

        return samples;
    }

    // A sheet that nobody asks for is only named: what is wrong inside of it does not matter.
    private static SampleSheet Sheet(Workbook workbook, SheetEntry sheet, string? wanted)
    {
        bool isWanted = wanted == sheet.Name;
        SampleSheet sample = new(Path.GetFileName(workbook.FileName), sheet.Name, sheet.IsHidden && !isWanted, [], []) { IsForm = FormMark.IsSheet(workbook.FirstCell(sheet), out _) };
        if (sample.IsHidden || sample.IsForm || (wanted is not null && !isWanted)) return sample;
        using XlsxRows rows = new(workbook, sheet, isProbe: false);
        return RowSampler.Fill(sample, rows);
    }
}
