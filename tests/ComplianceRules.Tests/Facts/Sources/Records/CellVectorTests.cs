using System.Globalization;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Text;
using ComplianceRules.Facts;

namespace ComplianceRules.Tests.Facts;

/// <summary>Cells read many at a time mean what each alone means.</summary>
public sealed class CellVectorTests
{
    private const int Rounds = 2_000;
    private const int Records = 40;
    private const int Width = 3;

    [Fact]
    public void A_word_is_the_number_that_is_read_digit_by_digit_or_none() => Each((batch, record, column) =>
    {
        ReadOnlySpan<byte> cell = batch.Cell(record, column);
        if (cell.Length is 0 or > CellWord.Most) return;
        bool isNumber = CellWord.TryNumber(LastOf(cell), cell.Length, out uint units, out int decimals);
        bool isExpected = CellDigits.TryRead(cell, out long expected, out int behind) && cell[0] != (byte)'-';
        Assert.True(isExpected == isNumber, Encoding.UTF8.GetString(cell));
        if (isNumber) Assert.Equal((expected, behind), (units, decimals == CellWord.Most ? 0 : decimals));
    });

    [Fact]
    public void A_word_is_the_time_that_texts_are_or_none() => Each((batch, record, column) =>
    {
        ReadOnlySpan<byte> cell = batch.Cell(record, column);
        string text = Encoding.UTF8.GetString(cell);
        bool isTime = TimeScale.TryParse(text, out int minutes);
        if (cell.Length <= CellWord.Most) Assert.True((isTime ? minutes : -1) == CellWord.Minutes(LastOf(cell), cell.Length), text);
    });

    [Fact]
    public void Eight_cells_at_a_time_are_what_each_is_alone()
    {
        if (!CellVector.IsSupported) return;
        EachRun(CellVector.Cells, (run, column) =>
        {
            (ulong[] words, ulong[] bounds) = (new ulong[CellRun.Most], new ulong[CellRun.Most]);
            int off = CellVector.Load(run, column, words, bounds);
            Vector512<ulong> lengths = CellVector.Lengths(Vector512.Create<ulong>(bounds), off);
            Vector512<ulong> areNumbers = CellVector.Numbers(Vector512.Create<ulong>(words), lengths, out Vector512<ulong> units, out Vector512<ulong> decimals);
            Vector512<ulong> areTimes = CellVector.Times(Vector512.Create<ulong>(words), lengths, out Vector512<ulong> minutes);
            for (int i = 0; i < run.Count; i++)
            {
                Assert.Equal(NumberOf(run.Cell(i, column), CellWord.Most), areNumbers[i] != 0 ? ((long)units[i], (int)decimals[i] % CellWord.Most) : null);
                Assert.Equal(TimeOf(run.Cell(i, column)), areTimes[i] != 0 ? (int)minutes[i] : -1);
            }

            for (int i = run.Count; i < CellVector.Cells; i++) Assert.Equal((0UL, 0UL, 0UL), (lengths[i], areNumbers[i], areTimes[i]));
        });
    }

    [Fact]
    public void Four_cells_at_a_time_are_what_each_is_alone()
    {
        if (!CellQuads.IsSupported) return;
        EachRun(CellQuads.Cells, (run, column) =>
        {
            (ulong[] words, ulong[] bounds) = (new ulong[CellRun.Most], new ulong[CellRun.Most]);
            int off = CellVector.Load(run, column, words, bounds);
            Vector256<long> lengths = CellQuads.Lengths(Vector256.Create<ulong>(bounds), off);
            Vector256<long> areNumbers = CellQuads.Numbers(Vector256.Create<ulong>(words), lengths, out Vector256<ulong> units, out Vector256<int> decimals);
            Vector256<long> areTimes = CellQuads.Times(Vector256.Create<ulong>(words), lengths, out Vector256<long> minutes);
            (Vector256<double> doubles, Vector256<double> powers) = (CellQuads.Doubles(units), CellQuads.PowerOfTen(decimals.AsInt64()));
            for (int i = 0; i < run.Count; i++)
            {
                (long Units, int Decimals)? number = NumberOf(run.Cell(i, column), CellWord.Most);
                Assert.Equal(number, areNumbers[i] != 0 ? ((long)units[i], decimals[2 * i]) : null);
                if (number is { } known) Assert.Equal(CellDigits.Number(known.Units, known.Decimals), doubles[i] / powers[i]);
                Assert.Equal(TimeOf(run.Cell(i, column)), areTimes[i] != 0 ? (int)minutes[i] : -1);
            }

            for (int i = run.Count; i < CellQuads.Cells; i++) Assert.Equal((0L, 0L, 0L), (lengths[i], areNumbers[i], areTimes[i]));
        });
    }

    [Fact]
    public void Eight_short_cells_at_a_time_are_what_each_is_alone()
    {
        if (!ShortCells.IsSupported) return;
        EachRun(ShortCells.Cells, (run, column) =>
        {
            (uint[] words, int[] lengths) = (new uint[CellRun.Most], new int[CellRun.Most]);
            ShortCells.Load(run, column, words, lengths);
            Vector256<int> areNumbers = ShortCells.Numbers(Vector256.Create<uint>(words), Vector256.Create<int>(lengths), out Vector256<int> units, out (Vector256<int> One, Vector256<int> Two) places);
            for (int i = 0; i < run.Count; i++)
            {
                Assert.Equal(run.Cell(i, column).Length, lengths[i]);
                Assert.Equal(NumberOf(run.Cell(i, column), ShortCells.Most), areNumbers[i] != 0 ? (units[i], places.One[i] != 0 ? 1 : places.Two[i] != 0 ? 2 : 0) : null);
            }

            for (int i = run.Count; i < ShortCells.Cells; i++) Assert.Equal((0, 0), (lengths[i], areNumbers[i]));
        });
    }

    [Fact]
    public void Short_texts_are_found_by_their_bytes_whatever_their_table()
    {
        string[] texts = ["true", "false", "是", "否", "ordinary", "ordinary9", "aaaaaaaaa", "aaaaaaaaaa", "twelve_year", "a text longer than sixteen bytes", "0", "00"];
        TextCodes codes = new(texts.Select((t, i) => (t, i + 1)));
        Random random = new(3);
        for (int round = 0; round < 200; round++)
        {
            string[] cells = [.. Enumerable.Range(0, Records).Select(_ => random.Next(4) == 0 ? new string('a', random.Next(12)) : texts[random.Next(texts.Length)])];
            RecordBatch batch = Batch([.. cells.Select(c => (string[])[c, "x"])], "\n");
            int[] found = new int[CellRun.Most];
            ulong others = codes.FindRun(new CellRun(batch, 0, Records, 0), 0, found, out ulong known);
            for (int i = 0; i < Records; i++)
            {
                int expected = Array.IndexOf(texts, cells[i]) + 1;
                Assert.Equal((expected, expected > 0, expected == 0 && cells[i].Length > 0), (found[i], (known >> i & 1) != 0, (others >> i & 1) != 0));
            }
        }
    }

    private static void Each(Action<RecordBatch, int, int> hold)
    {
        Random random = new(11);
        for (int round = 0; round < Rounds; round++)
        {
            string[][] records = [.. Enumerable.Range(0, Records).Select(_ => (string[])[Cell(random), Cell(random), Cell(random)])];
            RecordBatch batch = Batch(records, random.Next(2) == 0 ? "\n" : "\r\n");
            for (int record = 0; record < Records; record++) hold(batch, record, random.Next(Width));
        }
    }

    private static void EachRun(int most, Action<CellRun, int> hold) => Each((batch, record, column) =>
    {
        if (record % most == 0) hold(new CellRun(batch, record, Math.Min(most - (record / most % 2), batch.Count - record), 0), column);
    });

    private static (long Units, int Decimals)? NumberOf(ReadOnlySpan<byte> cell, int most)
    {
        if (cell.Length == 0 || cell.Length > most || !CellWord.TryNumber(LastOf(cell), cell.Length, out uint units, out int decimals)) return null;
        return (units, decimals % CellWord.Most);
    }

    private static int TimeOf(ReadOnlySpan<byte> cell) => cell.Length <= CellWord.Most ? CellWord.Minutes(LastOf(cell), cell.Length) : -1;

    private static string Cell(Random random) => random.Next(9) switch
    {
        0 => random.Next(100_000).ToString(CultureInfo.InvariantCulture),
        1 => $"{random.Next(1000)}.{random.Next(1000)}",
        2 => $"{random.Next(50)}:{random.Next(70):D2}",
        3 => $"{random.Next(50):D2}:{random.Next(70):D2}",
        4 => string.Empty,
        6 => $"{random.Next(30)}.{random.Next(30)}",
        5 => random.Next(100_000_000).ToString("D8", CultureInfo.InvariantCulture),
        _ => string.Concat(Enumerable.Range(0, random.Next(11)).Select(_ => "0123456789..::-+ /é"[random.Next(19)])),
    };

    private static RecordBatch Batch(string[][] records, string lineEnd)
    {
        byte[] text = Encoding.UTF8.GetBytes(string.Concat(records.Select(r => string.Join(',', r) + lineEnd)));
        byte[] bytes = [.. new byte[RecordBatch.Margin], .. text, .. new byte[RecordBatch.Margin]];
        int[] ends = [RecordBatch.Margin - 1, .. Enumerable.Range(0, bytes.Length).Where(i => bytes[i] is (byte)',' or (byte)'\n')];
        RecordBatch batch = new(bytes, ends, records[0].Length);
        batch.Take(records.Length, 1, lineEnd.Length);
        return batch;
    }

    private static ulong LastOf(ReadOnlySpan<byte> cell)
    {
        byte[] room = [.. "12345678"u8, .. cell, (byte)','];
        return CellWord.Last(ref Unsafe.AsRef(in room[CellWord.Most + cell.Length]), cell.Length);
    }
}
