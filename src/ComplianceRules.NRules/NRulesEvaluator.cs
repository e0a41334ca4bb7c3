using System.Collections.Frozen;
using ComplianceRules.Engine;
using ComplianceRules.Facts;
using ComplianceRules.Findings;
using ComplianceRules.Hosting;

namespace ComplianceRules.NRules;

/// <summary>Judges by the packs in force with NRules, and adds what the application's own rules find.</summary>
/// <remarks>
/// A singleton; may be shared between threads. Packs are those of <see cref="IComplianceEvaluator"/>; each evaluation keeps those that are in force when it begins, and a reload counts from
/// the next on. Missing facts give Undetermined, never a pass.
/// </remarks>
public sealed class NRulesEvaluator
{
    private readonly IComplianceEvaluator _evaluator;
    private readonly NRulesContribution[] _contributions;

    /// <summary>Judges by the packs of an evaluator.</summary>
    /// <param name="evaluator">Has the packs in force.</param>
    /// <param name="contributions">The application's own rules.</param>
    /// <exception cref="ArgumentException">Two contributions have a rule of the same full id.</exception>
    public NRulesEvaluator(IComplianceEvaluator evaluator, IEnumerable<NRulesContribution> contributions)
    {
        ArgumentNullException.ThrowIfNull(evaluator);
        ArgumentNullException.ThrowIfNull(contributions);
        (_evaluator, _contributions) = (evaluator, [.. contributions]);
        string? twice = Rules.GroupBy(r => r.FullId, StringComparer.Ordinal).FirstOrDefault(g => g.Skip(1).Any())?.Key;
        if (twice is not null) throw new ArgumentException($"two contributions have a rule `{twice}`", nameof(contributions));
    }

    /// <summary>The packs in force.</summary>
    /// <exception cref="RulePackLoadException">No packs could be loaded.</exception>
    public LoadedPacks Packs => _evaluator.Packs;

    private IEnumerable<ContributedRule> Rules => _contributions.SelectMany(c => c.Rules.Values);

    /// <summary>Judges a snapshot that was read by the schema of <see cref="Packs"/>.</summary>
    /// <remarks>
    /// <see cref="RunOptions.Areas"/> and <see cref="RunOptions.Rules"/> may name the application's own rules too, and leave out those that they do not name. A snapshot that was read
    /// before a reload that changed the facts of packs is refused: read it again.
    /// </remarks>
    /// <param name="snapshot">The facts.</param>
    /// <param name="options">What to judge; null for everything as of the snapshot's day.</param>
    /// <param name="cancellation">Stops the evaluation; there is no partial assessment.</param>
    /// <exception cref="ArgumentException">
    /// The snapshot is of other packs, neither it nor the options give a day, an option names what is not there, or a contributed rule has the id of one of the packs or a subject that
    /// is no table.
    /// </exception>
    /// <exception cref="InvalidOperationException">A rule class of the application found what it may not, or fires without end; see <see cref="NRulesContribution.AddTo(Assessment, Snapshot, CancellationToken)"/>.</exception>
    /// <exception cref="RulePackLoadException">No packs could be loaded.</exception>
    /// <exception cref="OperationCanceledException">The evaluation was stopped.</exception>
    public Assessment Evaluate(Snapshot snapshot, EvaluationOptions? options = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        options ??= new EvaluationOptions();
        DateOnly asOf = options.AsOf ?? snapshot.Date ?? throw new ArgumentException("neither the data nor the options give the day of assessment: set `AsOf`", nameof(options));
        LoadedPacks packs = _evaluator.Packs;
        Assessment judged = NRulesPlan.For(packs, asOf).Run(snapshot, OfPacks(options.Run, packs.Catalogue), cancellation);
        return _contributions.Aggregate(judged, (assessment, contribution) => contribution.AddTo(assessment, snapshot, rule => IsAskedFor(rule, options.Run), cancellation));
    }

    private static bool IsAskedFor(ContributedRule rule, RunOptions options) =>
        (options.Areas.IsEmpty || options.Areas.Contains(rule.Area)) && (options.Rules.IsEmpty || options.Rules.Any(name => IsNamed(rule, name)));

    private static bool IsNamed(ContributedRule rule, string name) => name == rule.FullId || name == rule.Id;

    // Packs are not asked for what the application's own rules alone are called; where nothing else was named, for nothing.
    private RunOptions OfPacks(RunOptions options, Catalogue catalogue)
    {
        RunOptions ofPacks = options with
        {
            Areas = [.. options.Areas.Where(area => catalogue.Rules.Any(r => r.Rule.Area == area) || !Rules.Any(r => r.Area == area))],
            Rules = [.. options.Rules.Where(name => catalogue.Rules.Any(r => r.IsNamed(name)) || !Rules.Any(r => IsNamed(r, name)))],
        };
        bool isNothing = (ofPacks.Areas.IsEmpty && !options.Areas.IsEmpty) || (ofPacks.Rules.IsEmpty && !options.Rules.IsEmpty);
        return isNothing ? ofPacks with { Chosen = FrozenSet<string>.Empty } : ofPacks;
    }
}
