using System.Collections.Immutable;
using ComplianceRules.Expressions;

namespace ComplianceRules.Engine;

/// <summary>How far some conditions together are from being true at one value of each fact, and what moves would make of it.</summary>
/// <remarks>Looks are counted, so that what looks for moves ends. For one thread.</remarks>
internal sealed class ShortfallSum
{
    private const double Heavier = 4;
    private const int MostWeighings = 12;

    // What is read anew by the interpreter takes so much longer.
    private const int LooksOfReading = 10;

    private readonly ImmutableArray<GroundNode> _conditions;
    private readonly Func<ChangeBox, ReferenceInterpreter> _reads;
    private readonly ILookup<int, int> _readers;
    private readonly double[] _weights;
    private readonly double[] _shortfalls;
    private int _weighings;

    /// <summary>Starts from the facts as they are.</summary>
    /// <param name="conditions">What has to be true.</param>
    /// <param name="now">A box of the facts as they are.</param>
    /// <param name="reads">What reads facts as they are in a box.</param>
    /// <param name="looks">How many moves are looked at.</param>
    public ShortfallSum(ImmutableArray<GroundNode> conditions, ChangeBox now, Func<ChangeBox, ReferenceInterpreter> reads, int looks)
    {
        (_conditions, _reads, Looks) = (conditions, reads, looks);
        _readers = conditions.SelectMany((c, i) => c.Facts.Select(f => (Fact: f, Condition: i))).ToLookup(r => r.Fact, r => r.Condition);
        _weights = [.. conditions.Select(_ => 1.0)];
        Point = now.Point(new long[now.Count], reads);
        _shortfalls = [.. conditions.Select(c => c.Shortfall(true, Point))];
    }

    /// <summary>The present values.</summary>
    public ChangeBox Point { get; private set; }

    /// <summary>How many more moves are looked at.</summary>
    public int Looks { get; private set; }

    /// <summary>Whether all conditions are true.</summary>
    public bool IsMet => Array.TrueForAll(_shortfalls, s => s == 0);

    /// <summary>By how much less the conditions would be missed after a move; below 0 where by more.</summary>
    /// <param name="move">The move.</param>
    public double Gain(ChangeMove move)
    {
        ChangeBox after = After(move);
        double gain = Touched(move).Sum(i => _weights[i] * (_shortfalls[i] - _conditions[i].Shortfall(true, after)));
        Count(after);
        return gain;
    }

    /// <summary>Whether all conditions that a move touches would be true after it.</summary>
    /// <param name="move">The move.</param>
    public bool IsMetAfter(ChangeMove move)
    {
        ChangeBox after = After(move);
        bool isMet = Touched(move).All(i => _conditions[i].Shortfall(true, after) == 0);
        Count(after);
        return isMet;
    }

    /// <summary>Goes on to the values after a move.</summary>
    /// <param name="move">The move.</param>
    public void Take(ChangeMove move)
    {
        Point = After(move);
        foreach (int i in Touched(move)) _shortfalls[i] = _conditions[i].Shortfall(true, Point);
    }

    /// <summary>Makes conditions that are missed count for more, so that those that are in their way give in.</summary>
    /// <returns>Whether that makes a difference.</returns>
    public bool Weigh()
    {
        if (Array.TrueForAll(_shortfalls, s => s > 0) || ++_weighings > MostWeighings) return false;
        for (int i = 0; i < _weights.Length; i++) _weights[i] *= _shortfalls[i] > 0 ? Heavier : 1;
        return true;
    }

    private void Count(ChangeBox looked) => Looks -= looked.IsRead ? LooksOfReading : 1;

    private ChangeBox After(ChangeMove move) => Point.Point(move.From(Point), _reads);

    private IEnumerable<int> Touched(ChangeMove move) => move.Other < 0 ? _readers[move.Fact] : _readers[move.Fact].Union(_readers[move.Other]);
}
