using System.Text;

namespace ComplianceRules.Sql.ClickHouse;

/// <summary>Cuts bytes into rows, and rows into cells.</summary>
internal sealed class ClickHouseRows
{
    private const byte Tab = (byte)'\t';
    private const byte Line = (byte)'\n';
    private const byte Escape = (byte)'\\';

    private readonly List<(int From, int Length)> _cells = [];
    private byte[] _bytes = new byte[64 * 1024];
    private int _from;
    private int _end;
    private int _seen;

    /// <summary>How many cells the row has.</summary>
    public int Count => _cells.Count;

    /// <summary>Goes to the next row.</summary>
    /// <returns>Whether all of it is there.</returns>
    public bool Next()
    {
        int end = _bytes.AsSpan(_seen, _end - _seen).IndexOf(Line);
        if (end < 0)
        {
            _seen = _end;
            return false;
        }

        end += _seen;
        _cells.Clear();
        int cell = _from;
        for (int tab = _bytes.AsSpan(cell, end - cell).IndexOf(Tab); tab >= 0; tab = _bytes.AsSpan(cell, end - cell).IndexOf(Tab))
        {
            _cells.Add((cell, tab));
            cell += tab + 1;
        }

        _cells.Add((cell, end - cell));
        _from = _seen = end + 1;
        return true;
    }

    /// <summary>Where further bytes go.</summary>
    public Memory<byte> Room()
    {
        if (_from > 0)
        {
            _bytes.AsSpan(_from, _end - _from).CopyTo(_bytes);
            (_seen, _end, _from) = (_seen - _from, _end - _from, 0);
        }

        if (_end == _bytes.Length) Array.Resize(ref _bytes, _bytes.Length * 2);
        return _bytes.AsMemory(_end);
    }

    /// <summary>Takes what was put there.</summary>
    /// <param name="count">How many bytes; 0 at the end.</param>
    /// <returns>Whether there may be more rows.</returns>
    /// <exception cref="ClickHouseException">The last row is cut off.</exception>
    public bool Take(int count)
    {
        _end += count;
        if (count == 0 && _end > _from) throw new ClickHouseException("the answer of the server is cut off in a row");
        return count > 0;
    }

    /// <summary>Whether a cell is null.</summary>
    /// <param name="cell">Which.</param>
    public bool IsNull(int cell) => Bytes(cell) is [Escape, (byte)'N'];

    /// <summary>A cell as a text; null where it is null.</summary>
    /// <param name="cell">Which.</param>
    public string? Text(int cell)
    {
        ReadOnlySpan<byte> bytes = Bytes(cell);
        if (bytes is [Escape, (byte)'N']) return null;
        if (!bytes.Contains(Escape)) return Encoding.UTF8.GetString(bytes);
        byte[] plain = new byte[bytes.Length];
        int length = 0;
        for (int i = 0; i < bytes.Length; i++) plain[length++] = bytes[i] == Escape && i + 1 < bytes.Length ? Unescaped(bytes[++i]) : bytes[i];
        return Encoding.UTF8.GetString(plain.AsSpan(0, length));
    }

    private ReadOnlySpan<byte> Bytes(int cell) => _bytes.AsSpan(_cells[cell].From, _cells[cell].Length);

    private static byte Unescaped(byte sign) => sign switch
    {
        (byte)'0' => 0,
        (byte)'a' => (byte)'\a',
        (byte)'b' => (byte)'\b',
        (byte)'f' => (byte)'\f',
        (byte)'n' => (byte)'\n',
        (byte)'r' => (byte)'\r',
        (byte)'t' => (byte)'\t',
        (byte)'v' => (byte)'\v',
        _ => sign,
    };
}
