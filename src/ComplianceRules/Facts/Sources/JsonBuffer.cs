namespace ComplianceRules.Facts;

/// <summary>A window on a stream: what was read and is not used up yet.</summary>
/// <remarks>The window grows only as far as one token needs, and never beyond a bound.</remarks>
internal sealed class JsonBuffer
{
    /// <summary>The most bytes that one token, with the blanks before it, may take.</summary>
    public const int LargestWindow = 1 << 20;

    private readonly Stream _stream;
    private readonly CancellationToken _cancellation;
    private byte[] _bytes;
    private int _start;
    private int _end;

    public JsonBuffer(Stream stream, int size, CancellationToken cancellation)
    {
        _stream = stream;
        _cancellation = cancellation;
        _bytes = new byte[size];
    }

    /// <summary>Whether the window reaches the end of the stream.</summary>
    public bool IsLast { get; private set; }

    public ReadOnlySpan<byte> Window => _bytes.AsSpan(_start, _end - _start);

    public void Use(int bytes) => _start += bytes;

    /// <summary>Makes the window larger, or finds out that it is the last.</summary>
    /// <returns>Whether there was room.</returns>
    public bool Fill()
    {
        _cancellation.ThrowIfCancellationRequested();
        if (Window.Length >= LargestWindow) return false;
        byte[] target = Window.Length == _bytes.Length ? new byte[_bytes.Length * 2] : _bytes;
        Window.CopyTo(target);
        (_bytes, _start, _end) = (target, 0, _end - _start);
        int read = _stream.Read(_bytes, _end, _bytes.Length - _end);
        _end += read;
        IsLast = read == 0;
        return true;
    }
}
