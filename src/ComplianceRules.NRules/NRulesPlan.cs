using System.Collections.Immutable;
using System.Linq.Expressions;
using System.Runtime.CompilerServices;
using ComplianceRules.Engine;
using ComplianceRules.Facts;
using ComplianceRules.Findings;
using ComplianceRules.Hosting;
using ComplianceRules.Kinds;

namespace ComplianceRules.NRules;

/// <summary>A plan whose conditions are answered by NRules.</summary>
/// <remarks>
/// Each condition becomes two rules of NRules, one that fires where it is true and one where it is false; a fact that is missing makes neither fire, so that the verdict is
/// undetermined. Findings, evidence, limits and waivers are made as by <see cref="Plan"/>, and are the same. It is slower by far: it is there for comparison, and for hosts that have
/// to run on NRules. Never changes; may be shared between threads.
/// </remarks>
public sealed class NRulesPlan
{
    // What is compiled for packs serves every day.
    private static readonly ConditionalWeakTable<Catalogue, NRulesGuest> Guests = [];

    private readonly Plan _plan;
    private readonly NRulesGuest _guest;
    private readonly Lazy<ImmutableArray<string>> _partlyInterpreted;

    private NRulesPlan(Catalogue catalogue, Plan plan)
    {
        _plan = plan;
        _guest = Guests.GetValue(catalogue, _ => new NRulesGuest());
        _partlyInterpreted = new Lazy<ImmutableArray<string>>(() => [.. plan.InForce.Where(r => AsksInterpreter(r.Form)).Select(r => r.FullId).Distinct(StringComparer.Ordinal)]);
    }

    /// <summary>The day of assessment.</summary>
    public DateOnly AsOf => _plan.AsOf;

    /// <summary>The full ids of the rules in force that have a part which NRules has no words for (lists, functions, periods, seasons, earlier facts, verdicts of other rules); the library's interpreter answers that part.</summary>
    public ImmutableArray<string> PartlyInterpreted => _partlyInterpreted.Value;

    /// <summary>Makes a plan for one day.</summary>
    /// <param name="catalogue">The checked packs.</param>
    /// <param name="asOf">The day of assessment.</param>
    public static NRulesPlan For(Catalogue catalogue, DateOnly asOf)
    {
        ArgumentNullException.ThrowIfNull(catalogue);
        return new NRulesPlan(catalogue, Plan.For(catalogue, asOf));
    }

    /// <summary>The plan of a day for packs that are in force.</summary>
    /// <param name="packs">The packs, which keep their plans.</param>
    /// <param name="asOf">The day of assessment.</param>
    internal static NRulesPlan For(LoadedPacks packs, DateOnly asOf) => new(packs.Catalogue, packs.PlanFor(asOf));

    /// <summary>Judges a snapshot, as <see cref="Plan.Run(Snapshot, RunOptions?, CancellationToken)"/> does.</summary>
    /// <remarks>All options count but three: it judges on one thread whatever <see cref="RunOptions.Threads"/> says, tells no <see cref="RunOptions.Progress"/>, and keeps no verdicts for <see cref="RunOptions.ForReassessment"/>.</remarks>
    /// <param name="snapshot">The facts.</param>
    /// <param name="options">What is judged and listed; null for everything.</param>
    /// <param name="cancellation">Stops the run; there is no partial assessment.</param>
    /// <exception cref="ArgumentException">The snapshot was read by the schema of other packs, or an option names what is not there.</exception>
    /// <exception cref="OperationCanceledException">The run was stopped.</exception>
    public Assessment Run(Snapshot snapshot, RunOptions? options = null, CancellationToken cancellation = default) =>
        _plan.Run(snapshot, (options ?? new RunOptions()) with { Guest = _guest }, cancellation);

    private static bool AsksInterpreter(JudgedForm form)
    {
        ConditionWriter writer = new(Expression.Parameter(typeof(RowFact)));
        writer.Condition(form.Applies);
        writer.Condition(form.Holds);
        return writer.AsksInterpreter;
    }
}
