using ComplianceRules.Facts;
using ComplianceRules.Findings;
using ComplianceRules.Hosting;

namespace ComplianceRules.NRules;

/// <summary>Judges by the packs in force with NRules, and adds what the application's own rules find.</summary>
/// <remarks>A singleton; may be shared between threads. Packs are those of <see cref="IComplianceEvaluator"/>; a reload counts from the next evaluation on.</remarks>
/// <param name="evaluator">Has the packs in force.</param>
/// <param name="contributions">The application's own rules.</param>
public sealed class NRulesEvaluator(IComplianceEvaluator evaluator, IEnumerable<NRulesContribution> contributions)
{
    private readonly NRulesContribution[] _contributions = [.. contributions];

    /// <summary>The packs in force.</summary>
    /// <exception cref="RulePackLoadException">No packs could be loaded.</exception>
    public LoadedPacks Packs => evaluator.Packs;

    /// <summary>Judges a snapshot that was read by the schema of <see cref="Packs"/>.</summary>
    /// <param name="snapshot">The facts.</param>
    /// <param name="options">What to judge; null for everything as of the snapshot's day.</param>
    /// <param name="cancellation">Stops the evaluation; there is no partial assessment.</param>
    /// <exception cref="ArgumentException">The snapshot is of other packs, neither it nor the options give a day, or an option names what is not there.</exception>
    /// <exception cref="RulePackLoadException">No packs could be loaded.</exception>
    /// <exception cref="OperationCanceledException">The evaluation was stopped.</exception>
    public Assessment Evaluate(Snapshot snapshot, EvaluationOptions? options = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        options ??= new EvaluationOptions();
        DateOnly asOf = options.AsOf ?? snapshot.Date ?? throw new ArgumentException("neither the data nor the options give the day of assessment: set `AsOf`", nameof(options));
        Assessment judged = NRulesPlan.For(evaluator.Packs.Catalogue, asOf).Run(snapshot, options.Run, cancellation);
        return _contributions.Aggregate(judged, (assessment, contribution) => contribution.AddTo(assessment, snapshot, cancellation));
    }
}
