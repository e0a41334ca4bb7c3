using System.Globalization;
using System.Numerics;
using ComplianceRules.Diagnostics;
using ComplianceRules.Facts;

namespace ComplianceRules.Tests.Facts;

/// <summary>What becomes of the types that a database can have.</summary>
public sealed class DataReaderTypeTests
{
    public static TheoryData<string, object, string> Facts => new()
    {
        { "enrolment", (sbyte)45, "45" },
        { "enrolment", (byte)45, "45" },
        { "enrolment", (short)45, "45" },
        { "enrolment", (ushort)45, "45" },
        { "enrolment", 45, "45" },
        { "enrolment", 45u, "45" },
        { "enrolment", 45L, "45" },
        { "enrolment", 45ul, "45" },
        { "enrolment", (BigInteger)45, "45" },
        { "enrolment", 45.00m, "45" },
        { "enrolment", 45.0, "45" },
        { "enrolment", "45", "45" },
        { "share", 0.1f, "0.1" },
        { "share", 12.5m, "12.5" },
        { "height", -0.0, "0" },
        { "height", 0.1 + 0.2, "0.3" },
        { "height", 1e300, "1E+300" },
        { "height", 1234567890123456789L, "1.23456789012346E+18" },
        { "height", decimal.MaxValue, "7.92281625142643E+28" },
        { "height", 0.0000000000000000000000000001m, "1E-28" },
        { "founded", new DateOnly(1986, 9, 1), "1986-09-01" },
        { "founded", new DateTime(1986, 9, 1, 0, 0, 0, DateTimeKind.Unspecified), "1986-09-01" },
        { "founded", new DateTimeOffset(1986, 9, 1, 0, 0, 0, TimeSpan.FromHours(8)), "1986-09-01" },
        { "starts", new TimeOnly(8, 20), "08:20" },
        { "starts", new TimeSpan(0, 20, 0), "00:20" },
        { "ends", new TimeSpan(24, 30, 0), "24:30" },
        { "ends", new TimeOnly(0, 30), "24:30" },
        { "name", true, "true" },
        { "name", new Guid("6F9619FF-8B86-D011-B42D-00C04FC964FF"), "6f9619ff-8b86-d011-b42d-00c04fc964ff" },
        { "name", 0.50m, "0.5" },
        { "name", new DateTime(1986, 9, 1, 8, 20, 0, DateTimeKind.Unspecified), "1986-09-01 08:20" },
        { "name", 999999999999999.0, "999999999999999" },
        { "name", 9999999f, "9999999" },
        { "name", "  一班 ", "一班" },
        { "enrolment", DBNull.Value, "nothing" },
        { "name", "", "nothing" },
    };

    public static TheoryData<string, object, string> Troubles => new()
    {
        { "enrolment", double.NaN, "wants a `number`, `NaN` is none" },
        { "enrolment", float.PositiveInfinity, "wants a `number`, `Infinity` is none" },
        { "name", double.NaN, "wants a `text`, `NaN` is none" },
        { "name", 1e15, "wants a `text`" },
        { "name", 16777216f, "wants a `text`" },
        { "enrolment", new byte[] { 0x34, 0x35 }, "wants a `number`, `0x3435` is none" },
        { "name", new byte[20], "wants a `text`, `0x0000000000000000…` is none" },
        { "name", new Uri("https://example.org"), "wants a `text`, `Uri` is none" },
        { "name", "half \uD83D", "wants a `text`, `half \uFFFD` is none" },
        { "name", "bad \uFFFD", "wants a `text`, `bad \uFFFD` is none" },
        { "enrolment", 45.5, "cannot be `45.5`" },
        { "enrolment", BigInteger.Pow(10, 70), "wants a `number`, `BigInteger` is none" },
        { "founded", new DateTime(1986, 9, 1, 8, 20, 0, DateTimeKind.Unspecified), "`1986-09-01 08:20` is none" },
        { "founded", new DateTime(1986, 9, 1, 0, 0, 1, DateTimeKind.Unspecified), "`1986-09-01 00:00:01` is none" },
        { "starts", new TimeOnly(8, 20, 30), "`8:20:30` is none" },
        { "starts", TimeSpan.FromMilliseconds(500), "`0:00:00.5` is none" },
        { "starts", new TimeSpan(-1, -30, 0), "`-1:30` is none" },
        { "starts", TimeSpan.MinValue, "`-256204778:48:05.4775808` is none" },
        { "starts", new TimeSpan(25, 30, 0), "cannot be `25:30`" },
    };

    [Theory]
    [MemberData(nameof(Facts))]
    public void A_value_is_read_by_its_type(string field, object value, string expected) => Assert.Equal(expected, TypedRow.Fact(field, value));

    [Theory]
    [MemberData(nameof(Troubles))]
    public void A_value_that_no_table_of_people_has_is_unknown_and_listed(string field, object value, string expected)
    {
        string issue = TypedRow.Fact(field, value);
        Assert.StartsWith("d/class(1,3): warning", issue, StringComparison.Ordinal);
        Assert.Contains(expected, issue, StringComparison.Ordinal);
    }

    [Fact]
    public void Ids_of_any_length_are_exact() => Assert.Equal(
        "S/12345678901234567890",
        Assert.Single(TypedRow.Read(null, ("id", 12345678901234567890m), ("school", "S")).Value.Table("class").Keys()));

    [Fact]
    public void Ids_that_are_whole_numbers_are_the_same_in_every_type()
    {
        foreach (object id in (object[])[7, 7L, 7.00m, 7.0, "7", " 7 "])
            Assert.Equal("S/7", Assert.Single(TypedRow.Read(null, ("id", id), ("school", "S")).Value.Table("class").Keys()));
    }

    [Fact]
    public void Ids_that_lost_their_last_digits_or_are_no_ids_are_refused()
    {
        foreach (object id in (object[])[3707220012000001.0, 37072200f, double.NaN, new byte[] { 1 }])
        {
            Diagnostic problem = Assert.Single(TypedRow.Read(null, ("id", id), ("school", "S")).Diagnostics);
            Assert.Equal((DiagnosticCodes.RecordIdUnusable, "d/class(1,1)"), (problem.Code, problem.Span!.ToString()));
        }
    }

    [Fact]
    public void A_row_of_nulls_is_a_row_without_id()
    {
        Checked<Snapshot> read = TypedRow.Read(null, ("id", DBNull.Value), ("school", DBNull.Value));
        Assert.Equal("CR4014", read.Diagnostics.Codes());
        Assert.Equal("CR4014", TypedRow.Read(new SnapshotOptions { SkipMalformed = true }, ("id", DBNull.Value), ("school", DBNull.Value)).Value.Data.Skipped.Codes());
    }

    [Fact]
    public void A_number_is_read_the_same_as_from_a_file()
    {
        double[] numbers = [0.1, 1.0 / 3, 2.5e-7, 123456.7890123456, 1e22, double.MaxValue / 10, double.Epsilon];
        foreach (double number in numbers)
        {
            string text = number.ToString("R", CultureInfo.InvariantCulture);
            string json = "\"schools\":[{\"id\":\"S\",\"classes\":[{\"id\":\"1\",\"height\":" + text + "}]}]";
            NumberColumn fromFile = (NumberColumn)SampleFacts.Read(SampleFacts.Snapshot(json)).Value.Table("class").Column("height")!;
            Assert.Equal(fromFile[0].ToString("R", CultureInfo.InvariantCulture), TypedRow.Fact("height", number));
        }
    }
}
