using System.Text.Unicode;
using ComplianceRules.Diagnostics;
using CsvHelper;

namespace ComplianceRules.Spreadsheets.Reading;

/// <summary>How the text of CSV files is taken in, whatever is made of it.</summary>
internal static class CsvText
{
    /// <summary>The most bytes of a record.</summary>
    public const int LargestRecord = 1024 * 1024;

    /// <summary>The signs that stand in the place of the comma in files that are no CSV.</summary>
    public const string OtherSeparators = ";\t|，；";

    private static ReadOnlySpan<byte> Replacement => "\uFFFD"u8;

    /// <summary>What the first bytes say of the encoding.</summary>
    public static TextEncodingMark Mark(Stream stream)
    {
        Span<byte> first = stackalloc byte[3];
        int read = stream.ReadAtLeast(first, first.Length, throwOnEndOfStream: false);
        stream.Position = 0;
        return first[..read] switch
        {
            [0xEF, 0xBB, 0xBF] => TextEncodingMark.Utf8,
            [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..] => TextEncodingMark.Utf16,
            _ => TextEncodingMark.None,
        };
    }

    /// <summary>How records are read.</summary>
    /// <param name="isChinese">Whether they are in GB18030.</param>
    /// <param name="widths">What becomes of records of another width than the header's; where all are allowed, there is no header and blank lines count.</param>
    /// <param name="passedOver">Is told of each record that is passed over.</param>
    public static CsvReaderOptions Options(bool isChinese, CsvFieldCountHandling widths, Action<CsvMalformedRecord> passedOver) => new()
    {
        Separator = ',',
        HasHeader = widths != CsvFieldCountHandling.Allow,
        SkipEmptyLines = widths != CsvFieldCountHandling.Allow,
        Encoding = isChinese ? Gb18030.Marking : null,
        TrimWhitespace = true,
        TrackLineNumbers = true,
        MaxRecordSize = LargestRecord,
        // Skipping and being told is the only way to learn what is wrong with a record; none is lost, they are all refused by those who are told.
        MalformedData = CsvMalformedDataHandling.Skip,
        FieldCountMismatch = widths,
        OnMalformedRecord = bad => passedOver(bad),
    };

    /// <summary>How people are shown a separator.</summary>
    public static string NameOf(char separator) => separator == '\t' ? "\\t" : separator.ToString();

    /// <summary>Whether the bytes of a record are text.</summary>
    public static bool IsText(ReadOnlySpan<byte> record, bool isChinese) => isChinese ? record.IndexOf(Replacement) < 0 : Utf8.IsValid(record);

    /// <summary>The problem of a record that is no text.</summary>
    public static DiagnosticCode NotText(bool isChinese) => isChinese ? DiagnosticCodes.CsvNotGb18030 : DiagnosticCodes.CsvNotUtf8;
}
