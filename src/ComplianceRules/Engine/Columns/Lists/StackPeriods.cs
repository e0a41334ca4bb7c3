using System.Collections.Immutable;
using ComplianceRules.Expressions;

namespace ComplianceRules.Engine;

/// <summary>The periods that the rows of one stack are judged by, and the limits of each.</summary>
/// <remarks>Immutable; may be shared between threads.</remarks>
internal sealed class StackPeriods
{
    private readonly CountLimit _min;
    private readonly CountLimit _max;
    private readonly FrequencyPart _part;

    /// <summary>Finds what follows for all rows.</summary>
    /// <param name="judged">The periods.</param>
    /// <param name="part">What is asked.</param>
    /// <param name="min">The least number of events.</param>
    /// <param name="max">The largest number of events.</param>
    public StackPeriods(JudgedPeriods judged, FrequencyPart part, CountLimit min, CountLimit max)
    {
        (Judged, _part, _min, _max) = (judged, part, min, max);
        (int Least, int Most)[] any = [.. judged.Periods.Select(_ => (0, int.MaxValue))];
        Unlisted = judged.Missing is null ? Answer(any) : null;
    }

    /// <summary>The periods.</summary>
    public JudgedPeriods Judged { get; }

    /// <summary>The answer for a row of whose events nothing is known; null where it is not known either. Else it holds for every row.</summary>
    public bool? Unlisted { get; }

    /// <summary>Whether the answer does not depend on the events.</summary>
    public bool IsSettled => Judged.Missing is not null || Unlisted is not null;

    /// <summary>The answer for a row; null where it is not known.</summary>
    /// <param name="events">How many events each period has, at least and at most.</param>
    public bool? Answer(ReadOnlySpan<(int Least, int Most)> events)
    {
        bool? any = false;
        ImmutableArray<JudgedPeriod> periods = Judged.Periods;
        for (int i = 0; i < periods.Length; i++)
        {
            PeriodVerdict verdict = PeriodVerdict.Of(in periods.ItemRef(i), events[i], in _min, in _max);
            any |= _part == FrequencyPart.Judged ? verdict.IsJudged : verdict.IsBroken;
            if (any == true) break;
        }

        return _part == FrequencyPart.Judged ? any : !any;
    }
}
