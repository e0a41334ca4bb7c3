using System.Numerics;
using System.Text;

namespace ComplianceRules.Facts;

/// <summary>A few texts and what they stand for, found by their bytes.</summary>
internal sealed class TextCodes
{
    private const byte Quote = (byte)'"';

    private readonly byte[][] _texts;
    private readonly ulong[] _starts;
    private readonly int[] _codes;
    private readonly TextCodeTable _table;
    private readonly RecentCodes _recent = new();
    private int _last;

    public TextCodes(IEnumerable<(string Text, int Code)> texts)
    {
        (string Text, int Code)[] found = [.. texts.Where(t => CanStand(t.Text))];
        _texts = [.. found.Select(t => Encoding.UTF8.GetBytes(t.Text))];
        _starts = Array.ConvertAll(_texts, t => CellDigits.WordOf(t));
        _codes = [.. found.Select(t => t.Code)];
        _table = new TextCodeTable(_texts, _codes);
    }

    /// <summary>What a text stands for; -1 where it is none of them.</summary>
    public int Find(ReadOnlySpan<byte> text)
    {
        ulong start = CellDigits.WordOf(text);
        if (_last < _texts.Length && IsAt(_last, start, text)) return _codes[_last];
        for (int i = 0; i < _texts.Length; i++)
        {
            if (!IsAt(i, start, text)) continue;
            _last = i;
            return _codes[i];
        }

        return -1;
    }

    /// <summary>What the cells of a run stand for.</summary>
    /// <param name="run">The records.</param>
    /// <param name="column">The column.</param>
    /// <param name="codes">Takes the codes; 0 where there is none.</param>
    /// <param name="known">A bit for each cell that is one of the texts.</param>
    /// <returns>A bit for each other cell that is not empty.</returns>
    public ulong FindRun(CellRun run, int column, Span<int> codes, out ulong known)
    {
        ulong others = CellQuads.IsSupported ? _recent.FindRun(run, column, codes, out known) : _table.FindRun(run, column, codes, out known);
        for (ulong rest = others; rest != 0; rest &= rest - 1)
        {
            int i = BitOperations.TrailingZeroCount(rest);
            int code = Find(run.Cell(i, column));
            if (code < 0) continue;
            _recent.Keep(run.Cell(i, column), code);
            codes[i] = code;
            known |= 1UL << i;
            others &= ~(1UL << i);
        }

        return others;
    }

    private bool IsAt(int i, ulong start, ReadOnlySpan<byte> text) =>
        _starts[i] == start && _texts[i].Length == text.Length && (text.Length <= sizeof(ulong) || text.SequenceEqual(_texts[i]));

    // A text that is not well formed, or that a cell could not have after trimming, is never met as it stands.
    private static bool CanStand(string text) => text.Length > 0 && text == text.Trim() && !text.Contains((char)Quote) && IsWhole(text);

    private static bool IsWhole(string text) => Utf8Text.TryEncode(text, new byte[text.Length * 3], out _);
}
