using System.Collections.Immutable;
using ComplianceRules.Expressions;

namespace ComplianceRules.Engine;

/// <summary>A value worked out of others, of which only the range is known.</summary>
internal sealed class GroundValue : GroundNode
{
    private readonly ImmutableArray<GroundNode> _parts;
    private readonly Func<ImmutableArray<ValueRange>, ValueRange> _range;
    private readonly GroundReading? _reading;

    /// <summary>Names the parts.</summary>
    /// <param name="parts">The parts.</param>
    /// <param name="range">The range of the whole from those of the parts.</param>
    /// <param name="linear">The same as a sum of facts; null where it is none.</param>
    /// <param name="reading">What says more of one value of each fact than the ranges of its parts do; null where nothing does.</param>
    public GroundValue(ImmutableArray<GroundNode> parts, Func<ImmutableArray<ValueRange>, ValueRange> range, LinearSumOfFacts? linear = null, GroundReading? reading = null)
        : base(Union(parts)) => (_parts, _range, Linear, _reading) = (parts, range, linear, reading);

    public override LinearSumOfFacts? Linear { get; }

    public override ValueRange Range(ChangeBox box)
    {
        if (_reading is not null && box.Reader is { } reader) return _reading.Range(reader);
        ImmutableArray<ValueRange> parts = [.. _parts.Select(p => p.Range(box))];
        return parts.Any(p => p.IsEmpty) ? Interval.Empty : _range(parts);
    }
}
