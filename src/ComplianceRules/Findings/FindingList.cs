using System.Collections;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;

namespace ComplianceRules.Findings;

/// <summary>Findings in their order, each made when it is reached.</summary>
/// <remarks>
/// Never changes as far as anybody can see; may be shared between threads. What a run finds is kept as rows and verdicts; evidence and messages are made for whoever looks,
/// so a finding asked for twice is made twice, and equal. For that the list keeps the snapshot, the earlier one and the packs: who keeps an assessment keeps them too.
/// </remarks>
[System.Text.Json.Serialization.JsonConverter(typeof(FindingListJsonConverter))]
[Newtonsoft.Json.JsonConverter(typeof(FindingListNewtonsoftConverter))]
[CollectionBuilder(typeof(FindingList), nameof(Of))]
public sealed class FindingList : IReadOnlyList<Finding>
{
    private readonly ImmutableArray<FindingSegment> _segments;
    private int[]? _ends;

    /// <summary>Takes over findings that lie in segments.</summary>
    /// <param name="segments">The segments, in the order of the findings.</param>
    internal FindingList(ImmutableArray<FindingSegment> segments) => _segments = segments;

    /// <summary>No findings.</summary>
    public static FindingList Empty { get; } = new([]);

    /// <summary>How many findings there are; no finding is made to tell.</summary>
    /// <exception cref="OverflowException">There are more than a whole number of 32 bits can say; enumerating them still works.</exception>
    public int Count => Ends is [.., var last] ? last : 0;

    /// <summary>A finding.</summary>
    /// <param name="index">Which one, from 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such finding.</exception>
    /// <exception cref="InsufficientExecutionStackException">The thread's stack is too small for the rule.</exception>
    public Finding this[int index]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfNegative(index);
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, Count);
            int[] ends = Ends;
            int segment = Array.BinarySearch(ends, index + 1);
            if (segment < 0) segment = ~segment;
            while (segment > 0 && ends[segment - 1] > index) segment--;
            return _segments[segment][index - (segment == 0 ? 0 : ends[segment - 1])];
        }
    }

    /// <summary>The segments, in the order of the findings.</summary>
    internal ImmutableArray<FindingSegment> Segments => _segments;

    // Several threads may count at once; they come to the same.
    private int[] Ends => Volatile.Read(ref _ends) ?? Counted();

    /// <summary>A list of findings that there are already.</summary>
    /// <param name="findings">The findings, in order.</param>
    public static FindingList Of(params ReadOnlySpan<Finding> findings) => findings.IsEmpty ? Empty : Given([.. findings]);

    /// <summary>A list of findings that there are already.</summary>
    /// <param name="findings">The findings, in order; gone through once.</param>
    public static FindingList Of(IEnumerable<Finding> findings)
    {
        ArgumentNullException.ThrowIfNull(findings);
        return Given([.. findings]);
    }

    /// <summary>Goes through the findings and makes each when it is reached.</summary>
    /// <exception cref="InsufficientExecutionStackException">The thread's stack is too small for a rule.</exception>
    public IEnumerator<Finding> GetEnumerator()
    {
        foreach (FindingSegment segment in _segments)
        {
            for (int i = 0; i < segment.Count; i++) yield return segment[i];
        }
    }

    /// <summary>Goes through what is known of each finding without making any, in their order.</summary>
    public IEnumerable<FindingOutline> Outlines()
    {
        foreach (FindingSegment segment in _segments)
        {
            for (int i = 0; i < segment.Count; i++) yield return segment.Outline(i);
        }
    }

    /// <summary>Those of the findings that are wanted; none is made for that.</summary>
    internal FindingList Within(FindingScope scope) => new([.. _segments.Select(s => s.Within(scope)).OfType<FindingSegment>()]);

    /// <summary>Whether the data has the school or the region that is wanted; null where the findings do not tell.</summary>
    internal bool? Knows(FindingScope scope)
    {
        bool?[] answers = [.. _segments.Select(s => s.Knows(scope))];
        return answers.Contains(true) ? true : answers.Contains(false) ? false : null;
    }

    /// <inheritdoc/>
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private static FindingList Given(ImmutableArray<Finding> findings)
    {
        if (findings.Contains(null!)) throw new ArgumentException("a finding is null", nameof(findings));
        return new FindingList([new GivenFindings(findings)]);
    }

    private int[] Counted()
    {
        int[] ends = new int[_segments.Length];
        int end = 0;
        for (int i = 0; i < ends.Length; i++) ends[i] = end = checked(end + _segments[i].Count);
        Volatile.Write(ref _ends, ends);
        return ends;
    }
}
