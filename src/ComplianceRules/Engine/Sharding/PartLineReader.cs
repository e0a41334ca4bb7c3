using System.Security.Cryptography;

namespace ComplianceRules.Engine;

/// <summary>Goes through the lines of a part and makes the digest of all but the last.</summary>
/// <remarks>For one thread.</remarks>
/// <param name="stream">The part.</param>
internal sealed class PartLineReader(Stream stream) : IDisposable
{
    private const int FirstRoom = 1 << 16;
    private const int LongestLine = 1 << 28;

    private readonly IncrementalHash _digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private byte[] _room = new byte[FirstRoom];
    private int _start;
    private int _end;
    private int _length;

    /// <summary>Where the line at hand begins, from where reading began.</summary>
    public long Offset { get; private set; }

    /// <summary>The line at hand, without its line feed.</summary>
    public ReadOnlyMemory<byte> Line => _room.AsMemory(_start, _length);

    /// <summary>Goes to the next line.</summary>
    /// <returns>False at the end, where a line is not ended, and where one is too long for any part.</returns>
    public bool Next()
    {
        if (_length > 0) Leave(_length + 1);
        while (true)
        {
            int end = _room.AsSpan(_start, _end - _start).IndexOf((byte)'\n');
            _length = Math.Max(0, end);
            if (end >= 0) return end > 0;
            if (_end - _start > LongestLine || !Fill()) return false;
        }
    }

    /// <summary>Whether nothing is left behind the line at hand.</summary>
    public bool IsLast() => _start + _length + 1 == _end && !Fill();

    /// <summary>The digest of all lines before the one at hand, in lower-case hexadecimal digits.</summary>
    public string Digest() => Convert.ToHexStringLower(_digest.GetCurrentHash());

    /// <summary>Lets its memory go; the stream stays open.</summary>
    public void Dispose() => _digest.Dispose();

    private void Leave(int count)
    {
        _digest.AppendData(_room, _start, count);
        _start += count;
        Offset += count;
        _length = 0;
    }

    private bool Fill()
    {
        if (_end == _room.Length)
        {
            byte[] room = _start > _room.Length / 2 ? _room : new byte[_room.Length * 2];
            _room.AsSpan(_start, _end - _start).CopyTo(room);
            (_room, _start, _end) = (room, 0, _end - _start);
        }

        int read = stream.Read(_room, _end, _room.Length - _end);
        _end += read;
        return read > 0;
    }
}
