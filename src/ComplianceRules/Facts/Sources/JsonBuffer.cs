namespace ComplianceRules.Facts;

/// <summary>A window on a stream, or on one line of it: what was read and is not used up yet.</summary>
/// <remarks>The window grows only as far as one token needs, and never beyond a bound.</remarks>
internal sealed class JsonBuffer
{
    /// <summary>The most bytes that one token, with the blanks before it, may take.</summary>
    public const int LargestWindow = 1 << 20;

    /// <summary>The bytes behind the window that may be looked at, and are zero where the window is the last thing read.</summary>
    public const int Margin = ExpectedKey.Longest + 64;

    private const byte LineFeed = (byte)'\n';
    private const byte Return = (byte)'\r';

    private readonly Stream _stream;
    private readonly CancellationToken _cancellation;
    private byte[] _bytes;
    private int _start;
    private int _end;
    private int _lineFeed = -1;
    private int _stop;
    private bool _isAtEnd;
    private bool _isByLine;

    public JsonBuffer(Stream stream, int size, CancellationToken cancellation)
    {
        _stream = stream;
        _cancellation = cancellation;
        _bytes = new byte[size + Margin];
        Whole = stream.CanSeek ? stream.Length : 0;
    }

    /// <summary>How many bytes of the stream have been read.</summary>
    public long Read { get; private set; }

    /// <summary>How many bytes the stream has; 0 where it does not tell.</summary>
    public long Whole { get; }

    /// <summary>Whether the window ends with the line, before its LF or CR LF.</summary>
    public bool IsByLine { get => _isByLine; init => _isByLine = value; }

    /// <summary>Whether the window reaches the end of the line, and something ends that.</summary>
    public bool IsLineWhole => _lineFeed >= 0;

    /// <summary>Whether the window reaches the end of the line or the stream.</summary>
    public bool IsLast => IsLineWhole || _isAtEnd;

    public ReadOnlySpan<byte> Window => _bytes.AsSpan(_start, _stop - _start);

    private int Room => _bytes.Length - Margin;

    public void Use(int bytes) => _start += bytes;

    /// <summary>Ends windows with lines from here on: for whoever sees only by the beginning what it is.</summary>
    public void GoByLine()
    {
        _isByLine = true;
        FindLineFeed(_start);
    }

    /// <summary>Makes the window larger, or finds out that it is the last.</summary>
    /// <returns>Whether there was room.</returns>
    public bool Fill()
    {
        _cancellation.ThrowIfCancellationRequested();
        if (Window.Length >= LargestWindow) return false;
        byte[] target = Window.Length == Room ? new byte[(Room * 2) + Margin] : _bytes;
        int kept = Window.Length;
        Window.CopyTo(target);
        (_bytes, _start, _end) = (target, 0, kept);
        int read = _stream.Read(_bytes, _end, Room - _end);
        _end += read;
        Read += read;
        _bytes.AsSpan(_end, Margin).Clear();
        _isAtEnd = read == 0;
        FindLineFeed(kept);
        return true;
    }

    /// <summary>Goes on to the next line once the window is used up.</summary>
    /// <returns>The bytes that end the line; none at the end of the stream.</returns>
    public ReadOnlySpan<byte> NextLine()
    {
        if (!IsLineWhole) return [];
        ReadOnlySpan<byte> passed = _bytes.AsSpan(_start, _lineFeed + 1 - _start);
        _start = _lineFeed + 1;
        FindLineFeed(_start);
        return passed;
    }

    private void FindLineFeed(int from)
    {
        int found = IsByLine ? _bytes.AsSpan(from, _end - from).IndexOf(LineFeed) : -1;
        _lineFeed = found < 0 ? -1 : from + found;
        _stop = !IsLineWhole ? _end : _lineFeed > _start && _bytes[_lineFeed - 1] == Return ? _lineFeed - 1 : _lineFeed;
    }
}
