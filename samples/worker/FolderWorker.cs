using ComplianceRules.Hosting;
using Microsoft.Extensions.Options;
using WorkerSample.Folders;
using WorkerSample.Judging;

namespace WorkerSample;

/// <summary>Looks at the inbox, judges what has arrived, and files reports and inputs.</summary>
/// <remarks>
/// An input is claimed, judged, its reports put in place, and then itself put away. Wherever the program is stopped in between, the input is still in <c>working</c> when it starts again;
/// where its reports are there already it is not judged a second time.
/// </remarks>
internal sealed class FolderWorker(Inbox inbox, Judge judge, Outbox outbox, IOptions<FolderOptions> options, TimeProvider clock, ILogger<FolderWorker> logger) : BackgroundService
{
    private readonly Dictionary<string, int> _tries = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using PeriodicTimer looks = new(options.Value.LooksEvery, clock);
        do
        {
            await LookAsync(stoppingToken);
        }
        while (await looks.WaitForNextTickAsync(stoppingToken));
    }

    private async Task LookAsync(CancellationToken cancellation)
    {
        try
        {
            foreach (string input in inbox.Claim()) await TryAsync(input, cancellation);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            WorkerLog.FoldersAway(logger, failure);
        }
    }

    private async Task TryAsync(string input, CancellationToken cancellation)
    {
        string name = Path.GetFileName(input);
        try
        {
            await FileAsync(input, name, cancellation);
            _tries.Remove(input);
        }
        catch (RulePackLoadException failure)
        {
            // No fault of the input: it waits until there are packs.
            WorkerLog.NoPacks(logger, name, failure);
        }
        catch (Exception failure) when (!cancellation.IsCancellationRequested)
        {
            int tries = _tries[input] = _tries.GetValueOrDefault(input) + 1;
            WorkerLog.Failed(logger, name, tries, failure);
            if (tries < options.Value.MostTries) return;
            _tries.Remove(input);
            outbox.Reject(input, name, ProblemTexts.Of("failed"));
        }
    }

    private async Task FileAsync(string input, string name, CancellationToken cancellation)
    {
        InputStamp before = InputStamp.Of(input);
        string key = await Outbox.KeyOfAsync(input, cancellation);
        if (!outbox.Has(key))
        {
            Verdicts verdicts = judge.Run(input, cancellation);
            if (InputStamp.Of(input) != before)
            {
                WorkerLog.Changed(logger, name);
                return;
            }

            if (verdicts.Assessment is not { } assessment)
            {
                outbox.Reject(input, key, verdicts.Problems);
                WorkerLog.Rejected(logger, name, verdicts.Problems.Length);
                return;
            }

            outbox.Write(key, assessment, cancellation);
            WorkerLog.Judged(logger, name, assessment.Counts.NonCompliant, assessment.Counts.Undetermined);
        }

        outbox.Finish(input, key);
    }
}
