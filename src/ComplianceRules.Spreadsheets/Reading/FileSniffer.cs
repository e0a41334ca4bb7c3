using System.Text;
using ComplianceRules.Diagnostics;

namespace ComplianceRules.Spreadsheets.Reading;

/// <summary>Tells what a file is.</summary>
internal static class FileSniffer
{
    private const int SectorsLookedAt = 4 << 20;

    private static readonly string[] WorkbookEndings = [".xlsx", ".xlsm", ".xls", ".xlsb", ".et"];

    private static ReadOnlySpan<byte> Compound => [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    /// <summary>Tells by the bytes, and where they do not say by the name.</summary>
    /// <exception cref="IOException">The file cannot be reached.</exception>
    public static FileKind Of(DataFile file)
    {
        using Stream stream = file.Open();
        Span<byte> first = stackalloc byte[8];
        int read = stream.ReadAtLeast(first, first.Length, throwOnEndOfStream: false);
        if (first[..read].StartsWith("PK\u0003\u0004"u8) || first[..read].StartsWith("PK\u0005\u0006"u8)) return FileKind.Workbook;
        if (first[..read].SequenceEqual(Compound)) return IsLocked(stream) ? FileKind.LockedWorkbook : FileKind.OldWorkbook;
        return WorkbookEndings.Any(e => file.Name.EndsWith(e, StringComparison.OrdinalIgnoreCase)) ? FileKind.Misnamed : FileKind.Csv;
    }

    /// <summary>The problem of a file that is neither text nor a workbook that can be read.</summary>
    public static Diagnostic Unreadable(DataFile file, FileKind kind) => new(
        kind switch
        {
            FileKind.LockedWorkbook => DiagnosticCodes.WorkbookLocked,
            FileKind.OldWorkbook => DiagnosticCodes.WorkbookOld,
            _ => DiagnosticCodes.WorkbookNone,
        },
        SourceSpan.Whole(file.Name));

    // A locked workbook is a compound file with a stream of this name; its directory may stand anywhere, for all that matters here near an end.
    private static bool IsLocked(Stream stream)
    {
        byte[] name = Encoding.Unicode.GetBytes("EncryptedPackage");
        byte[] bytes = new byte[Math.Min(stream.Length, SectorsLookedAt)];
        foreach (long start in new[] { 0, Math.Max(stream.Length - bytes.Length, 0) }.Distinct())
        {
            stream.Position = start;
            int read = stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
            if (bytes.AsSpan(0, read).IndexOf(name) >= 0) return true;
        }

        return false;
    }
}
