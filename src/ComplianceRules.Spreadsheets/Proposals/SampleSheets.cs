using System.Text;
using System.Text.Unicode;
using ComplianceRules.Diagnostics;
using ComplianceRules.Facts;

namespace ComplianceRules.Spreadsheets.Proposals;

/// <summary>Reads the first rows of a file of any kind that is known.</summary>
internal static class SampleSheets
{
    private const int MostBytes = 4 * 1024 * 1024;
    private const string Chinese = "gb18030";

    // The longest character of UTF-8 and of GB18030 has four bytes; one may be cut off at the end of what is read.
    private const int LongestCharacter = 4;

    /// <summary>Reads samples.</summary>
    /// <param name="path">The file.</param>
    /// <param name="encoding">The text encoding; null to find out whether it is UTF-8 or GB18030.</param>
    /// <param name="sheet">The one sheet that is wanted; null for all.</param>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static Checked<SampleFile> Read(string path, string? encoding, string? sheet)
    {
        DiagnosticBag problems = new();
        string name = Path.GetFileName(path);
        if (!name.EndsWith(".csv", StringComparison.OrdinalIgnoreCase)) problems.Report(DiagnosticCodes.SampleKind, SourceSpan.Whole(path), DataExcerpt.Of(name));
        else if (sheet is not null) problems.Report(DiagnosticCodes.SampleNoSheet, SourceSpan.Whole(path), DataExcerpt.Of(sheet));
        return problems.Finish(problems.HasErrors ? null : Csv(path, encoding, problems));
    }

    private static SampleFile? Csv(string path, string? wished, DiagnosticBag problems)
    {
        byte[] bytes = Start(path, out bool isCut);
        if (bytes is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..])
        {
            problems.Report(DiagnosticCodes.CsvUtf16, SourceSpan.Whole(path));
            return null;
        }

        bool isUtf8 = IsUtf8(bytes, isCut);
        string encoding = wished ?? (isUtf8 ? "utf-8" : Chinese);
        string text = Decode(bytes, TextEncodings.IsChinese(encoding) && !bytes.AsSpan().StartsWith(Encoding.UTF8.Preamble));
        string whole = isCut ? text.TrimEnd('\uFFFD') : text;
        if (whole.Contains('\uFFFD', StringComparison.Ordinal) || whole.Contains('\0', StringComparison.Ordinal))
        {
            problems.Report(DiagnosticCodes.SampleNotText, SourceSpan.Whole(path), encoding);
            return null;
        }

        SampleSheet sheet = new(Path.GetFileName(path), null, false, DelimitedText.Rows(whole, isCut), []);
        return new SampleFile([sheet], TextEncodings.IsChinese(encoding) ? Chinese : null);
    }

    private static byte[] Start(string path, out bool isCut)
    {
        using FileStream stream = File.OpenRead(path);
        byte[] bytes = new byte[MostBytes];
        int read = stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        isCut = read == bytes.Length;
        return bytes[..read];
    }

    private static bool IsUtf8(byte[] bytes, bool isCut) =>
        Utf8.IsValid(bytes) || (isCut && Enumerable.Range(1, LongestCharacter - 1).Any(cut => Utf8.IsValid(bytes.AsSpan(0, bytes.Length - cut))));

    private static string Decode(byte[] bytes, bool isChinese)
    {
        Encoding encoding = isChinese
            ? CodePagesEncodingProvider.Instance.GetEncoding(Chinese, EncoderFallback.ExceptionFallback, new DecoderReplacementFallback("\uFFFD")) ?? throw new NotSupportedException(Chinese)
            : Encoding.UTF8;
        return encoding.GetString(bytes).TrimStart('\uFEFF');
    }
}
