using ComplianceRules.Diagnostics;
using ComplianceRules.Facts;

namespace ComplianceRules.Tests.Facts;

public sealed class ColumnFileDamageTests
{
    private static readonly byte[] Small = ColumnFile.Of(ColumnFile.Small());

    private static readonly Lazy<byte[]> Large = new(() => ColumnFile.Of(Schools(4000)));

    [Fact]
    public void Every_byte_that_is_changed_refuses_the_file()
    {
        for (int at = 0; at < Small.Length; at++) AssertRefused(Changed(Small, at, 1 << (at % 8)), $"byte {at}");
    }

    [Fact]
    public void Any_byte_of_a_larger_file_that_is_changed_refuses_it()
    {
        Random random = new(7);
        byte[] file = [.. Large.Value];
        for (int i = 0; i < 3000; i++)
        {
            int at = random.Next(file.Length);
            byte before = file[at];
            file[at] ^= (byte)random.Next(1, 256);
            AssertRefused(file, $"byte {at}");
            file[at] = before;
        }
    }

    [Fact]
    public void A_file_that_was_cut_off_anywhere_is_refused()
    {
        for (int length = 0; length < Small.Length; length++) AssertRefused(Small[..length], $"length {length}");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(64)]
    [InlineData(4096)]
    public void A_file_to_which_something_was_added_is_refused(int more)
    {
        Assert.Equal("CR4152", ColumnFile.Read([.. Small, .. new byte[more]]).Diagnostics.Codes());
        Assert.Equal("CR4152", ColumnFile.Read([.. Small, .. Small[..more]]).Diagnostics.Codes());
    }

    [Fact]
    public void Two_files_joined_are_refused() => Assert.Equal("CR4152", ColumnFile.Read([.. Small, .. Small]).Diagnostics.Codes());

    [Fact]
    public void Blocks_that_changed_places_are_refused()
    {
        byte[] file = [.. Large.Value];
        Assert.True(file.Length > 3 * ColumnFileFormat.BlockLength);
        byte[] first = file[ColumnFileFormat.BlockLength..(2 * ColumnFileFormat.BlockLength)];
        Array.Copy(file, 2 * ColumnFileFormat.BlockLength, file, ColumnFileFormat.BlockLength, first.Length);
        first.CopyTo(file, 2 * ColumnFileFormat.BlockLength);
        Assert.Equal("CR4153", ColumnFile.Read(file).Diagnostics.Codes());
    }

    [Fact]
    public void Bytes_that_changed_places_within_a_block_are_refused()
    {
        for (int at = ColumnFileFormat.HeaderLength; at + 1 < Small.Length; at++)
        {
            if (Small[at] == Small[at + 1]) continue;
            byte[] file = [.. Small];
            (file[at], file[at + 1]) = (file[at + 1], file[at]);
            AssertRefused(file, $"bytes {at} and {at + 1}");
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("{\"schemaVersion\":1}")]
    [InlineData("CRCOL\r\n")]
    public void What_does_not_begin_as_a_column_file_is_none(string text) =>
        Assert.Equal("CR4150", ColumnFile.Read(System.Text.Encoding.UTF8.GetBytes(text)).Diagnostics.Codes());

    [Fact]
    public void A_file_of_a_newer_version_is_refused_and_says_which()
    {
        byte[] file = ColumnFile.Sealed(Changed(Small, 8, 3));
        Diagnostic problem = Assert.Single(ColumnFile.Read(file).Diagnostics);
        Assert.Equal("s.crcol: error CR4151: the column file has format version 2, and version 1 is what is read (convert the data again, or use the version that wrote the file)", problem.ToString());
    }

    [Fact]
    public void The_place_of_the_damage_is_told()
    {
        byte[] file = Changed(Large.Value, (2 * ColumnFileFormat.BlockLength) + 5, 1);
        Diagnostic problem = Assert.Single(ColumnFile.Read(file).Diagnostics);
        Assert.Equal("the column file is damaged from byte 524288 on", problem.Message(TextLanguage.English));
    }

    [Fact]
    public void The_checksum_is_the_one_that_others_know_and_blocks_taken_together_have_the_same()
    {
        Assert.Equal(0xE3069283u, Crc32C.Of("123456789"u8));
        byte[] bytes = [.. Enumerable.Range(0, Crc32C.Lanes * 1024).Select(i => (byte)(i * 31))];
        uint[] together = new uint[Crc32C.Lanes];
        Crc32C.OfBlocks(bytes, together);
        Assert.Equal(bytes.Chunk(1024).Select(b => Crc32C.Of(b)), together);
    }

    [Fact]
    public void Bytes_of_any_length_and_place_have_the_checksum_that_the_polynomial_gives_bit_by_bit()
    {
        byte[] bytes = new byte[8000];
        new Random(5).NextBytes(bytes);
        foreach (int length in (int[])[0, 1, 7, 8, 100, 1023, 1024, 1025, 1279, 1280, 1281, 1500, 2047, 2048, 4099, 7000])
        {
            foreach (int start in (int[])[0, 1, 63, 64, 500]) Assert.Equal(BitByBit(bytes.AsSpan(start, length)), Crc32C.Of(bytes.AsSpan(start, length)));
        }

        Assert.Equal(BitByBit(bytes), ~Crc32C.Continue(Crc32C.Continue(Crc32C.Start, bytes.AsSpan(0, 3001)), bytes.AsSpan(3001)));
    }

    private static uint BitByBit(ReadOnlySpan<byte> bytes)
    {
        uint checksum = uint.MaxValue;
        foreach (byte one in bytes)
        {
            checksum ^= one;
            for (int bit = 0; bit < 8; bit++) checksum = (checksum >> 1) ^ ((checksum & 1) * 0x82F63B78);
        }

        return ~checksum;
    }

    private static byte[] Changed(byte[] file, int at, int bits)
    {
        byte[] changed = [.. file];
        changed[at] ^= (byte)bits;
        return changed;
    }

    private static void AssertRefused(byte[] file, string what)
    {
        Checked<Snapshot> read = ColumnFile.Read(file);
        Assert.False(read.IsValid, what);
        Assert.InRange(Assert.Single(read.Diagnostics).Code.Number, 4150, 4153);
    }

    private static Snapshot Schools(int count)
    {
        SnapshotBuilder builder = new(SampleFacts.Schema, new SnapshotOptions());
        int region = builder.Region(RegionCode.Parse("370322"));
        (TableBuilder schools, TableBuilder classes) = (builder.Table("school"), builder.Table("class"));
        for (int s = 0; s < count; s++)
        {
            int school = schools.Add($"37032{s:D5}", region);
            for (int c = 0; c < 9; c++)
            {
                int row = classes.Add($"{c + 1}", school);
                classes.SetNumber(row, SampleFacts.Field("class", "grade"), c + 1);
                classes.SetNumber(row, SampleFacts.Field("class", "enrolment"), (s + (c * 7)) % 60);
                classes.SetNumber(row, SampleFacts.Field("class", "height"), s / 8.0);
                if (s % 3 > 0) classes.SetTime(row, SampleFacts.Field("class", "starts"), 480 + c);
            }
        }

        return builder.Build().Value;
    }
}
