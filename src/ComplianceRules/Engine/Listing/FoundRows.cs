using ComplianceRules.Findings;

namespace ComplianceRules.Engine;

/// <summary>The rows that a rule found, by verdict and within it in ascending order: four bytes a finding.</summary>
/// <remarks>Immutable; may be shared between threads.</remarks>
internal sealed class FoundRows
{
    private readonly int[] _rows;
    private readonly int _broken;
    private readonly int _open;
    private readonly int _waived;
    private readonly int _compliant;

    // Each count but the last is where the rows of the next verdict begin.
    private FoundRows(int[] rows, ReadOnlySpan<int> ends)
    {
        _rows = rows;
        (_broken, _open, _waived, _compliant, Count) = (ends[0], ends[1], ends[2], ends[3], ends[4]);
    }

    /// <summary>No rows.</summary>
    public static FoundRows None { get; } = new([], [0, 0, 0, 0, 0]);

    /// <summary>How many rows there are.</summary>
    public int Count { get; }

    /// <summary>The same rows to be kept.</summary>
    public ReadOnlyMemory<int> All => _rows.AsMemory(0, Count);

    /// <summary>The rows, those of one verdict behind those of another: non-compliant, undetermined, waived, compliant, not applicable.</summary>
    public ReadOnlySpan<int> Rows => _rows.AsSpan(0, Count);

    /// <summary>The rows that break the rule without excuse, in ascending order.</summary>
    public ReadOnlySpan<int> NonCompliant => _rows.AsSpan(0, _broken);

    /// <summary>The rows whose facts do not decide it, in ascending order.</summary>
    public ReadOnlySpan<int> Undetermined => _rows.AsSpan(_broken, _open - _broken);

    /// <summary>The verdict of a row.</summary>
    /// <param name="position">Where the row stands in <see cref="Rows"/>.</param>
    public Verdict VerdictAt(int position)
    {
        if (position < _broken) return Verdict.NonCompliant;
        if (position < _open) return Verdict.Undetermined;
        if (position < _waived) return Verdict.Waived;
        return position < _compliant ? Verdict.Compliant : Verdict.NotApplicable;
    }

    /// <summary>Finds the rows of a rule.</summary>
    /// <param name="words">What the rule says.</param>
    public static FoundRows Of(VerdictWords words)
    {
        int broken = Bitmaps.Count(words.NonCompliant);
        int open = Bitmaps.Count(words.Undetermined);
        int waived = Bitmaps.Count(words.Waived);
        int compliant = Bitmaps.Count(words.Compliant);
        int outside = Bitmaps.Count(words.NotApplicable);
        int count = broken + open + waived + compliant + outside;
        if (count == 0) return None;
        int[] rows = GC.AllocateUninitializedArray<int>(count + BitRows.Slack);
        Span<int> room = BitRows.Expand(words.NonCompliant, words.First, broken, rows);
        room = BitRows.Expand(words.Undetermined, words.First, open, room);
        room = BitRows.Expand(words.Waived, words.First, waived, room);
        room = BitRows.Expand(words.Compliant, words.First, compliant, room);
        BitRows.Expand(words.NotApplicable, words.First, outside, room);
        return new FoundRows(rows, [broken, broken + open, broken + open + waived, count - outside, count]);
    }

    /// <summary>Finds the rows of a rule that break it or do not decide it.</summary>
    /// <param name="words">What the rule says.</param>
    /// <param name="counts">How many rows there are of either.</param>
    /// <param name="before">Rows that nobody reads any more: their memory is used again where it is enough.</param>
    public static FoundRows Of(VerdictWords words, (int Broken, int Open) counts, FoundRows before)
    {
        int count = counts.Broken + counts.Open;
        int[] rows = before._rows.Length >= count + BitRows.Slack ? before._rows : GC.AllocateUninitializedArray<int>(count + (count / 8) + BitRows.Slack);
        Span<int> room = BitRows.Expand(words.NonCompliant, words.First, counts.Broken, rows);
        BitRows.Expand(words.Undetermined, words.First, counts.Open, room);
        return new FoundRows(rows, [counts.Broken, count, count, count, count]);
    }

    /// <summary>The same rows with only some of the undetermined ones.</summary>
    /// <param name="undetermined">Which, in ascending order.</param>
    public FoundRows WithUndetermined(ReadOnlySpan<int> undetermined)
    {
        int gone = _open - _broken - undetermined.Length;
        return new FoundRows([.. NonCompliant, .. undetermined, .. _rows.AsSpan(_open, Count - _open)], [_broken, _open - gone, _waived - gone, _compliant - gone, Count - gone]);
    }

    /// <summary>Those of the rows that lie in some windows.</summary>
    /// <param name="windows">The windows, in ascending order and apart from each other.</param>
    public FoundRows Within(ReadOnlySpan<RowWindow> windows)
    {
        List<int> rows = [];
        Span<int> ends = stackalloc int[5];
        ReadOnlySpan<int> starts = [0, _broken, _open, _waived, _compliant, Count];
        for (int verdict = 0; verdict < ends.Length; verdict++)
        {
            ReadOnlySpan<int> of = _rows.AsSpan(starts[verdict]..starts[verdict + 1]);
            foreach (RowWindow window in windows) rows.AddRange(of[First(of, window.From)..First(of, window.To)]);
            ends[verdict] = rows.Count;
        }

        return rows.Count == 0 ? None : new FoundRows([.. rows], ends);
    }

    private static int First(ReadOnlySpan<int> rows, int least)
    {
        int at = rows.BinarySearch(least);
        return at < 0 ? ~at : at;
    }
}
