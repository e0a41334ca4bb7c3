using System.Buffers;
using System.Globalization;
using System.Text.Json;
using System.Text.Unicode;
using ComplianceRules.Diagnostics;
using Trouble = (int Offset, ComplianceRules.Diagnostics.DiagnosticCode Code, string[] Arguments);

namespace ComplianceRules.Facts;

/// <summary>Says what is wrong with JSON that the reader refused, from the bytes after the last good token.</summary>
internal static class JsonTrouble
{
    private const byte Quote = (byte)'"';

    private static readonly SearchValues<byte> HexDigits = SearchValues.Create("0123456789abcdefABCDEF"u8);
    private static readonly SearchValues<byte> NumberParts = SearchValues.Create("0123456789.eE+-"u8);
    private static readonly SearchValues<byte> WordEnds = SearchValues.Create(" \t\r\n,:[]{}\""u8);

    /// <summary>Finds the trouble.</summary>
    /// <param name="rest">All bytes after the last good token, as far as they are at hand.</param>
    /// <param name="last">The last good token.</param>
    /// <param name="depth">How many brackets are open.</param>
    /// <returns>Where the trouble begins, and what it is.</returns>
    public static Trouble Find(ReadOnlySpan<byte> rest, JsonTokenType last, int depth)
    {
        int at = SkipBlanks(rest, 0);
        bool comma = at < rest.Length && rest[at] == (byte)',' && last is not (JsonTokenType.None or JsonTokenType.StartArray or JsonTokenType.StartObject);
        if (comma) at = SkipBlanks(rest, at + 1);
        if (at == rest.Length) return (at, last == JsonTokenType.None ? DiagnosticCodes.DataEmpty : DiagnosticCodes.DataTruncated, []);
        bool mayBegin = comma || last is JsonTokenType.None or JsonTokenType.PropertyName or JsonTokenType.StartArray or JsonTokenType.StartObject;
        return rest[at] switch
        {
            (byte)'/' => (at, DiagnosticCodes.DataComment, []),
            (byte)'}' or (byte)']' when comma => (at, DiagnosticCodes.DataTrailingComma, [((char)rest[at]).ToString()]),
            (byte)'{' or (byte)'[' when mayBegin && depth == JsonCursor.MaxDepth => (at, DiagnosticCodes.DataTooDeep, [depth.ToString(CultureInfo.InvariantCulture)]),
            Quote when mayBegin => Text(rest, at),
            _ => Word(rest, at, mayBegin),
        };
    }

    /// <summary>Finds the trouble in a line that should hold one object.</summary>
    /// <param name="rest">All bytes of the line after the last good token, as far as they are at hand.</param>
    /// <param name="last">The last good token.</param>
    /// <param name="depth">How many brackets are open.</param>
    /// <param name="isLineWhole">Whether the line is ended by something else than the end of the file.</param>
    public static Trouble FindInLine(ReadOnlySpan<byte> rest, JsonTokenType last, int depth, bool isLineWhole)
    {
        Trouble found = Find(rest, last, depth);
        if (depth == 0 && last == JsonTokenType.EndObject)
        {
            int at = SkipBlanks(rest, 0);
            return (at, DiagnosticCodes.LineGoesOn, [DataExcerpt.Of(rest.Slice(at, 1))]);
        }

        return found.Code == DiagnosticCodes.DataTruncated && isLineWhole ? found with { Code = DiagnosticCodes.LineTruncated } : found;
    }

    private static Trouble Text(ReadOnlySpan<byte> rest, int at)
    {
        int end = at + 1;
        while (end < rest.Length && rest[end] != Quote && rest[end] >= ' ')
        {
            if (rest[end] == (byte)'\\' && !IsEscape(rest[(end + 1)..])) return Word(rest, at, mayBegin: false);
            end += rest[end] == (byte)'\\' ? 2 : 1;
        }

        if (end >= rest.Length) return (at, DiagnosticCodes.DataTruncated, []);
        if (rest[end] != Quote) return Word(rest, at, mayBegin: false);

        // The text itself is good, so what follows it is not.
        int next = SkipBlanks(rest, end + 1);
        if (next == rest.Length) return (next, DiagnosticCodes.DataTruncated, []);
        return rest[next] == (byte)'/' ? (next, DiagnosticCodes.DataComment, []) : Word(rest, next, mayBegin: false);
    }

    // What the end of the file cuts off may still have become an escape.
    private static bool IsEscape(ReadOnlySpan<byte> rest)
    {
        if (rest.IsEmpty) return true;
        if (rest[0] != (byte)'u') return "\"\\/bfnrt"u8.Contains(rest[0]);
        ReadOnlySpan<byte> digits = rest[1..Math.Min(5, rest.Length)];
        return !digits.ContainsAnyExcept(HexDigits);
    }

    private static Trouble Word(ReadOnlySpan<byte> rest, int at, bool mayBegin)
    {
        ReadOnlySpan<byte> word = rest[at..];
        int length = word[1..].IndexOfAny(WordEnds);
        if (length >= 0) word = word[..(length + 1)];
        if (mayBegin && length < 0 && IsBeginning(word)) return (at, DiagnosticCodes.DataTruncated, []);
        return Utf8.IsValid(word) ? (at, DiagnosticCodes.DataNotJson, [DataExcerpt.Of(word)]) : (at, DiagnosticCodes.DataNotUtf8, []);
    }

    private static bool IsBeginning(ReadOnlySpan<byte> word) =>
        "true"u8.StartsWith(word) || "false"u8.StartsWith(word) || "null"u8.StartsWith(word)
        || ((word[0] == (byte)'-' || char.IsAsciiDigit((char)word[0])) && !word.ContainsAnyExcept(NumberParts));

    private static int SkipBlanks(ReadOnlySpan<byte> bytes, int at)
    {
        int skipped = bytes[at..].IndexOfAnyExcept(" \t\r\n"u8);
        return skipped < 0 ? bytes.Length : at + skipped;
    }
}
