using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace ComplianceRules.External.Tests.Conformance;

/// <summary>Reads the text format of protocol buffers, as much of it as test data uses, without a schema.</summary>
/// <remarks>Used once. What is not understood is a <see cref="FormatException"/> with the line; nesting is bounded.</remarks>
internal sealed class TextProto
{
    private const int Deepest = 64;

    private readonly string _text;
    private int _at;
    private int _depth;

    private TextProto(string text) => _text = text;

    /// <summary>Reads a whole file.</summary>
    public static ProtoMessage Read(string text)
    {
        TextProto reader = new(text);
        ProtoMessage message = reader.Message('\0');
        reader.SkipBlanks();
        return reader._at == text.Length ? message : throw reader.Fault();
    }

    private ProtoMessage Message(char close)
    {
        if (++_depth > Deepest) throw Fault();
        ImmutableArray<ProtoField>.Builder fields = ImmutableArray.CreateBuilder<ProtoField>();
        for (SkipBlanks(); _at < _text.Length && _text[_at] != close; SkipBlanks()) AddField(fields);
        if (close != '\0') Expect(close);
        _depth--;
        return new ProtoMessage(fields.ToImmutable());
    }

    private void AddField(ImmutableArray<ProtoField>.Builder fields)
    {
        string name = Current == '[' ? Address() : Word();
        SkipBlanks();
        bool hasColon = Take(':');
        SkipBlanks();
        if (!Take('['))
        {
            fields.Add(Value(name, hasColon));
        }
        else
        {
            for (SkipBlanks(); !Take(']'); SkipBlanks())
            {
                fields.Add(Value(name, hasColon: true));
                SkipBlanks();
                Take(',');
            }
        }

        SkipBlanks();
        if (!Take(',')) Take(';');
    }

    private ProtoField Value(string name, bool hasColon)
    {
        if (Take('{')) return new ProtoField(name, null, null, Message('}'));
        if (Take('<')) return new ProtoField(name, null, null, Message('>'));
        if (!hasColon) throw Fault();
        return Current is '"' or '\'' ? new ProtoField(name, null, Texts(), null) : new ProtoField(name, Word(), null, null);
    }

    // Texts that stand side by side are one.
    private byte[] Texts()
    {
        List<byte> bytes = [];
        for (; Current is '"' or '\''; SkipBlanks()) AddText(bytes);
        return [.. bytes];
    }

    private void AddText(List<byte> bytes)
    {
        char quote = _text[_at++];
        while (Current != quote)
        {
            if (Current is '\0' or '\n') throw Fault();
            if (Current == '\\') AddEscape(bytes);
            else AddRune(bytes, Rune.GetRuneAt(_text, _at));
        }

        _at++;
    }

    private void AddRune(List<byte> bytes, Rune rune)
    {
        bytes.AddRange(Encoding.UTF8.GetBytes(rune.ToString()));
        _at += rune.Utf16SequenceLength;
    }

    private void AddEscape(List<byte> bytes)
    {
        _at++;
        char letter = Current;
        _at++;
        int simple = "abfnrtv\\?\"'`".IndexOf(letter, StringComparison.Ordinal);
        if (simple >= 0) bytes.Add((byte)"\a\b\f\n\r\t\v\\?\"'`"[simple]);
        else if (letter is 'x' or 'X') bytes.Add((byte)Digits(2, 16));
        else if (letter == 'u') bytes.AddRange(Encoding.UTF8.GetBytes(new Rune(Digits(4, 16)).ToString()));
        else if (letter == 'U') bytes.AddRange(Encoding.UTF8.GetBytes(new Rune(Digits(8, 16)).ToString()));
        else if (letter is >= '0' and <= '7') AddOctal(bytes);
        else throw Fault();
    }

    private void AddOctal(List<byte> bytes)
    {
        _at--;
        bytes.Add((byte)Digits(3, 8));
    }

    private int Digits(int most, int radix)
    {
        int start = _at;
        int value = 0;
        for (; _at - start < most && char.IsAsciiHexDigit(Current); _at++)
        {
            int digit = int.Parse(Current.ToString(), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
            if (digit >= radix) break;
            value = (value * radix) + digit;
        }

        return _at > start ? value : throw Fault();
    }

    private string Address()
    {
        int end = _text.IndexOf(']', _at);
        if (end < 0) throw Fault();
        string address = _text[_at..(end + 1)];
        _at = end + 1;
        return address;
    }

    private string Word()
    {
        int start = _at;
        while (char.IsAsciiLetterOrDigit(Current) || Current is '_' or '.' or '-' or '+') _at++;
        return _at > start ? _text[start.._at] : throw Fault();
    }

    private void SkipBlanks()
    {
        while (_at < _text.Length && (char.IsWhiteSpace(_text[_at]) || _text[_at] == '#'))
        {
            int end = _text[_at] == '#' ? _text.IndexOf('\n', _at) : _at;
            _at = end < 0 ? _text.Length : end + 1;
        }
    }

    private char Current => _at < _text.Length ? _text[_at] : '\0';

    private bool Take(char sign)
    {
        if (Current != sign) return false;
        _at++;
        return true;
    }

    private void Expect(char sign)
    {
        if (!Take(sign)) throw Fault();
    }

    private FormatException Fault() => new($"line {_text.AsSpan(0, Math.Min(_at, _text.Length)).Count('\n') + 1} is not understood");
}
