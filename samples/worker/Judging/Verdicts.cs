using System.Collections.Immutable;
using ComplianceRules.Findings;

namespace WorkerSample.Judging;

/// <summary>What became of an input: an assessment, or why there is none.</summary>
internal sealed record Verdicts
{
    private Verdicts()
    {
    }

    /// <summary>The assessment; null where the input is refused.</summary>
    public Assessment? Assessment { get; private init; }

    /// <summary>Why the input is refused, a line each; empty where it is not.</summary>
    public ImmutableArray<string> Problems { get; private init; } = [];

    /// <summary>The input was judged.</summary>
    public static Verdicts Given(Assessment assessment) => new() { Assessment = assessment };

    /// <summary>The input cannot be judged.</summary>
    public static Verdicts Refused(IEnumerable<string> problems) => new() { Problems = [.. problems] };
}
