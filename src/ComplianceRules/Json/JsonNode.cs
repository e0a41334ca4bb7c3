using System.Collections.Immutable;
using System.Text;
using ComplianceRules.Diagnostics;

namespace ComplianceRules.Json;

/// <summary>A JSON value that knows where it stands.</summary>
/// <remarks>Immutable. Made by <see cref="StrictJson"/> only.</remarks>
internal sealed class JsonNode
{
    private readonly SourceFile _file;
    private readonly int _start;
    private readonly int _end;

    internal JsonNode(SourceFile file, int start, int end, JsonKind kind)
    {
        _file = file;
        _start = start;
        _end = end;
        Kind = kind;
    }

    /// <summary>What the value is.</summary>
    public JsonKind Kind { get; }

    /// <summary>The names and values of an object in file order; empty for other kinds.</summary>
    public ImmutableArray<JsonMember> Members { get; init; } = [];

    /// <summary>The values of an array; empty for other kinds.</summary>
    public ImmutableArray<JsonNode> Items { get; init; } = [];

    /// <summary>The text of a string, escapes resolved, or the digits of a number as they are written; empty for other kinds.</summary>
    public string Text { get; init; } = string.Empty;

    /// <summary>The truth value of true or false; false for other kinds.</summary>
    public bool Truth { get; init; }

    /// <summary>Whether the text stands in its file as it is, without quotes and escapes.</summary>
    private bool IsBare { get; init; }

    /// <summary>A text that stands nowhere in JSON, such as an expression on a command line; its places are counted in the text itself.</summary>
    /// <param name="name">The name shown in places.</param>
    /// <param name="text">The text.</param>
    public static JsonNode Bare(string name, string text)
    {
        SourceFile file = new(name, Encoding.UTF8.GetBytes(text));
        return new JsonNode(file, 0, file.Bytes.Length, JsonKind.Text) { Text = text, IsBare = true };
    }

    /// <summary>Where the value's first character stands, and how long it is.</summary>
    public SourceSpan Span => _file.SpanAt(_start, _end - _start);

    /// <summary>The bytes of the value as they are written.</summary>
    public ReadOnlyMemory<byte> Bytes => _file.Bytes[_start.._end];

    /// <summary>The file that the value stands in.</summary>
    public SourceFile File => _file;

    /// <summary>The value of a name; null where the object has no such name or the value is no object.</summary>
    /// <param name="name">The name, compared ordinally.</param>
    public JsonNode? this[string name]
    {
        get
        {
            foreach (JsonMember member in Members)
            {
                if (member.Name == name) return member.Value;
            }

            return null;
        }
    }

    /// <summary>Where a run of characters of a string's text stands in the file, escapes counted.</summary>
    /// <param name="index">The first character, in UTF-16 units of <see cref="Text"/>; its length means the closing quote.</param>
    /// <param name="length">How many units.</param>
    public SourceSpan SpanOf(int index, int length)
    {
        int from = ByteOf(index);
        return _file.SpanAt(from, Math.Max(1, ByteOf(index + length) - from));
    }

    private int ByteOf(int index)
    {
        ReadOnlySpan<byte> raw = _file.Bytes.Span[_start.._end];
        int quote = IsBare ? 0 : 1;
        int at = quote;
        for (int unit = 0; unit < index && at < raw.Length - quote;)
        {
            if (!IsBare && raw[at] == (byte)'\\')
            {
                at += raw[at + 1] == (byte)'u' ? 6 : 2;
                unit++;
                continue;
            }

            _ = Rune.DecodeFromUtf8(raw[at..], out Rune rune, out int bytes);
            at += bytes;
            unit += rune.Utf16SequenceLength;
        }

        return _start + Math.Min(at, raw.Length - quote);
    }
}
