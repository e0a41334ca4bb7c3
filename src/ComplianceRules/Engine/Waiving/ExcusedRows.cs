using System.Collections.Immutable;

namespace ComplianceRules.Engine;

/// <summary>The rows of a table that the waivers of a rule reach, as runs of neighbours, each with the waiver that a finding names.</summary>
/// <remarks>Immutable; may be shared between threads.</remarks>
internal sealed class ExcusedRows
{
    private readonly int[] _starts;
    private readonly int[] _ends;
    private readonly int[] _waivers;

    private ExcusedRows(List<(int From, int To, int Waiver)> runs, ImmutableArray<(int One, int Other)> overlaps)
    {
        _starts = [.. runs.Select(r => r.From)];
        _ends = [.. runs.Select(r => r.To)];
        _waivers = [.. runs.Select(r => r.Waiver)];
        Overlaps = overlaps;
    }

    /// <summary>Waivers that reach the same row, each beside the one that a finding of the row names.</summary>
    public ImmutableArray<(int One, int Other)> Overlaps { get; }

    /// <summary>Lays the reaches of waivers over each other.</summary>
    /// <param name="waivers">The waivers by their numbers, the one that is named before others first.</param>
    /// <param name="reachOf">The rows that a waiver reaches: in ascending order, none twice.</param>
    public static ExcusedRows Of(int[] waivers, Func<int, RowWindow[]> reachOf)
    {
        List<(int At, bool Begins, int Rank)> turns = [];
        for (int rank = 0; rank < waivers.Length; rank++)
        {
            foreach (RowWindow rows in reachOf(waivers[rank])) turns.AddRange([(rows.From, true, rank), (rows.To, false, rank)]);
        }

        turns.Sort();
        List<(int From, int To, int Waiver)> runs = [];
        HashSet<(int, int)> overlaps = [];
        SortedSet<int> open = [];
        List<int> begun = [];
        int since = 0, first = -1;
        foreach ((int at, bool begins, int rank) in turns)
        {
            if (open.Count > 0 && at > since) Close(at);
            since = at;
            if (!begins) open.Remove(rank);
            else if (open.Add(rank)) begun.Add(rank);
        }

        return new ExcusedRows(runs, [.. overlaps.Order()]);

        // INVARIANT: what overlaps on a row follows from that row alone, so that parts of the rows give together what all give at once.
        void Close(int at)
        {
            runs.Add((since, at, waivers[open.Min]));
            foreach (int rank in (first == open.Min ? begun.Where(open.Contains) : open).Where(r => r != open.Min)) overlaps.Add((Math.Min(waivers[rank], waivers[open.Min]), Math.Max(waivers[rank], waivers[open.Min])));
            first = open.Min;
            begun.Clear();
        }
    }

    /// <summary>The waiver that reaches a row; null where none does.</summary>
    /// <param name="row">The row.</param>
    public int? At(int row)
    {
        int run = RunEnds.After(_ends, row);
        return run < _ends.Length && _starts[run] <= row ? _waivers[run] : null;
    }

    /// <summary>The rows as one bit a row.</summary>
    /// <param name="rows">The rows that have the rule; its first row is that of the first bit.</param>
    /// <returns>The bits; null where no such row is reached.</returns>
    public ulong[]? Mask(PackRows rows)
    {
        ulong[] mask = new ulong[rows.InStack.Length];
        for (int run = RunEnds.After(_ends, rows.First); run < _ends.Length && _starts[run] < rows.End; run++)
            Bitmaps.SetRange(mask, Math.Max(_starts[run], rows.First) - rows.First, Math.Min(_ends[run], rows.End) - rows.First);
        return mask.AsSpan().ContainsAnyExcept(0UL) ? mask : null;
    }
}
