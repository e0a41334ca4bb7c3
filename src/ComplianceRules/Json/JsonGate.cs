using System.Globalization;
using System.Text.Json;
using ComplianceRules.Diagnostics;

namespace ComplianceRules.Json;

/// <summary>Lets only strict JSON pass, and notes where each name and value stands, in document order.</summary>
/// <remarks>Comments, commas too many, doubled names, numbers and characters are all reported; the first fault of grammar ends the reading. Used once.</remarks>
internal sealed class JsonGate
{
    // A place costs a look at its line, so a hostile file must not ask for millions of them.
    private const int MostProblems = 100;

    private readonly SourceFile _file;
    private readonly DiagnosticBag _problems;
    private readonly int _before;
    private readonly int _skipped;
    private readonly List<JsonMark> _marks = [];
    private readonly Stack<Level> _open = [];
    private bool _isUsable = true;
    private bool _afterValue;
    private int _comma = -1;
    private int _end;

    public JsonGate(SourceFile file, DiagnosticBag problems)
    {
        _file = file;
        _problems = problems;
        _before = problems.Count;
        _skipped = JsonBytes.MarkLength(file.Bytes.Span);
        _end = _skipped;
    }

    /// <summary>Whether whole numbers of more digits than a double keeps may pass.</summary>
    public bool KeepsLongInts { get; init; }

    /// <summary>Every name and value in document order; whole only after the file has passed.</summary>
    public IReadOnlyList<JsonMark> Marks => _marks;

    /// <summary>Reads the whole file.</summary>
    /// <returns>Whether a tree may be made of it; faults of single characters are reported and do not prevent that.</returns>
    public bool Pass()
    {
        // Comments and last commas are let through here so that each can be reported at its place and the reading go on.
        JsonReaderOptions options = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Allow, MaxDepth = StrictJson.DeepestNesting + 1 };
        Utf8JsonReader reader = new(_file.Bytes.Span[_skipped..], options);
        try
        {
            while (_problems.Count - _before < MostProblems && Step(ref reader)) { }
        }
        catch (JsonException)
        {
            JsonFault.Report(_file, new JsonFault.State(_end, _afterValue, _comma >= 0, _open.TryPeek(out Level level) ? _marks[level.Mark].Start : -1), _problems);
            _isUsable = false;
        }

        return _isUsable && _problems.Count - _before < MostProblems;
    }

    private bool Step(ref Utf8JsonReader reader)
    {
        if (!reader.Read()) return false;
        int start = _skipped + (int)reader.TokenStartIndex;
        NoteComma(start);
        bool goOn = reader.TokenType == JsonTokenType.Comment ? Refuse(DiagnosticCodes.Comment, start) : Take(ref reader, start);
        _end = _skipped + (int)reader.BytesConsumed;
        return goOn;
    }

    private void NoteComma(int start)
    {
        if (_file.Bytes.Span[_end..start].IndexOf((byte)',') is >= 0 and int found) _comma = _end + found;
    }

    private bool Take(ref Utf8JsonReader reader, int start)
    {
        if (_comma >= 0 && reader.TokenType is JsonTokenType.EndObject or JsonTokenType.EndArray) Refuse(DiagnosticCodes.TrailingComma, _comma);
        _comma = -1;
        _afterValue = reader.TokenType is not (JsonTokenType.PropertyName or JsonTokenType.StartObject or JsonTokenType.StartArray);
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                return Open(ref reader, JsonKind.Object, start);
            case JsonTokenType.StartArray:
                return Open(ref reader, JsonKind.Array, start);
            case JsonTokenType.EndObject or JsonTokenType.EndArray:
                Close(start + 1);
                return true;
            case JsonTokenType.PropertyName:
                Name(ref reader, start);
                return true;
            default:
                Leaf(ref reader, start);
                return true;
        }
    }

    private bool Open(ref Utf8JsonReader reader, JsonKind kind, int start)
    {
        if (reader.CurrentDepth >= StrictJson.DeepestNesting)
        {
            Refuse(DiagnosticCodes.NestedTooDeep, start, StrictJson.DeepestNesting.ToString(CultureInfo.InvariantCulture));
            return false;
        }

        _open.Push(new Level(_marks.Count, kind == JsonKind.Object ? new(StringComparer.Ordinal) : null));
        _marks.Add(new JsonMark(kind, start, start + 1));
        return true;
    }

    private void Close(int end)
    {
        int mark = _open.Pop().Mark;
        _marks[mark] = _marks[mark] with { End = end };
    }

    private void Name(ref Utf8JsonReader reader, int start)
    {
        _marks.Add(new JsonMark(JsonKind.Text, start, start + reader.ValueSpan.Length + 2));
        if (Text(ref reader, start, isName: true) is not { } name || _open.Peek().Names is not { } names || names.TryAdd(name, start)) return;
        SourceSpan first = _file.SpanAt(names[name]);
        Refuse(DiagnosticCodes.DuplicateName, start, name, first.Line.ToString(CultureInfo.InvariantCulture), first.Column.ToString(CultureInfo.InvariantCulture));
    }

    private void Leaf(ref Utf8JsonReader reader, int start)
    {
        JsonKind kind = reader.TokenType switch
        {
            JsonTokenType.String => JsonKind.Text,
            JsonTokenType.Number => JsonKind.Number,
            JsonTokenType.Null => JsonKind.Null,
            _ => JsonKind.Bool,
        };
        _marks.Add(new JsonMark(kind, start, _skipped + (int)reader.BytesConsumed));
        if (kind == JsonKind.Text) _ = Text(ref reader, start, isName: false);
        if (kind == JsonKind.Number) Number(reader.ValueSpan, start);
    }

    private void Number(ReadOnlySpan<byte> number, int start)
    {
        if (KeepsLongInts && JsonNumberRules.IsPlainInt(number)) return;
        if (!JsonNumberRules.HasSmallExponent(number)) Refuse(DiagnosticCodes.NumberTooFar, start, JsonFault.Shown(number));
        else if (!JsonNumberRules.HasFewDigits(number)) Refuse(DiagnosticCodes.NumberTooLong, start, JsonFault.Shown(number));
    }

    private string? Text(ref Utf8JsonReader reader, int start, bool isName)
    {
        if (reader.ValueIsEscaped && JsonEscapes.LoneSurrogate(reader.ValueSpan) is >= 0 and int lone)
        {
            Refuse(DiagnosticCodes.LoneSurrogate, start + 1 + lone, JsonFault.Shown(reader.ValueSpan.Slice(lone, 6)));
            return null;
        }

        string text = reader.GetString() ?? string.Empty;
        if (PlainText.FirstFault(text, isName) is { } fault)
        {
            JsonNode written = new(_file, start, start + reader.ValueSpan.Length + 2, JsonKind.Text) { Text = text };
            _problems.Report(fault.Code, written.SpanOf(fault.Index, fault.Rune.Utf16SequenceLength), PlainText.NameOf(fault.Rune));
        }

        return text;
    }

    private bool Refuse(DiagnosticCode code, int start, params ReadOnlySpan<string> arguments)
    {
        _problems.Report(code, _file.SpanAt(start), arguments);
        _isUsable = false;
        return true;
    }

    private readonly record struct Level(int Mark, Dictionary<string, int>? Names);
}
