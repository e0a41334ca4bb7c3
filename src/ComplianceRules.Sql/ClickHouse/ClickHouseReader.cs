using System.Collections;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace ComplianceRules.Sql.ClickHouse;

/// <summary>Reads rows of tab-separated texts that begin with the names and the types of the columns.</summary>
internal sealed class ClickHouseReader : DbDataReader
{
    private readonly ClickHouseAnswer _answer;
    private readonly ClickHouseRows _rows = new();
    private string[] _names = [];
    private ClickHouseType[] _types = [];
    private bool _isClosed;

    private ClickHouseReader(ClickHouseAnswer answer) => _answer = answer;

    public override int FieldCount => _names.Length;

    public override int Depth => 0;

    public override bool HasRows => throw new NotSupportedException();

    public override bool IsClosed => _isClosed;

    public override int RecordsAffected => -1;

    public override object this[int ordinal] => GetValue(ordinal);

    public override object this[string name] => GetValue(GetOrdinal(name));

    /// <summary>Reads the names and the types.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="cancellation">Stops it.</param>
    public static async Task<ClickHouseReader> OpenAsync(ClickHouseAnswer answer, CancellationToken cancellation)
    {
        ClickHouseReader reader = new(answer);
        try
        {
            if (!await reader.ReadAsync(cancellation).ConfigureAwait(false)) return reader;
            string[] names = [.. Enumerable.Range(0, reader._rows.Count).Select(i => reader._rows.Text(i)!)];
            await reader.ReadAsync(cancellation).ConfigureAwait(false);
            reader._types = [.. Enumerable.Range(0, reader._rows.Count).Select(i => ClickHouseType.Of(reader._rows.Text(i)!))];
            reader._names = names;
            return reader;
        }
        catch
        {
            await reader.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    public override bool Read()
    {
        while (!_rows.Next())
        {
            int read = _answer.Read(_rows.Room().Span);
            if (!_rows.Take(read)) return false;
        }

        return Whole();
    }

    public override async Task<bool> ReadAsync(CancellationToken cancellationToken)
    {
        while (!_rows.Next())
        {
            int read = await _answer.ReadAsync(_rows.Room(), cancellationToken).ConfigureAwait(false);
            if (!_rows.Take(read)) return false;
        }

        return Whole();
    }

    public override bool NextResult() => false;

    public override void Close()
    {
        if (_isClosed) return;
        _isClosed = true;
        _answer.Dispose();
    }

    public override bool IsDBNull(int ordinal) => _rows.IsNull(ordinal);

    public override string GetString(int ordinal) => _rows.Text(ordinal) is { } text ? _types[ordinal].IsPadded ? text.TrimEnd('\0') : text : throw Null(ordinal);

    public override long GetInt64(int ordinal) => _types[ordinal].Value(_rows.Text(ordinal) ?? throw Null(ordinal)) switch
    {
        long whole => whole,
        bool truth => truth ? 1 : 0,
        ulong whole => checked((long)whole),
        _ => throw new InvalidCastException($"the column {_names[ordinal]} holds no whole numbers"),
    };

    public override double GetDouble(int ordinal) => _types[ordinal].Value(_rows.Text(ordinal) ?? throw Null(ordinal)) switch
    {
        double number => number,
        float number => number,
        long whole => whole,
        _ => throw new InvalidCastException($"the column {_names[ordinal]} holds no numbers"),
    };

    public override object GetValue(int ordinal) => _rows.Text(ordinal) is { } text ? _types[ordinal].Value(text) : DBNull.Value;

    public override int GetValues(object[] values)
    {
        int count = Math.Min(values.Length, FieldCount);
        for (int i = 0; i < count; i++) values[i] = GetValue(i);
        return count;
    }

    public override string GetName(int ordinal) => _names[ordinal];

    public override int GetOrdinal(string name) => Array.IndexOf(_names, name) is >= 0 and int at ? at : throw new ArgumentOutOfRangeException(nameof(name), name, "there is no such column");

    public override string GetDataTypeName(int ordinal) => _types[ordinal].Name;

    [return: DynamicallyAccessedMembers(ClickHouseType.Seen)]
    public override Type GetFieldType(int ordinal) => _types[ordinal].Kind;

    public override bool GetBoolean(int ordinal) => (bool)GetValue(ordinal);

    public override byte GetByte(int ordinal) => checked((byte)GetInt64(ordinal));

    public override short GetInt16(int ordinal) => checked((short)GetInt64(ordinal));

    public override int GetInt32(int ordinal) => checked((int)GetInt64(ordinal));

    public override float GetFloat(int ordinal) => (float)GetValue(ordinal);

    public override decimal GetDecimal(int ordinal) => (decimal)GetValue(ordinal);

    public override char GetChar(int ordinal) => throw new NotSupportedException();

    public override DateTime GetDateTime(int ordinal) => (DateTime)GetValue(ordinal);

    public override Guid GetGuid(int ordinal) => throw new NotSupportedException();

    public override long GetBytes(int ordinal, long dataOffset, byte[]? buffer, int bufferOffset, int length) => throw new NotSupportedException();

    public override long GetChars(int ordinal, long dataOffset, char[]? buffer, int bufferOffset, int length) => throw new NotSupportedException();

    public override IEnumerator GetEnumerator() => new DbEnumerator(this);

    private bool Whole() =>
        _names.Length == 0 || _rows.Count == _names.Length ? true : throw new ClickHouseException(string.Create(CultureInfo.InvariantCulture, $"a row has {_rows.Count} cells and not {_names.Length}"));

    private InvalidCastException Null(int ordinal) => new($"the cell of the column {_names[ordinal]} is null");
}
