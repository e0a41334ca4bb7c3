using ComplianceRules.Expressions;
using ComplianceRules.Facts;
using ComplianceRules.Findings;

namespace ComplianceRules.Engine;

/// <summary>What one rule says of the rows of a table, one bit a row and verdict.</summary>
/// <remarks>Filled while the rule is judged, then only read. Threads may fill different words at once.</remarks>
internal sealed class RuleBits
{
    private readonly ulong[] _inStack;
    private readonly Memory<ulong> _broken;
    private readonly Memory<ulong> _open;
    private readonly OutsideRows _outside;
    private readonly KeptAnswers? _answers;
    private readonly ulong[]? _excused;

    // Only blocks with such rows are written, and so only they have to be counted, and cleared by the next run. Who writes without asking for a block has them all.
    private readonly bool[] _openBlocks;
    private readonly Lock _finding = new();
    private VerdictCounts? _counts;
    private FoundRows _found = FoundRows.None;
    private bool _isFound;

    /// <summary>Makes room for the answers of a rule.</summary>
    /// <param name="rows">The rows that have the rule's pack in their stack.</param>
    /// <param name="outside">The rows that the rule does not concern; rules that concern the same rows share them.</param>
    /// <param name="decided">Room for the rows that break the rule, and for those for which it is not decided, all clear.</param>
    /// <param name="answers">Room for the answers that other rules ask for; null where none does.</param>
    /// <param name="excused">The rows whose breaches waivers excuse, one bit a row; null where there are none.</param>
    public RuleBits(PackRows rows, OutsideRows outside, (Memory<ulong> Broken, Memory<ulong> Open) decided, KeptAnswers? answers, ulong[]? excused)
    {
        Rows = rows;
        _inStack = rows.InStack;
        (_broken, _open) = decided;
        _outside = outside;
        _answers = answers;
        _excused = excused;
        _openBlocks = new bool[(rows.End / TablePass.FewRows) + 1];
    }

    /// <summary>Makes room of its own for the answers of a rule, all bits clear.</summary>
    /// <param name="rows">The rows that have the rule's pack in their stack.</param>
    /// <param name="excused">The rows whose breaches waivers excuse, one bit a row; null where there are none.</param>
    public RuleBits(PackRows rows, ulong[]? excused)
        : this(rows, new OutsideRows(new ulong[rows.InStack.Length]), (new ulong[rows.InStack.Length], new ulong[rows.InStack.Length]), new KeptAnswers(rows.InStack.Length), excused) => Array.Fill(_openBlocks, true);

    /// <summary>The rows that have the rule's pack in their stack.</summary>
    public PackRows Rows { get; }

    /// <summary>Whose verdicts these are.</summary>
    public required CheckedRule Rule { get; init; }

    /// <summary>Room for the rows that keep the rule only because breaches of others are excused; null where that cannot be.</summary>
    public ulong[]? KeptByWaivers { get; init; }

    /// <summary>The same in room of its own.</summary>
    public RuleBits Copy()
    {
        RuleBits copy = new(Rows, _outside.Copy(), (_broken.ToArray(), _open.ToArray()), _answers?.Copy(), _excused) { Rule = Rule, KeptByWaivers = KeptByWaivers?.AsSpan().ToArray() };
        Array.Fill(copy._openBlocks, true);
        return copy;
    }

    /// <summary>Whether some rows have these verdicts, and other rules get these answers.</summary>
    /// <param name="verdicts">The verdicts.</param>
    public bool Says(RowVerdicts verdicts)
    {
        int word = (verdicts.First - First) / ValidityBits.PerWord;
        if (!verdicts.IsIn(verdicts.Broken, Broken[word..]) || !verdicts.IsIn(verdicts.Open, Open[word..]) || !verdicts.IsIn(verdicts.Outside, Outside[word..])) return false;
        if (KeptByWaivers is { } kept && !verdicts.IsIn(verdicts.KeptByWaivers, kept.AsSpan(word))) return false;
        return _answers is null || (verdicts.IsIn(verdicts.Applies.True, _answers.Applies.AsSpan(word))
            && verdicts.IsIn(verdicts.Holds.True, _answers.Holds.AsSpan(word)) && verdicts.IsIn(verdicts.Holds.False, _answers.HoldsNot.AsSpan(word)));
    }

    /// <summary>Gives some rows other verdicts; only for room of its own that no run fills any more.</summary>
    /// <param name="verdicts">The verdicts.</param>
    public void Take(RowVerdicts verdicts)
    {
        Begin();
        int word = (verdicts.First - First) / ValidityBits.PerWord;
        verdicts.Put(verdicts.Broken, Broken[word..]);
        verdicts.Put(verdicts.Open, Open[word..]);
        verdicts.Put(verdicts.Outside, Outside[word..]);
        if (KeptByWaivers is { } kept) verdicts.Put(verdicts.KeptByWaivers, kept.AsSpan(word));
        if (_answers is null) return;
        verdicts.Put(verdicts.Applies.True, _answers.Applies.AsSpan(word));
        verdicts.Put(verdicts.Holds.True, _answers.Holds.AsSpan(word));
        verdicts.Put(verdicts.Holds.False, _answers.HoldsNot.AsSpan(word));
    }

    /// <summary>The row of the first bit, a multiple of 64.</summary>
    public int First => Rows.First;

    /// <summary>The rows that break the rule, those whose breach is excused among them.</summary>
    public Span<ulong> Broken => _broken.Span;

    /// <summary>The rows whose breaches are excused, whether or not they break the rule; empty where there are none.</summary>
    public ReadOnlySpan<ulong> Excused => _excused;

    /// <summary>The rows for which it is not decided.</summary>
    public Span<ulong> Open => _open.Span;

    /// <summary>The rows that it does not concern.</summary>
    public Span<ulong> Outside => _outside.Bits;

    /// <summary>Says that a block has no row for which it is not decided.</summary>
    /// <param name="block">The block's number.</param>
    /// <param name="words">Its words.</param>
    public void Close(int block, Range words)
    {
        if (_openBlocks.Length <= block || !_openBlocks[block]) return;
        Open[words].Clear();
        _openBlocks[block] = false;
    }

    /// <summary>The words of a block that has rows for which it is not decided.</summary>
    /// <param name="block">The block's number.</param>
    /// <param name="words">Its words.</param>
    public Span<ulong> OpenBlock(int block, Range words)
    {
        _openBlocks[block] = true;
        return Open[words];
    }

    /// <summary>The answers that other rules ask for; null where none does.</summary>
    public KeptAnswers? Answers => _answers;

    /// <summary>How many rows have which verdict.</summary>
    public VerdictCounts Counts
    {
        get
        {
            lock (_finding) return _counts ??= Count();
        }
    }

    /// <summary>The rows that break the rule without excuse and those for which it is not decided; the next run uses their memory again.</summary>
    public FoundRows Found
    {
        get
        {
            lock (_finding)
            {
                if (_isFound) return _found;
                VerdictCounts counts = _counts ??= Count();
                _isFound = true;
                return _found = FoundRows.Of(Words(withClosed: false), ((int)counts.NonCompliant, (int)counts.Undetermined), _found);
            }
        }
    }

    /// <summary>Forgets what was counted and found, so that the rule is judged anew.</summary>
    public void Begin()
    {
        (_counts, _isFound) = (null, false);
        _outside.Begin();
    }

    /// <summary>Whether the rule is in the row's stack.</summary>
    /// <param name="row">The row.</param>
    public bool InStack(int row) => Get(_inStack, row);

    /// <summary>Whether the rule is in the row's stack and applies; null where that is unknown.</summary>
    /// <param name="row">The row.</param>
    public bool? Applies(int row) => !InStack(row) || Get(Outside, row) ? false : Get(_answers!.Applies, row) ? true : null;

    /// <summary>Whether the rule holds, or its breach is excused; null where that is unknown.</summary>
    /// <param name="row">The row.</param>
    public bool? Holds(int row) => Get(_answers!.Holds, row) ? true : Get(_answers.HoldsNot, row) ? IsExcused(row) : null;

    /// <summary>What the rule says of a row that is in its stack.</summary>
    /// <param name="row">The row.</param>
    public Verdict Verdict(int row)
    {
        if (Get(Broken, row)) return IsExcused(row) ? Findings.Verdict.Waived : Findings.Verdict.NonCompliant;
        if (Get(Open, row)) return Findings.Verdict.Undetermined;
        if (Get(Outside, row)) return Findings.Verdict.NotApplicable;
        return KeptByWaivers is { } kept && Get(kept, row) ? Findings.Verdict.Waived : Findings.Verdict.Compliant;
    }

    /// <summary>What the rule's verdict says of a row; null where that is unknown.</summary>
    /// <param name="asked">What is asked.</param>
    /// <param name="row">The row.</param>
    public bool? Says(RuleSaying asked, int row)
    {
        bool concerns = InStack(row) && !Get(Outside, row);
        if (asked == RuleSaying.Concerns) return concerns;
        if (!concerns) return true;
        if (Get(Broken, row)) return asked == RuleSaying.Keeps && IsExcused(row);
        return Get(Open, row) ? null : true;
    }

    /// <summary>The verdicts as lists of rows take them.</summary>
    /// <param name="withClosed">Whether compliant and not applicable rows are listed too.</param>
    public VerdictWords Words(bool withClosed) => new()
    {
        First = First,
        NonCompliant = _excused is null ? Broken : BrokenWhere(isExcused: false),
        Undetermined = Open,
        Waived = WaivedRows(),
        Compliant = withClosed ? Compliant() : [],
        NotApplicable = withClosed ? Outside : [],
    };

    // A row whose own breach is excused is none that keeps the rule.
    private ulong[] WaivedRows()
    {
        if (_excused is null) return KeptByWaivers ?? [];
        ulong[] rows = BrokenWhere(isExcused: true);
        if (KeptByWaivers is { } kept) Bitmaps.Or(rows, kept, rows);
        return rows;
    }

    private ulong[] BrokenWhere(bool isExcused)
    {
        ulong[] rows = new ulong[Broken.Length];
        if (isExcused) Bitmaps.And(Broken, _excused, rows);
        else Bitmaps.AndNot(Broken, _excused, rows);
        return rows;
    }

    private ulong[] Compliant()
    {
        ulong[] compliant = new ulong[_inStack.Length];
        ReadOnlySpan<ulong> broken = Broken;
        ReadOnlySpan<ulong> open = Open;
        ReadOnlySpan<ulong> outside = Outside;
        for (int word = 0; word < compliant.Length; word++) compliant[word] = _inStack[word] & ~(broken[word] | open[word] | outside[word]);
        if (KeptByWaivers is { } kept) Bitmaps.AndNot(compliant, kept, compliant);
        return compliant;
    }

    private VerdictCounts Count()
    {
        long broken = Bitmaps.Count(Broken), open = _openBlocks.AsSpan().Contains(true) ? Bitmaps.Count(Open) : 0, outside = _outside.Count;
        long waived = _excused is null ? 0 : Bitmaps.Count(BrokenWhere(isExcused: true));
        long kept = KeptByWaivers is { } rows ? Bitmaps.Count(rows) : 0;
        return new VerdictCounts(Rows.Count - broken - open - outside - kept, broken - waived, open, outside, waived + kept);
    }

    private bool IsExcused(int row) => _excused is not null && Get(_excused, row);

    private bool Get(ReadOnlySpan<ulong> bits, int row) => row >= First && row < Rows.End && ValidityBits.Get(bits, row - First);
}
