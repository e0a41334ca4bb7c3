using System.Collections.Immutable;
using ComplianceRules.Diagnostics;
using ComplianceRules.Facts;

namespace ComplianceRules.Tests.Facts;

/// <summary>Files whose checksums are right and whose content is not.</summary>
public sealed class ColumnFileHostileTests
{
    private static readonly FactSchema Schema = SampleFacts.Schema;

    [Theory]
    [InlineData(0x01)]
    [InlineData(0x80)]
    [InlineData(0xFF)]
    public void Whatever_byte_is_changed_under_right_checksums_the_file_is_refused_or_holds_together(int bits)
    {
        byte[] small = ColumnFile.Of(ColumnFile.Small());
        int refused = 0;
        for (int at = ColumnFileFormat.HeaderLength; at < small.Length; at++)
        {
            byte[] file = [.. small];
            file[at] ^= (byte)bits;
            Checked<Snapshot> read = ColumnFile.Read(ColumnFile.Sealed(file));
            Assert.All(read.Diagnostics, d => Assert.NotEmpty(d.ToText(TextLanguage.Chinese)));
            if (read.IsValid) Assert.NotEmpty(ColumnFile.TextOf(read.Value));
            else refused++;
        }

        Assert.InRange(refused, small.Length / 2, small.Length);
    }

    [Fact]
    public void Many_changes_under_right_checksums_do_no_harm()
    {
        byte[] small = ColumnFile.Of(ColumnFile.Small());
        Random random = new(11);
        for (int i = 0; i < 3000; i++)
        {
            byte[] file = [.. small];
            for (int changes = random.Next(1, 5); changes > 0; changes--) file[random.Next(ColumnFileFormat.HeaderLength, small.Length - 8)] = (byte)random.Next(256);
            Checked<Snapshot> read = ColumnFile.Read(ColumnFile.Sealed(file));
            if (read.IsValid) Assert.NotEmpty(ColumnFile.TextOf(read.Value));
        }
    }

    [Theory]
    [InlineData(0, 0, 0)]
    [InlineData(1, -1, 0)]
    [InlineData(0, 2, 2)]
    [InlineData(0, -2, -1)]
    public void Parents_that_are_no_groups_of_rows_above_are_refused(int first, int second, int third)
    {
        bool isSound = (first, second, third) is (0, 0, 0);
        Assert.Equal(isSound ? "" : "CR4154", Read(Made(parents: [first, second, third])).Diagnostics.Codes());
    }

    [Fact]
    public void A_region_below_itself_is_refused()
    {
        FactTable region = new(Schema.Table("region")!, RowIds.Of(["370322"]), (int[])[0], null, [], NoLists);
        Assert.Equal("CR4154", Read(Snapshot(region)).Diagnostics.Codes());
    }

    [Theory]
    [InlineData("一二", 0, 3, 6, "")]
    [InlineData("一二", 0, 2, 6, "CR4154")]
    [InlineData("一二", 0, 7, 6, "CR4154")]
    [InlineData("一二", 3, 3, 6, "CR4154")]
    [InlineData("一二", 0, 3, 5, "CR4154")]
    public void Ids_that_begin_inside_of_a_character_or_elsewhere_are_refused(string utf8, int first, int second, int end, string expected) =>
        Assert.Equal(expected, Read(Schools(new RowIds(System.Text.Encoding.UTF8.GetBytes(utf8), (int[])[first, second, end]))).Diagnostics.Codes());

    [Fact]
    public void Ids_that_are_no_text_are_refused() =>
        Assert.Equal("CR4154", Read(Schools(new RowIds((byte[])[0x61, 0xFF], (int[])[0, 1, 2]))).Diagnostics.Codes());

    [Theory]
    [InlineData(0, 3, "")]
    [InlineData(0, 2, "CR4154")]
    [InlineData(1, 3, "CR4154")]
    [InlineData(0, 4, "CR4154")]
    [InlineData(-1, 3, "CR4154")]
    [InlineData(3, 0, "CR4154")]
    public void Lists_that_are_not_the_rows_below_are_refused(int start, int end, string expected) =>
        Assert.Equal(expected, Read(Made(list: (start, end, 1))).Diagnostics.Codes());

    [Fact]
    public void Reported_bits_behind_the_last_row_are_refused() => Assert.Equal("CR4154", Read(Made(list: (0, 3, 3))).Diagnostics.Codes());

    [Theory]
    [InlineData("enrolment", nameof(CellKind.Byte), 200, "")]
    [InlineData("enrolment", nameof(CellKind.Byte), 201, "CR4154")]
    [InlineData("enrolment", nameof(CellKind.UInt16), 7, "CR4154")]
    [InlineData("founded", nameof(CellKind.Int32), 3652058, "")]
    [InlineData("founded", nameof(CellKind.Int32), 3652059, "CR4154")]
    [InlineData("founded", nameof(CellKind.Int32), -1, "CR4154")]
    [InlineData("founded", nameof(CellKind.UInt16), 1, "CR4154")]
    [InlineData("ends", nameof(CellKind.UInt16), 1020, "")]
    [InlineData("ends", nameof(CellKind.UInt16), 1019, "CR4154")]
    [InlineData("ends", nameof(CellKind.UInt16), 1801, "CR4154")]
    [InlineData("ends", nameof(CellKind.Byte), 255, "CR4154")]
    [InlineData("clubs", nameof(CellKind.UInt64), 7, "")]
    [InlineData("clubs", nameof(CellKind.UInt64), 8, "CR4154")]
    [InlineData("clubs", nameof(CellKind.Bit), 1, "CR4154")]
    public void Cells_that_the_field_cannot_have_are_refused(string field, string kindName, int cell, string expected)
    {
        CellKind kind = Enum.Parse<CellKind>(kindName);
        byte[] cells = new byte[CellStore.Length(kind, 3)];
        BitConverter.GetBytes(cell).AsSpan(0, Math.Min(4, CellStore.BitsOf(kind) / 8)).CopyTo(cells);
        Assert.Equal(expected, Read(Made(column: Column(field, new CellStore(kind, 3, cells), [1]))).Diagnostics.Codes());
        cells.AsSpan().Clear();
        cells[^1] = 1;
        Assert.Equal("CR4154", Read(Made(column: Column(field, new CellStore(kind, 3, cells), [1]))).Diagnostics.Codes());
    }

    [Theory]
    [InlineData(1.5, "")]
    [InlineData(double.NaN, "CR4154")]
    [InlineData(double.NegativeInfinity, "CR4154")]
    public void Numbers_that_are_none_are_refused(double number, string expected)
    {
        CellStore cells = CellStore.Of<double>(CellKind.Double, 3, [0, number, 0]);
        Assert.Equal(expected, Read(Made(column: new NumberColumn(Field("height"), (CellCoding.Plain, cells), null, None))).Diagnostics.Codes());
    }

    [Theory]
    [InlineData(0.3)]
    [InlineData(0.35)]
    [InlineData(100.1)]
    public void Numbers_that_are_not_counted_in_steps_are_refused_where_the_field_counts_them(double number)
    {
        CellStore cells = CellStore.Of<double>(CellKind.Double, 3, [0, number, 0]);
        Assert.Equal("CR4154", Read(Made(column: new NumberColumn(Field("share"), (CellCoding.Plain, cells), null, None))).Diagnostics.Codes());
    }

    [Theory]
    [InlineData(0.3, true)]
    [InlineData(0.35, false)]
    public void Numbers_beside_the_step_are_refused_where_the_field_has_no_range_to_count_in(double number, bool isSound)
    {
        FieldSchema field = new("x", FieldType.Number) { Unit = Unit.One, Step = 0.1 };
        Assert.Equal(isSound, CellCheck.IsSound(CellStore.Of<double>(CellKind.Double, 3, [0, number, 0]), [], field));
    }

    [Fact]
    public void A_value_in_a_cell_that_is_not_known_is_refused()
    {
        Assert.Equal("", Read(Made(column: Column("enrolment", Bytes(0, 9, 0), [2]))).Diagnostics.Codes());
        Assert.Equal("CR4154", Read(Made(column: Column("enrolment", Bytes(9, 9, 0), [2]))).Diagnostics.Codes());
        Assert.Equal("CR4154", Read(Made(column: Column("enrolment", Bytes(0, 9, 0), [2 | 8]))).Diagnostics.Codes());
    }

    [Theory]
    [InlineData(0, UnknownReason.OutOfRange, "")]
    [InlineData(1, UnknownReason.OutOfRange, "CR4154")]
    [InlineData(3, UnknownReason.OutOfRange, "CR4154")]
    [InlineData(-1, UnknownReason.OutOfRange, "CR4154")]
    [InlineData(0, (UnknownReason)13, "CR4154")]
    public void Reasons_of_rows_that_have_none_are_refused(int row, UnknownReason reason, string expected)
    {
        Dictionary<int, UnknownReason> reasons = new() { [row] = reason };
        Assert.Equal(expected, Read(Made(column: Column("enrolment", Bytes(0, 9, 0), [2], reasons))).Diagnostics.Codes());
    }

    [Theory]
    [InlineData("primary", "junior", "")]
    [InlineData("primary", "primary", "CR4154")]
    [InlineData("primary", "kindergarten", "CR4154")]
    public void Texts_that_stand_twice_or_that_an_enum_does_not_declare_are_refused(string first, string second, string expected)
    {
        TextColumn column = new(Field("stage"), (Bytes(0, 1, 1), [first, second]), null, None);
        Assert.Equal(expected, Read(Made(column: column)).Diagnostics.Codes());
    }

    [Fact]
    public void Codes_beyond_the_dictionary_are_refused() =>
        Assert.Equal("CR4154", Read(Made(column: new TextColumn(Field("name"), (Bytes(0, 1, 2), ["a", "b"]), null, None))).Diagnostics.Codes());

    [Fact]
    public void A_listed_problem_without_the_words_that_its_text_needs_is_refused()
    {
        DataReport report = Made().Data with { Issues = [new Diagnostic(DiagnosticCodes.CellOutOfRange, null, "class")] };
        Assert.Equal("CR4154", Read(With(Made(), report)).Diagnostics.Codes());
    }

    [Fact]
    public void More_rows_of_the_data_than_there_are_is_refused()
    {
        Assert.Equal("", Read(With(Made(), Made().Data with { Rows = Rows.Add("class", 3) })).Diagnostics.Codes());
        Assert.Equal("CR4154", Read(With(Made(), Made().Data with { Rows = Rows.Add("class", 4) })).Diagnostics.Codes());
    }

    private static Dictionary<string, ChildList> NoLists => [];

    private static Dictionary<int, UnknownReason> None => [];

    private static FieldSchema Field(string name) => SampleFacts.Field("class", name);

    private static CellStore Bytes(params ReadOnlySpan<byte> cells) => CellStore.Of(CellKind.Byte, cells.Length, cells);

    private static FactColumn Column(string field, CellStore cells, ulong[] known, Dictionary<int, UnknownReason>? reasons = null)
    {
        CellStore bits = CellStore.Of<ulong>(CellKind.Bit, 3, known);
        return Field(field).Type switch
        {
            FieldType.Number => new NumberColumn(Field(field), (CellCoding.Of(Field(field)) with { Kind = cells.Kind }, cells), bits, reasons ?? None),
            FieldType.Date => new DateColumn(Field(field), cells, bits, reasons ?? None),
            FieldType.Set => new SetColumn(Field(field), cells, bits, reasons ?? None),
            _ => new TimeColumn(Field(field), cells, bits, reasons ?? None),
        };
    }

    // One school with three classes.
    private static Snapshot Made(int[]? parents = null, (int Start, int End, ulong Reported)? list = null, FactColumn? column = null)
    {
        Dictionary<string, ChildList> lists = list is { } l ? new() { ["classes"] = new ChildList("class", new[] { l.Start }, new[] { l.End }, new[] { l.Reported }, null) } : [];
        FactTable school = new(Schema.Table("school")!, RowIds.Of(["s"]), (int[])[-1], null, [], lists);
        FactTable classes = new(Schema.Table("class")!, RowIds.Of(["1", "2", "3"]), parents ?? [0, 0, 0], school, column is null ? [] : [column], NoLists);
        return Snapshot(school, classes);
    }

    private static Snapshot Schools(RowIds ids) => Snapshot(new FactTable(Schema.Table("school")!, ids, (int[])[-1, -1], null, [], NoLists));

    private static Snapshot Snapshot(params FactTable[] given)
    {
        IEnumerable<FactTable> others = Schema.Tables.Values.Where(t => given.All(g => g.Schema != t))
            .Select(t => new FactTable(t, RowIds.Of([]), default, null, [], NoLists));
        return new Snapshot(Schema, null, null, [], given.Concat(others), ImmutableDictionary<int, ImmutableArray<string>>.Empty, new DataReport(Rows, 0, [], [], []));
    }

    private static Snapshot With(Snapshot snapshot, DataReport report) =>
        new(Schema, null, null, [], snapshot.Tables, ImmutableDictionary<int, ImmutableArray<string>>.Empty, report);

    private static ImmutableSortedDictionary<string, int> Rows => ImmutableSortedDictionary.Create<string, int>(StringComparer.Ordinal);

    private static Checked<Snapshot> Read(Snapshot snapshot) => ColumnFile.Read(ColumnFile.Of(snapshot));
}
