using System.Buffers;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using ComplianceRules.Diagnostics;

namespace ComplianceRules.Facts;

/// <summary>Goes through strict JSON token by token in bounded memory and knows where each token stands.</summary>
/// <remarks>What makes the rest, of the line where the buffer goes by lines, unreadable is thrown; what spoils only a record (a name twice, half a character, bytes that are no UTF-8) waits to be taken.</remarks>
internal sealed class JsonCursor
{
    /// <summary>How deep brackets may stand within each other.</summary>
    public const int MaxDepth = 32;

    private static readonly byte[] ByteOrderMark = [0xEF, 0xBB, 0xBF];
    private static readonly SearchValues<byte> Blanks = SearchValues.Create(" \t\r"u8);

    private readonly JsonBuffer _buffer;
    private readonly TextPosition _position;
    private readonly JsonNames _names = new();
    private readonly string _file;
    private JsonReaderState _state = NewState();
    private Diagnostic? _spoiled;
    private int _depth;
    private (int Line, int Column) _token;
    private (int Line, int Column) _name;

    public JsonCursor(JsonBuffer buffer, string file, int line = 1, int column = 1)
    {
        _buffer = buffer;
        _file = file;
        _position = new TextPosition(line, column);
        _token = (line, column);
    }

    /// <summary>What the token is; none before the first.</summary>
    public JsonTokenType Kind { get; private set; }

    /// <summary>Where the token stands.</summary>
    public SourceSpan Span => new(_file, _token.Line, _token.Column);

    /// <summary>Where the last name stands.</summary>
    public SourceSpan NameSpan => new(_file, _name.Line, _name.Column);

    /// <summary>The text of a text or a name, escapes resolved; a number as it is written; empty for other tokens.</summary>
    public string Text { get; private set; } = string.Empty;

    /// <summary>The file that is read.</summary>
    public string File => _file;

    /// <summary>The bytes after the last token that are at hand; <see cref="JsonBuffer.Margin"/> more may be looked at.</summary>
    public ReadOnlySpan<byte> Window => _buffer.Window;

    /// <summary>Whether the window reaches the end of what is read, or of the line where it goes by lines.</summary>
    public bool IsLast => _buffer.IsLast;

    /// <summary>How much of the whole has been read, in bytes; the whole is 0 where nobody knows it.</summary>
    public (long Read, long Whole) Progress => (_buffer.Read, _buffer.Whole);

    /// <summary>Whether each line holds a document of its own.</summary>
    public bool IsByLine => _buffer.IsByLine;

    /// <summary>Where the window begins.</summary>
    public (int Line, int Column) Place => (_position.Line, _position.Column);

    /// <summary>How many brackets are open.</summary>
    public int Depth => _depth;

    /// <summary>What was read, as the reader of tokens knows it.</summary>
    public JsonReaderState State => _state;

    /// <summary>Whether something spoils the record and was not taken yet.</summary>
    public bool IsSpoiled => _spoiled is not null;

    /// <summary>Skips a byte order mark and refuses what is plainly no JSON file.</summary>
    /// <exception cref="DataReadingException">The file is empty or not UTF-8.</exception>
    public void Begin()
    {
        while (_buffer.Window.Length < ByteOrderMark.Length && !_buffer.IsLast) _buffer.Fill();
        if (_buffer.Window.StartsWith(ByteOrderMark)) _buffer.Use(ByteOrderMark.Length);
        ReadOnlySpan<byte> start = _buffer.Window[..Math.Min(2, _buffer.Window.Length)];
        if (start is [0xFF, 0xFE] or [0xFE, 0xFF] or [0, _] or [_, 0]) throw Unreadable(DiagnosticCodes.DataNotUtf8);
    }

    /// <summary>Stands before the next line that is not blank, or before the rest of the one that was begun.</summary>
    /// <returns>Whether there is one.</returns>
    public bool BeginLine()
    {
        while (true)
        {
            int blanks = _buffer.Window.IndexOfAnyExcept(Blanks);
            Pass(blanks < 0 ? _buffer.Window.Length : blanks);
            if (blanks >= 0) break;
            if (!_buffer.IsLast) _buffer.Fill();
            else if (!PassLineEnd()) return false;
        }

        _state = NewState();
        _names.CloseAll();
        (Kind, _depth, _spoiled) = (JsonTokenType.None, 0, null);
        return true;
    }

    /// <summary>Goes past all that is left of the line.</summary>
    public void SkipLine()
    {
        do Pass(_buffer.Window.Length);
        while (!_buffer.IsLast && _buffer.Fill());
    }

    /// <summary>Goes to the next token.</summary>
    /// <returns>Whether there is one.</returns>
    /// <exception cref="DataReadingException">The rest cannot be read.</exception>
    public bool Read()
    {
        while (true)
        {
            Utf8JsonReader reader = new(_buffer.Window, _buffer.IsLast, _state);
            bool read;
            try
            {
                read = reader.Read();
            }
            catch (JsonException)
            {
                throw Unreadable();
            }

            if (read)
            {
                Accept(ref reader);
                return true;
            }

            if (_buffer.IsLast) return false;
            if (!_buffer.Fill()) throw Unreadable(DiagnosticCodes.DataTooLarge, Number(JsonBuffer.LargestWindow));
        }
    }

    /// <summary>Goes to the last token of the value that begins here.</summary>
    public void SkipValue()
    {
        int depth = 0;
        do
        {
            if (Kind is JsonTokenType.StartObject or JsonTokenType.StartArray) depth++;
            if (Kind is JsonTokenType.EndObject or JsonTokenType.EndArray) depth--;
        }
        while (depth > 0 && Read());
    }

    /// <summary>Makes the window larger, or finds out that it is the last.</summary>
    /// <returns>Whether there was room.</returns>
    public bool Fill() => _buffer.Fill();

    /// <summary>Goes past bytes that somebody else has read: whole tokens, and the blanks between them.</summary>
    public void Pass(int bytes)
    {
        _position.Pass(_buffer.Window[..bytes]);
        _buffer.Use(bytes);
    }

    /// <summary>Goes past a comma that somebody else has read.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void PassComma()
    {
        _position.PassPlain(1);
        _buffer.Use(1);
    }

    /// <summary>Goes past many bytes that somebody else has read, where a byte is a column.</summary>
    /// <returns>Whether each is; else it has gone nowhere.</returns>
    public bool TryPassPlain(int bytes)
    {
        if (!_position.TryPassPlain(_buffer.Window[..bytes])) return false;
        _buffer.Use(bytes);
        return true;
    }

    /// <summary>Goes on after bytes that somebody else has read.</summary>
    /// <param name="state">What the reader of tokens would know now.</param>
    /// <param name="last">What stands before the window.</param>
    /// <param name="depth">How many brackets are open.</param>
    public void Resume(JsonReaderState state, JsonTokenType last, int depth) => (_state, Kind, _depth) = (state, last, depth);

    /// <summary>Begins with the names of an object whose bracket somebody else has read.</summary>
    public void EnterObject() => _names.Open();

    /// <summary>Lets go of the names of an object whose end somebody else has read.</summary>
    public void LeaveObject() => _names.Close();

    /// <summary>Notes a name of the innermost object that somebody else has read.</summary>
    public void NoteName(string name) => _names.Add(name);

    /// <summary>What spoils the record just read, if anything does; asked once.</summary>
    public Diagnostic? TakeSpoiled()
    {
        Diagnostic? spoiled = _spoiled;
        _spoiled = null;
        return spoiled;
    }

    private void Accept(ref Utf8JsonReader reader)
    {
        int start = (int)reader.TokenStartIndex;
        int end = (int)reader.BytesConsumed;
        ReadOnlySpan<byte> window = _buffer.Window;
        Kind = reader.TokenType;
        if (Kind is JsonTokenType.StartObject or JsonTokenType.StartArray) _depth++;
        if (Kind is JsonTokenType.EndObject or JsonTokenType.EndArray) _depth--;
        _position.Pass(window[..start]);
        _token = (_position.Line, _position.Column);
        if (Kind == JsonTokenType.PropertyName) _name = _token;
        _position.Pass(window[start..end]);
        Text = string.Empty;
        Take(ref reader);
        _state = reader.CurrentState;
        _buffer.Use(end);
    }

    private void Take(ref Utf8JsonReader reader)
    {
        switch (Kind)
        {
            case JsonTokenType.StartObject:
                _names.Open();
                break;
            case JsonTokenType.EndObject:
                _names.Close();
                break;
            case JsonTokenType.Number:
                Text = Encoding.ASCII.GetString(reader.ValueSpan);
                break;
            case JsonTokenType.String:
                Text = Decode(ref reader) ?? string.Empty;
                break;
            case JsonTokenType.PropertyName:
                TakeName(Decode(ref reader));
                break;
        }
    }

    private void TakeName(string? name)
    {
        if (name is null) return;
        Text = name;
        if (!_names.Add(name)) Spoil(DiagnosticCodes.DataDuplicateName, DataExcerpt.Of(name));
        if (_names.IsFull) throw new DataReadingException(new Diagnostic(DiagnosticCodes.DataTooLarge, Span, Number(JsonNames.MostInOneObject)));
    }

    private string? Decode(ref Utf8JsonReader reader)
    {
        if (!Utf8.IsValid(reader.ValueSpan))
        {
            Spoil(DiagnosticCodes.DataNotUtf8);
            return null;
        }

        if (!reader.ValueIsEscaped) return Kind == JsonTokenType.PropertyName ? _names.Text(reader.ValueSpan) : Encoding.UTF8.GetString(reader.ValueSpan);
        try
        {
            return reader.GetString();
        }
        catch (InvalidOperationException)
        {
            Spoil(DiagnosticCodes.DataLoneSurrogate);
            return null;
        }
    }

    private void Spoil(DiagnosticCode code, params ReadOnlySpan<string> arguments) => _spoiled ??= new Diagnostic(code, Span, arguments);

    private DataReadingException Unreadable()
    {
        // The kind of trouble is told from the bytes, so that it does not depend on where the windows were cut.
        while (!_buffer.IsLast && _buffer.Fill())
        {
        }

        (int offset, DiagnosticCode code, string[] arguments) = _buffer.IsByLine
            ? JsonTrouble.FindInLine(_buffer.Window, Kind, _depth, _buffer.IsLineWhole)
            : JsonTrouble.Find(_buffer.Window, Kind, _depth);
        Pass(offset);
        return Unreadable(code, arguments);
    }

    private DataReadingException Unreadable(DiagnosticCode code, params ReadOnlySpan<string> arguments) =>
        new(new Diagnostic(code, new SourceSpan(_file, _position.Line, _position.Column), arguments));

    private bool PassLineEnd()
    {
        ReadOnlySpan<byte> end = _buffer.NextLine();
        _position.Pass(end);
        return !end.IsEmpty;
    }

    private static JsonReaderState NewState() => new(new JsonReaderOptions { MaxDepth = MaxDepth });

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
