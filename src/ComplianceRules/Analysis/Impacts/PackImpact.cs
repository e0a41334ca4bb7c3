using System.Collections.Immutable;

namespace ComplianceRules.Analysis;

/// <summary>What new packs do to the verdicts on some data.</summary>
/// <remarks>Immutable.</remarks>
public sealed record PackImpact
{
    internal PackImpact(DateOnly asOf, ImmutableArray<RuleImpact> rules, ImmutableArray<ImpactedSchool> schools, ImmutableArray<ImpactedRow> others) =>
        (AsOf, Rules, Schools, Others) = (asOf, rules, schools, others);

    /// <summary>The day of assessment, the same for both sides.</summary>
    public DateOnly AsOf { get; }

    /// <summary>The rules by which rows change verdict, in ordinal order of the ids that findings know them by.</summary>
    public ImmutableArray<RuleImpact> Rules { get; }

    /// <summary>The schools of which rows change verdict, in the order of the data.</summary>
    public ImmutableArray<ImpactedSchool> Schools { get; }

    /// <summary>The rows that change verdict and lie below no school, such as regions.</summary>
    public ImmutableArray<ImpactedRow> Others { get; }

    /// <summary>Judges the same data by two versions of packs on one day, and compares verdict by verdict.</summary>
    /// <remarks>
    /// Compared is by the id that findings know a rule by, and by row. A rule that does not judge a row says as much of it as one that does not apply, so that going from the one to the other is no change.
    /// Persons are counted, never listed, whatever the options say.
    /// </remarks>
    /// <param name="before">The old packs, and the data as they read it.</param>
    /// <param name="after">The new packs, and the data as they read it.</param>
    /// <param name="asOf">The day of assessment.</param>
    /// <param name="cancellation">Stops the run.</param>
    /// <exception cref="ArgumentException">A snapshot was read by another schema, or options name a pack, rule, area or school that is not there.</exception>
    /// <exception cref="OperationCanceledException">The run was stopped.</exception>
    public static PackImpact Of(ImpactSide before, ImpactSide after, DateOnly asOf, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        using JudgedSide old = JudgedSide.Of(before, asOf, cancellation);
        using JudgedSide now = JudgedSide.Of(after, asOf, cancellation);
        return new ImpactFinder(old, now, cancellation).Find(asOf);
    }
}
