using System.Buffers;
using System.Globalization;
using System.Text;
using ComplianceRules.Diagnostics;

namespace ComplianceRules.Json;

/// <summary>Finds out what is wrong where the grammar of JSON broke, and says it at the very character.</summary>
internal static class JsonFault
{
    private const int LongestShown = 24;

    private static readonly SearchValues<byte> Borders = SearchValues.Create(" \t\r\n,:[]{}\"/"u8);
    private static readonly SearchValues<byte> NumberSigns = SearchValues.Create("+-.0123456789eE"u8);
    private static readonly SearchValues<byte> HexDigits = SearchValues.Create("0123456789abcdefABCDEF"u8);

    private static ReadOnlySpan<byte> Blanks => " \t\r\n"u8;

    private static ReadOnlySpan<byte> Escapes => "\"\\/bfnrtu"u8;

    /// <summary>Reports the fault.</summary>
    /// <param name="file">The file.</param>
    /// <param name="state">How far the reading came.</param>
    /// <param name="problems">Takes the fault.</param>
    public static void Report(SourceFile file, State state, DiagnosticBag problems)
    {
        ReadOnlySpan<byte> bytes = file.Bytes.Span;
        int at = SkipBlanks(bytes, state.End);
        bool commaSeen = state.CommaSeen;
        if (state.AfterValue && !commaSeen && state.Open >= 0 && at < bytes.Length && bytes[at] == (byte)',')
        {
            commaSeen = true;
            at = SkipBlanks(bytes, at + 1);
        }

        bool mayBeText = !state.AfterValue || commaSeen;
        if (mayBeText && at < bytes.Length && bytes[at] == (byte)'"')
        {
            int end = EndOfText(bytes, at, out int bad);
            if (end < 0)
            {
                problems.Report(DiagnosticCodes.NotText, file.SpanAt(bad), ShownAt(bytes, bad));
                return;
            }

            at = SkipBlanks(bytes, end);
        }

        ReportAt(file, at, state with { CommaSeen = commaSeen }, problems);
    }

    /// <summary>Bytes as a reader may see them: cut short, and with nothing in them that hides.</summary>
    public static string Shown(ReadOnlySpan<byte> bytes)
    {
        return Shown(Encoding.UTF8.GetString(bytes[..Math.Min(bytes.Length, LongestShown * 4)]));
    }

    /// <summary>A text as a reader may see it: cut short, and with nothing in it that hides.</summary>
    public static string Shown(string text)
    {
        if (PlainText.FirstFault(text, isName: true) is { } fault) return PlainText.NameOf(fault.Rune);
        if (text.Length <= LongestShown) return text;
        return char.IsHighSurrogate(text[LongestShown - 1]) ? $"{text[..(LongestShown - 1)]}…" : $"{text[..LongestShown]}…";
    }

    private static void ReportAt(SourceFile file, int at, State state, DiagnosticBag problems)
    {
        ReadOnlySpan<byte> bytes = file.Bytes.Span;
        if (at >= bytes.Length || (state.Open >= 0 && IsCutOffWord(bytes[at..])))
        {
            SourceSpan open = file.SpanAt(Math.Max(state.Open, 0));
            problems.Report(DiagnosticCodes.EndsTooEarly, file.SpanAt(bytes.Length), open.Line.ToString(CultureInfo.InvariantCulture), open.Column.ToString(CultureInfo.InvariantCulture));
            return;
        }

        at = BehindNumber(bytes, at);
        string shown = ShownAt(bytes, at);
        if (state is { AfterValue: true, CommaSeen: false, Open: >= 0 } && BeginsValue(bytes[at]))
        {
            problems.Report(DiagnosticCodes.CommaMissing, file.SpanAt(at, Encoding.UTF8.GetByteCount(shown)), shown);
            return;
        }

        DiagnosticCode code = state.AfterValue && state.Open < 0 ? DiagnosticCodes.MoreThanOneValue : DiagnosticCodes.NotJson;
        problems.Add(new Diagnostic(code, file.SpanAt(at, Encoding.UTF8.GetByteCount(shown)), shown) { DidYouMean = Meant(shown) });
    }

    // A number goes on until something ends it; where a full-width sign should have, the sign is the fault.
    private static int BehindNumber(ReadOnlySpan<byte> bytes, int at)
    {
        int length = bytes[at..].IndexOfAnyExcept(NumberSigns);
        return length > 0 && Meant(ShownAt(bytes, at + length)) is "," or "]" or "}" ? at + length : at;
    }

    private static bool BeginsValue(byte first) => "\"{[-"u8.Contains(first) || char.IsAsciiDigit((char)first);

    private static bool IsCutOffWord(ReadOnlySpan<byte> rest) =>
        (char.IsAsciiLetterOrDigit((char)rest[0]) || rest[0] == (byte)'-') && !rest.ContainsAny(Borders);

    private static string? Meant(string shown) => shown switch
    {
        "，" or "、" or ";" or "；" => ",",
        "：" => ":",
        "“" or "”" or "＂" => "\"",
        "｛" => "{",
        "｝" => "}",
        "［" or "【" => "[",
        "］" or "】" => "]",
        [>= '０' and <= '９'] => ((char)(shown[0] - '０' + '0')).ToString(),
        ['\'', .., '\''] when shown.Length > 2 => $"\"{shown[1..^1]}\"",
        _ => NearestName.Of(shown, ["true", "false", "null"]),
    };

    private static string ShownAt(ReadOnlySpan<byte> bytes, int at)
    {
        if (at >= bytes.Length) return string.Empty;
        _ = Rune.DecodeFromUtf8(bytes[at..], out Rune rune, out int first);
        if (!rune.IsAscii) return Shown(bytes.Slice(at, first));
        int length = bytes[(at + 1)..].IndexOfAny(Borders);
        return Shown(Borders.Contains(bytes[at]) || bytes[at] == (byte)'\\' ? bytes.Slice(at, 1) : length < 0 ? bytes[at..] : bytes.Slice(at, length + 1));
    }

    private static int SkipBlanks(ReadOnlySpan<byte> bytes, int at)
    {
        int found = bytes[at..].IndexOfAnyExcept(Blanks);
        return found < 0 ? bytes.Length : at + found;
    }

    // Answers the offset after the closing quote, or -1 and the offset of what is wrong: the opening quote where nothing closes it.
    private static int EndOfText(ReadOnlySpan<byte> bytes, int start, out int bad)
    {
        bad = start;
        for (int at = start + 1; at < bytes.Length; at++)
        {
            if (bytes[at] == (byte)'"') return at + 1;
            bool isEscape = bytes[at] == (byte)'\\';
            if (bytes[at] < (byte)' ' || (isEscape && !IsEscape(bytes[(at + 1)..])))
            {
                bad = at;
                return -1;
            }

            if (isEscape) at++;
        }

        return -1;
    }

    private static bool IsEscape(ReadOnlySpan<byte> rest) =>
        !rest.IsEmpty && Escapes.Contains(rest[0])
        && (rest[0] != (byte)'u' || (rest.Length >= 5 && !rest[1..5].ContainsAnyExcept(HexDigits)));

    /// <summary>How far the reading came before the grammar broke.</summary>
    /// <param name="End">The offset after the last name, value or bracket.</param>
    /// <param name="AfterValue">Whether that was a whole value.</param>
    /// <param name="CommaSeen">Whether a comma has been read since.</param>
    /// <param name="Open">Where the innermost open bracket stands; -1 where none is open.</param>
    internal readonly record struct State(int End, bool AfterValue, bool CommaSeen, int Open);
}
