using System.Buffers.Binary;

namespace ComplianceRules.PostgreSql.Reading;

/// <summary>The rows of a binary COPY, one at a time.</summary>
/// <remarks>For one thread. The rows are whole only where <see cref="Next"/> has said that there are no more.</remarks>
internal sealed class CopyRows : IDisposable
{
    private const int FirstRoom = 1 << 16;
    private const int FlagsAndExtension = 8;
    private const short End = -1;

    private readonly Stream _stream;
    private readonly (int Start, int Length)[] _fields;
    private byte[] _room = new byte[FirstRoom];
    private int _at;
    private int _end;

    /// <summary>Reads what stands before the first row.</summary>
    /// <param name="stream">The rows as the server sends them.</param>
    /// <param name="width">How many fields a row has.</param>
    /// <exception cref="IOException">They are not sent as this format has them.</exception>
    public CopyRows(Stream stream, int width)
    {
        _stream = stream;
        _fields = new (int, int)[width];
        ReadHeader();
    }

    /// <summary>Goes to the next row.</summary>
    /// <returns>Whether there is one; where not, the server has said that all were sent.</returns>
    public bool Next()
    {
        int length;
        while ((length = Parse(_room.AsSpan(_at, _end - _at))) == 0) Fill();
        if (length < 0)
        {
            Finish();
            return false;
        }

        _at += length;
        return true;
    }

    /// <summary>A field of the row; null where there is no value. Valid until the next row.</summary>
    public ReadOnlyMemory<byte>? Field(int field)
    {
        (int start, int length) = _fields[field];
        if (length < 0) return null;
        return _room.AsMemory(start, length);
    }

    public void Dispose() => _stream.Dispose();

    // The byte 255 of the signature is no character.
    private void ReadHeader()
    {
        ReadOnlySpan<byte> signature = [.. "PGCOPY\n"u8, 0xFF, .. "\r\n\0"u8];
        int fixedLength = signature.Length + FlagsAndExtension;
        while (_end < fixedLength) Fill();
        int flags = BinaryPrimitives.ReadInt32BigEndian(_room.AsSpan(signature.Length));
        int extension = BinaryPrimitives.ReadInt32BigEndian(_room.AsSpan(signature.Length + sizeof(int)));
        if (!_room.AsSpan().StartsWith(signature) || flags != 0 || extension != 0) throw new IOException("the server sends rows in a format that is not known");
        _at = fixedLength;
    }

    // How long the row is; 0 where it is not whole yet, -1 where the rows end.
    private int Parse(ReadOnlySpan<byte> rows)
    {
        if (rows.Length < sizeof(short)) return 0;
        short count = BinaryPrimitives.ReadInt16BigEndian(rows);
        if (count == End) return End;
        if (count != _fields.Length) throw new IOException($"the server sends a row of {count} fields where {_fields.Length} were asked for");
        int at = sizeof(short);
        for (int field = 0; field < _fields.Length; field++)
        {
            if (rows.Length - at < sizeof(int)) return 0;
            int length = BinaryPrimitives.ReadInt32BigEndian(rows[at..]);
            at += sizeof(int);
            if (length < -1) throw new IOException("the server sends a field of a length that cannot be");
            _fields[field] = (_at + at, length);
            if (length > rows.Length - at) return 0;
            at += Math.Max(length, 0);
        }

        return at;
    }

    // Rows come one by one, so that mostly there is nothing left to move.
    private void Fill()
    {
        if (_at > 0)
        {
            _room.AsSpan(_at, _end - _at).CopyTo(_room);
            (_at, _end) = (0, _end - _at);
        }

        if (_end == _room.Length) Array.Resize(ref _room, (int)Math.Min(Array.MaxLength, _room.Length * 2L));
        int read = _stream.Read(_room, _end, _room.Length - _end);
        if (read == 0) throw new EndOfStreamException("the server sent only a part of the rows");
        _end += read;
    }

    // The server's last word comes behind the last row: what it says there may still be that it failed.
    private void Finish()
    {
        if (_stream.Read(_room, 0, _room.Length) != 0) throw new IOException("the server sends more behind the last row");
    }
}
