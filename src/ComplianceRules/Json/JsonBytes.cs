using System.Text.Unicode;
using ComplianceRules.Diagnostics;

namespace ComplianceRules.Json;

/// <summary>Says whether bytes can be JSON text at all: not too many, not empty, UTF-8.</summary>
internal static class JsonBytes
{
    private static ReadOnlySpan<byte> Mark => [0xEF, 0xBB, 0xBF];

    private static ReadOnlySpan<byte> Blanks => " \t\r\n"u8;

    /// <summary>How many bytes the byte order mark takes; 0 where there is none.</summary>
    public static int MarkLength(ReadOnlySpan<byte> bytes) => bytes.StartsWith(Mark) ? Mark.Length : 0;

    public static bool AreUsable(SourceFile file, DiagnosticBag problems)
    {
        ReadOnlySpan<byte> bytes = file.Bytes.Span;
        int before = problems.Count;
        if (bytes.Length > StrictJson.LargestFile)
            problems.Report(DiagnosticCodes.FileTooLarge, SourceSpan.Whole(file.Name), "4 MiB");
        else if (LooksLikeUtf16(bytes))
            problems.Report(DiagnosticCodes.FileIsUtf16, new SourceSpan(file.Name, 1, 1));
        else if (!Utf8.IsValid(bytes))
            problems.Report(DiagnosticCodes.FileIsNotUtf8, file.SpanAt(FirstBadByte(bytes)));
        else if (bytes[MarkLength(bytes)..].TrimStart(Blanks).IsEmpty)
            problems.Report(DiagnosticCodes.FileIsEmpty, new SourceSpan(file.Name, 1, 1));
        return problems.Count == before;
    }

    // Every UTF-16 file of JSON begins with a byte order mark or has a NUL in its first two bytes.
    private static bool LooksLikeUtf16(ReadOnlySpan<byte> bytes) =>
        bytes.Length >= 2 && ((bytes[0], bytes[1]) is (0xFF, 0xFE) or (0xFE, 0xFF) || bytes[0] == 0 || bytes[1] == 0);

    private static int FirstBadByte(ReadOnlySpan<byte> bytes)
    {
        int at = 0;
        while (System.Text.Rune.DecodeFromUtf8(bytes[at..], out _, out int length) == System.Buffers.OperationStatus.Done) at += length;
        return at;
    }
}
