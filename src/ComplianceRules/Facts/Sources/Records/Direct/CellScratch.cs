namespace ComplianceRules.Facts;

/// <summary>Room for the cells of one run of one column on their way into it; used again for every run, since emptying fresh room takes as long as reading a cell or two.</summary>
internal sealed class CellScratch
{
    private readonly ulong[] _words = new ulong[CellRun.Most];
    private readonly ulong[] _bounds = new ulong[CellRun.Most];
    private readonly uint[] _shortWords = new uint[CellRun.Most];
    private readonly int[] _shortLengths = new int[CellRun.Most];
    private readonly int[] _values = new int[CellRun.Most];
    private readonly double[] _numbers = new double[CellRun.Most];

    /// <summary>The last eight bytes of each cell.</summary>
    public Span<ulong> Words => _words;

    /// <summary>Where each cell begins and ends.</summary>
    public Span<ulong> Bounds => _bounds;

    /// <summary>The last four bytes of each cell.</summary>
    public Span<uint> ShortWords => _shortWords;

    /// <summary>The length of each cell.</summary>
    public Span<int> ShortLengths => _shortLengths;

    /// <summary>What cells become, where that is a whole number.</summary>
    public Span<int> Values => _values;

    /// <summary>What cells become, where that is any number.</summary>
    public Span<double> Numbers => _numbers;
}
