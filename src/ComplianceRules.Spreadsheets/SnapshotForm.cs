using System.Collections.Immutable;
using System.Text;
using ComplianceRules.Engine;
using ComplianceRules.Spreadsheets.Forms;

namespace ComplianceRules.Spreadsheets;

/// <summary>Writes forms to fill in: what is filled in is a snapshot, without a mapping.</summary>
/// <remarks>The same facts give the same bytes. A form knows what values are possible, and nothing of any limit that a rule sets.</remarks>
public static class SnapshotForm
{
    private const string LineEnd = "\r\n";

    private static readonly UTF8Encoding Utf8WithMark = new(encoderShouldEmitUTF8Identifier: true);

    /// <summary>Writes an <c>.xlsx</c> workbook: a guide, the snapshot's own sheet, and a sheet a table with titles, meanings, an example, and lists to choose from.</summary>
    /// <param name="facts">What the form has to ask for.</param>
    /// <param name="output">Where it is written, in one piece; stays open.</param>
    public static void WriteWorkbook(NeededFacts facts, Stream output)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(output);

        // An archive looks different on a stream that cannot go back.
        using MemoryStream whole = new();
        FormWriter.Write(facts, whole);
        whole.WriteTo(output);
    }

    /// <summary>The files of a folder of CSV: <c>snapshot.csv</c> and one a table, each with its header line and nothing below, in UTF-8 with a byte order mark.</summary>
    /// <param name="facts">What the form has to ask for.</param>
    public static ImmutableArray<FormFile> CsvFiles(NeededFacts facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        return [.. new FormSheets(facts).All().Select(s => new FormFile($"{s.Table}.csv", Bytes(string.Join(',', s.Columns.Select(c => c.Name)) + LineEnd)))];
    }

    private static byte[] Bytes(string text) => [.. Utf8WithMark.Preamble, .. Utf8WithMark.GetBytes(text)];
}
