using ComplianceRules.Facts;

namespace ComplianceRules.Engine;

/// <content>Schools that are judged in shares, each by a process of its own.</content>
public sealed partial class Plan
{
    /// <summary>Judges a share of the schools, and writes what an assessment of all schools needs of it: a part, as <see cref="AssessmentShard"/> reads it.</summary>
    /// <remarks>
    /// Rules of schools and of what lies below them are judged here and never again. For rules that need all schools, as those that judge regions or persons do, the part has the facts
    /// that they read of its own schools, those of persons among them; <see cref="ShardMerge"/> judges them. Memory is that of a run over the data: of JSON and NDJSON that can be gone
    /// through twice no more than some schools and what the part carries is held, everything else is read as a whole and then cut. The same data, options and share give the same bytes.
    /// What was written of a run that was stopped is no part: it lacks its end.
    /// </remarks>
    /// <param name="data">The data, all of it; the same for each share.</param>
    /// <param name="request">Which share, and what to judge.</param>
    /// <param name="output">Where the part goes; left open.</param>
    /// <param name="cancellation">Stops the run.</param>
    /// <exception cref="ArgumentException">The data was read by another schema, there is an earlier snapshot, or an option names a pack, rule, area or school that is not there.</exception>
    /// <exception cref="System.IO.IOException">The data cannot be reached or changed since, or the part cannot be written.</exception>
    /// <exception cref="OperationCanceledException">The run was stopped.</exception>
    public void RunShard(SurveyedData data, ShardRequest request, Stream output, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(output);
        if (data.Schema != _catalogue.Schema) throw new ArgumentException("the data was read by the schema of another catalogue", nameof(data));
        if (request.Options.Previous is not null) throw new ArgumentException("a share of the schools is judged without an earlier snapshot", nameof(request));
        if (request.Shard == default) throw new ArgumentException("the share is not named", nameof(request));
        using PartWriter part = new(output);
        new ShardRun(this, _catalogue, request, part, cancellation).Run(data);
    }

    /// <summary>Makes findings of a snapshot of which is known that the options fit.</summary>
    internal FindingLister ListerOf(Snapshot snapshot, RunOptions options)
    {
        RowStacks stacks = new(snapshot, _stacks, options);
        return new FindingLister(snapshot, stacks, new RuleJudge(Facts(snapshot, options, stacks), stacks, _families, CancellationToken.None), _catalogue.Scopes, FindingDetail.Of(options));
    }
}
