using ComplianceRules.Expressions;

namespace ComplianceRules.Engine;

/// <summary>For each fact that may be changed, the values that it may take: from one number to another, both included.</summary>
/// <remarks>Never changes once it has been handed on.</remarks>
internal sealed class ChangeBox
{
    private readonly ChangeableFact[] _facts;
    private readonly long[] _low;
    private readonly long[] _high;

    private readonly Lazy<ReferenceInterpreter>? _reader;

    private ChangeBox(ChangeableFact[] facts, long[] low, long[] high, Func<ChangeBox, ReferenceInterpreter>? reads = null)
    {
        (_facts, _low, _high) = (facts, low, high);
        if (reads is not null) _reader = new Lazy<ReferenceInterpreter>(() => reads(this), LazyThreadSafetyMode.None);
    }

    /// <summary>Whether facts have been read.</summary>
    public bool IsRead => _reader is { IsValueCreated: true };

    /// <summary>Reads facts as they are in the box; null where it was not made for that.</summary>
    public ReferenceInterpreter? Reader => _reader?.Value;

    /// <summary>How many facts there are.</summary>
    public int Count => _facts.Length;

    /// <summary>All values of some facts; the others stay as they are.</summary>
    /// <param name="facts">The facts.</param>
    /// <param name="isFree">Whether a fact may change.</param>
    public static ChangeBox Of(ChangeableFact[] facts, Func<int, bool> isFree) => new(
        facts,
        [.. facts.Select((f, i) => isFree(i) ? f.Lowest : 0)],
        [.. facts.Select((f, i) => isFree(i) ? f.Highest : 0)]);

    /// <summary>A fact.</summary>
    /// <param name="fact">Its place.</param>
    public ChangeableFact Fact(int fact) => _facts[fact];

    /// <summary>The number of a fact's lowest value.</summary>
    /// <param name="fact">The fact's place.</param>
    public long Low(int fact) => _low[fact];

    /// <summary>The number of a fact's highest value.</summary>
    /// <param name="fact">The fact's place.</param>
    public long High(int fact) => _high[fact];

    /// <summary>The number of a fact's cheapest value: the one nearest to the present one.</summary>
    /// <param name="fact">The fact's place.</param>
    public long Nearest(int fact) => Math.Clamp(0, _low[fact], _high[fact]);

    /// <summary>Whether a fact has one value only.</summary>
    /// <param name="fact">The fact's place.</param>
    public bool IsFixed(int fact) => _low[fact] == _high[fact];

    /// <summary>The cost of the cheapest values.</summary>
    public double Cost
    {
        get
        {
            double cost = 0;
            for (int i = 0; i < _facts.Length; i++) cost += _facts[i].Cost(Nearest(i));
            return cost;
        }
    }

    /// <summary>How many facts have to change.</summary>
    public int Changed
    {
        get
        {
            int changed = 0;
            for (int i = 0; i < _facts.Length; i++) changed += Nearest(i) == 0 ? 0 : 1;
            return changed;
        }
    }

    /// <summary>The range of a fact's values.</summary>
    /// <param name="fact">The fact's place.</param>
    public ValueRange Range(int fact) => _facts[fact].Between(_low[fact], _high[fact]);

    /// <summary>The cheapest values alone.</summary>
    public ChangeBox Corner()
    {
        long[] nearest = [.. Enumerable.Range(0, Count).Select(Nearest)];
        return new ChangeBox(_facts, nearest, nearest);
    }

    /// <summary>One value of each fact, from which all can be read that is not looked into.</summary>
    /// <param name="numbers">The numbers of the values.</param>
    /// <param name="reads">What reads facts as they are in a box.</param>
    public ChangeBox Point(long[] numbers, Func<ChangeBox, ReferenceInterpreter> reads) => new(_facts, numbers, numbers, reads);

    /// <summary>The same with fewer values of one fact.</summary>
    /// <param name="fact">The fact's place.</param>
    /// <param name="low">The number of its lowest value.</param>
    /// <param name="high">The number of its highest value.</param>
    public ChangeBox With(int fact, long low, long high)
    {
        (long[] lows, long[] highs) = ([.. _low], [.. _high]);
        (lows[fact], highs[fact]) = (low, high);
        return new ChangeBox(_facts, lows, highs);
    }

    /// <summary>The facts that change where each takes its cheapest value.</summary>
    public IEnumerable<(ChangeableFact Fact, long Number)> Changes() =>
        Enumerable.Range(0, Count).Where(i => Nearest(i) != 0).Select(i => (_facts[i], Nearest(i)));
}
