using System.Collections.Immutable;
using System.Text;
using System.Text.Unicode;
using ComplianceRules.Diagnostics;
using ComplianceRules.Facts;
using ComplianceRules.Spreadsheets.Reading;

namespace ComplianceRules.Spreadsheets.Proposals;

/// <summary>The first bytes of a CSV file, and what they say of its encoding.</summary>
/// <remarks>Immutable.</remarks>
internal sealed class CsvSample
{
    private const string Usual = "utf-8";
    private const int MostBytes = 4 * 1024 * 1024;

    // The longest character of UTF-8 and of GB18030 has four bytes; one may be cut off at the end of what is read.
    private const int LongestCharacter = 4;

    private readonly DataFile _file;
    private readonly byte[] _bytes;
    private readonly bool _isCut;

    private CsvSample(DataFile file, byte[] bytes, bool isCut)
    {
        _file = file;
        _bytes = bytes;
        _isCut = isCut;
    }

    /// <summary>Whether the bytes are no UTF-8.</summary>
    public bool IsChinese => !Utf8.IsValid(_bytes) && !(_isCut && Enumerable.Range(1, LongestCharacter - 1).Any(cut => Utf8.IsValid(_bytes.AsSpan(0, _bytes.Length - cut))));

    /// <summary>Whether the bytes are UTF-8 and would be another text in any other encoding, though no mark says so.</summary>
    public bool IsUnmarkedUtf8 => !IsMarked && !Ascii.IsValid(_bytes) && !IsChinese;

    public string FileName => _file.Name;

    private bool IsMarked => _bytes.AsSpan().StartsWith(Encoding.UTF8.Preamble);

    /// <summary>Reads the first bytes.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static CsvSample Start(DataFile file)
    {
        using Stream stream = file.Open();
        byte[] bytes = new byte[MostBytes];
        int read = stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        return new CsvSample(file, bytes[..read], read == bytes.Length);
    }

    /// <summary>The first rows; null where they are no text or no CSV, which is reported.</summary>
    /// <param name="wished">The text encoding; null for what the bytes say.</param>
    /// <param name="problems">Takes what is wrong.</param>
    public SampleSheet? Read(string? wished, DiagnosticBag problems)
    {
        SourceSpan span = SourceSpan.Whole(_file.Name);
        string encoding = wished ?? (IsChinese ? Gb18030.Name : Usual);
        string text = Decode(TextEncodings.IsChinese(encoding) && !IsMarked);
        string whole = _isCut ? text.TrimEnd('\uFFFD') : text;
        if (_bytes is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..]) problems.Report(DiagnosticCodes.CsvUtf16, span);
        else if (whole.Contains('\uFFFD', StringComparison.Ordinal) || whole.Contains('\0', StringComparison.Ordinal)) problems.Report(DiagnosticCodes.SampleNotText, span, encoding);
        else if (OtherSeparator.Find(whole) is { } separator) problems.Report(DiagnosticCodes.CsvSeparator, span, CsvText.NameOf(separator));
        else return Sheet(whole);
        return null;
    }

    private SampleSheet Sheet(string text)
    {
        using StringReader reader = new(text);
        List<ImmutableArray<string>> rows = [.. LenientCsv.Rows(reader).Take(SampleSheet.MostRows + 1).Select(r => r.Cells.Select(c => c.Trim()).ToImmutableArray())];
        bool isLong = rows.Count > SampleSheet.MostRows;
        // The last row may be cut in its midst.
        if (isLong || (_isCut && rows.Count > 1)) rows.RemoveAt(rows.Count - 1);
        return new SampleSheet(Path.GetFileName(_file.Name), null, false, [.. rows], []) { IsLong = isLong || _isCut, IsWide = rows.Exists(r => r.Length > SampleSheet.MostColumns) };
    }

    private string Decode(bool isChinese) => (isChinese ? Gb18030.Marking : Encoding.UTF8).GetString(_bytes).TrimStart('\uFEFF');
}
