using ComplianceRules.Diagnostics;
using ComplianceRules.Engine;
using ComplianceRules.Facts;

namespace ComplianceRules.Analysis;

/// <summary>Tries values of a parameter on a snapshot.</summary>
public static class WhatIf
{
    /// <summary>The most values that one request may try.</summary>
    public const int MostValues = 10_000;

    /// <summary>Counts verdicts for every value of a parameter, by each rule that reads it.</summary>
    /// <remarks>
    /// The counts for a value are those of a run in which every stack has that value in force, whatever its packs say, also where none was in force: the value takes the place of the
    /// resolved one, it is not folded with it by strictness. All other parameters, other keys and rows that are not decided or not concerned stay as they are. May be called from several threads at once.
    /// </remarks>
    /// <param name="catalogue">The checked packs.</param>
    /// <param name="asOf">The day of assessment.</param>
    /// <param name="snapshot">The facts, read by the catalogue's schema.</param>
    /// <param name="request">What is tried.</param>
    /// <param name="cancellation">Stops the run.</param>
    /// <returns>The counts; where the request does not fit the packs, what is wrong with it.</returns>
    /// <exception cref="ArgumentException">The snapshot was read by another schema, or the options name a pack, rule, area or school that is not there.</exception>
    /// <exception cref="OperationCanceledException">The run was stopped.</exception>
    public static Checked<ParameterSweep> Run(Catalogue catalogue, DateOnly asOf, Snapshot snapshot, WhatIfRequest request, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(catalogue);
        ArgumentNullException.ThrowIfNull(snapshot);
        ArgumentNullException.ThrowIfNull(request);
        Plan plan = Plan.For(catalogue, asOf);
        plan.Check(snapshot, request.Run);
        DiagnosticBag problems = new();
        SweepTarget? target = new SweepTargetFinder(catalogue, plan, request, problems).Find();
        SweepRange? range = target is null ? null : SweepRange.Read(request, target.Parameter.Signature.Type.Kind, problems);
        return problems.Finish(target is null || range is null ? null : new Sweeper(plan, snapshot, target, range, cancellation).Sweep(request));
    }
}
