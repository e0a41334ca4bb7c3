using ComplianceRules.Facts;
using ComplianceRules.Findings;

namespace ComplianceRules.Engine;

/// <summary>A catalogue made ready for one day.</summary>
/// <remarks>Immutable; may be shared between threads.</remarks>
public sealed class Plan
{
    private readonly Catalogue _catalogue;

    private Plan(Catalogue catalogue, DateOnly asOf)
    {
        _catalogue = catalogue;
        AsOf = asOf;
    }

    /// <summary>The day of assessment.</summary>
    public DateOnly AsOf { get; }

    /// <summary>Makes a plan.</summary>
    /// <param name="catalogue">The checked packs.</param>
    /// <param name="asOf">The day of assessment: the law of that day is applied.</param>
    public static Plan For(Catalogue catalogue, DateOnly asOf) => new(catalogue, asOf);

    /// <summary>Judges a snapshot.</summary>
    /// <param name="snapshot">The facts, read by the catalogue's schema.</param>
    /// <param name="options">What to judge; null for everything.</param>
    /// <param name="cancellation">Stops the run.</param>
    /// <exception cref="ArgumentException">An option names a pack, rule or area that is not there.</exception>
    /// <exception cref="OperationCanceledException">The run was stopped; there is no partial assessment.</exception>
    public Assessment Run(Snapshot snapshot, RunOptions? options = null, CancellationToken cancellation = default) => throw new NotImplementedException(_catalogue.ToString());
}
