using System.Data;
using System.Globalization;
using System.Numerics;
using ComplianceRules.Diagnostics;
using ComplianceRules.Facts;

namespace ComplianceRules.Tests.Facts;

/// <summary>A cell means the same by the getter of its column's type as by its own value.</summary>
public sealed class TypedCellTests
{
    private static readonly string[] Fields = ["grade", "enrolment", "share", "ends", "founded", "clubs"];

    private static readonly object[] Values =
    [
        true, false, (byte)45, (sbyte)-1, (short)-45, (ushort)45, 45, -1, 0, int.MaxValue, 45U, 45L, long.MinValue, long.MaxValue, 1234567890123456789L, ulong.MaxValue, (Int128)45, (BigInteger)45,
        45m, 45.50m, 0.00m, -0.5m, 0.1234567890123456789012345678m, decimal.MaxValue, decimal.MinValue,
        45.0, 45.5, 0.1 + 0.2, -0.0, 0.0, 1e15, 999999999999999.0, -999999999999999.0, 1e15 - 0.5, 12.3, 1e300, double.Epsilon, double.NaN, double.PositiveInfinity, double.NegativeInfinity,
        45f, 45.5f, -0f, 1e7f, 16777217f, 0.1f, float.NaN, float.PositiveInfinity, float.Epsilon,
        new DateOnly(2026, 9, 1), DateOnly.MinValue, DateOnly.MaxValue, new DateTime(2026, 9, 1), new DateTime(2026, 9, 1, 8, 20, 0), new DateTime(2026, 9, 1, 8, 20, 30, 5), DateTime.MaxValue,
        new DateTimeOffset(2026, 9, 1, 0, 0, 0, TimeSpan.FromHours(8)), new TimeOnly(8, 20), new TimeOnly(0, 5), new TimeOnly(23, 59, 59, 999), TimeOnly.MaxValue,
        TimeSpan.Zero, TimeSpan.FromMinutes(500), TimeSpan.FromMinutes(1470), TimeSpan.FromHours(99), TimeSpan.FromHours(100), TimeSpan.FromMinutes(-30), TimeSpan.FromSeconds(30.5), TimeSpan.MaxValue, TimeSpan.MinValue,
        new Guid("0b5c5f4e-6b1c-4f0e-9d5e-7c9d3f1a2b3c"), Array.Empty<byte>(), "4"u8.ToArray(), "0123456789"u8.ToArray(), "45", " 45 ", "", "  ", "true", "是", "go、choir", "2026-09-01", "8:20", "2026年9月1日", "45%", "\"", "\"45\"", "a|b", "50%", "\uFFFD",
        "\uD800", "一\n中", "e\u0301", new string('9', 400), 'x', new Uri("http://a.example"), new int[] { 1 },
    ];

    [Fact]
    public void Every_value_means_the_same_in_every_field() => Assert.All(Values, value =>
    {
        string expected = SnapshotText.Of(Read(value, isTyped: false));
        Assert.Equal(expected, SnapshotText.Of(Read(value, isTyped: true)));
    });

    [Fact]
    public void Ids_of_every_type_name_the_same_rows() => Assert.All(Values, value =>
    {
        string expected = SnapshotText.Of(ReadIds(value, isTyped: false));
        Assert.Equal(expected, SnapshotText.Of(ReadIds(value, isTyped: true)));
    });

    [Fact]
    public void Numbers_of_every_size_are_written_alike()
    {
        Random random = new(11);
        for (int i = 0; i < 20_000; i++)
        {
            double number = BitConverter.Int64BitsToDouble(random.NextInt64());
            double near = Math.Round(random.NextDouble() * 1e16, random.Next(3));
            Assert.Equal(Plain(number), Written(number));
            Assert.Equal(Plain(near), Written(near));
            DateOnly day = DateOnly.FromDayNumber(random.Next(DateOnly.MaxValue.DayNumber + 1));
            Assert.Equal(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), Written(day));
        }

        static string Plain(double number) => (number + 0.0).ToString("R", CultureInfo.InvariantCulture);
    }

    [Fact]
    public void Spans_of_every_length_are_written_alike_in_both_encodings()
    {
        Span<char> wide = stackalloc char[DataCellText.Longest];
        for (int minutes = -100; minutes < 6200; minutes++)
        {
            Assert.True(ClockText.TryWrite(TimeSpan.FromMinutes(minutes), wide, out int length));
            Assert.Equal(wide[..length].ToString(), Written(TimeSpan.FromMinutes(minutes)));
        }
    }

    private static string Written(object value)
    {
        byte[] room = new byte[DataCellText.Longest];
        Assert.True(DataCellText.TryWrite(value, room, out int length));
        return System.Text.Encoding.ASCII.GetString(room, 0, length);
    }

    private static Checked<Snapshot> Read(object value, bool isTyped) => Read(isTyped, ["id", "school", .. Fields], [1, "S", .. Fields.Select(_ => value)], [2, "S", .. Fields.Select(_ => DBNull.Value)]);

    private static Checked<Snapshot> ReadIds(object value, bool isTyped) => Read(isTyped, ["id", "school", "enrolment"], [value, "S", 45], [DBNull.Value, "S", 46], [value, "S", 47]);

    private static Checked<Snapshot> Read(bool isTyped, string[] columns, params object[][] rows)
    {
        DataReaderTable school = new("school", () => Rows(["id"], [["S"]])) { IsTyped = isTyped };
        DataReaderTable classes = new("class", () => Rows(columns, rows)) { IsTyped = isTyped };
        return new DataReaderSnapshotSource("d", [school, classes]).Read(SampleFacts.Schema, new SnapshotOptions { SkipMalformed = true }, CancellationToken.None);
    }

    private static DataTableReader Rows(string[] columns, object[][] rows)
    {
        using DataTable table = new();
        for (int at = 0; at < columns.Length; at++) table.Columns.Add(columns[at], rows[0][at].GetType());
        foreach (object[] row in rows) table.Rows.Add(row);
        return table.CreateDataReader();
    }
}
