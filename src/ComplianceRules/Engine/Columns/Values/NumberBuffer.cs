using ComplianceRules.Facts;

namespace ComplianceRules.Engine;

/// <summary>A number for each of the rows at hand, how far it may be off, and whether it is known.</summary>
/// <remarks>For one thread; used again for one block of rows after the other. Numbers of rows beyond those at hand, and unknown ones, mean nothing.</remarks>
internal sealed class NumberBuffer
{
    private double[] _numbers = [];
    private double[] _errors = [];
    private ulong[] _known = [];
    private int _rows;

    /// <summary>Of which block the numbers are.</summary>
    public long Stamp { get; private set; } = -1;

    /// <summary>Whether numbers may be off at all.</summary>
    public bool HasErrors { get; private set; }

    /// <summary>Whether every number is known.</summary>
    public bool IsTotal { get; private set; }

    /// <summary>The numbers, in the scale of the node.</summary>
    public Span<double> Numbers => _numbers.AsSpan(0, _rows);

    /// <summary>How far each number may be off; 0 where it is exact.</summary>
    public ReadOnlySpan<double> Errors => _errors.AsSpan(0, _rows);

    /// <summary>One bit a row: set where the number is known; only where not all are.</summary>
    public Span<ulong> Known => _known.AsSpan(0, ValidityBits.Words(_rows));

    /// <summary>Makes room for the numbers of a block, all known and exact.</summary>
    public void Begin(long stamp, int words)
    {
        (Stamp, _rows, HasErrors, IsTotal) = (stamp, words * ValidityBits.PerWord, false, true);
        if (_numbers.Length < _rows) _numbers = new double[_rows];
    }

    /// <summary>Says that numbers may be off, and gives the room for how far.</summary>
    public Span<double> Blur()
    {
        if (_errors.Length < _rows) _errors = new double[_rows];
        HasErrors = true;
        return _errors.AsSpan(0, _rows);
    }

    /// <summary>Says that numbers may be unknown, and gives the room for those that are known.</summary>
    public Span<ulong> Open()
    {
        int words = ValidityBits.Words(_rows);
        if (_known.Length < words) _known = new ulong[words];
        IsTotal = false;
        return _known.AsSpan(0, words);
    }

    /// <summary>Says that no number is known.</summary>
    public void SetUnknown() => Open().Clear();

    /// <summary>Takes over which numbers are known.</summary>
    /// <param name="known">One bit a row; empty where all are.</param>
    public void Limit(ReadOnlySpan<ulong> known)
    {
        if (known.IsEmpty) return;
        if (IsTotal) known.CopyTo(Open());
        else Bitmaps.And(Known, known, Known);
    }

    /// <summary>Takes over which numbers of another are known.</summary>
    public void Limit(NumberBuffer other)
    {
        if (!other.IsTotal) Limit(other.Known);
    }
}
