using ComplianceRules.Diagnostics;
using ComplianceRules.Facts;
using ComplianceRules.Findings;
using ComplianceRules.Hosting;
using ComplianceRules.Spreadsheets;
using Microsoft.Extensions.Options;
using WorkerSample.Folders;

namespace WorkerSample.Judging;

/// <summary>Reads an input and judges it.</summary>
internal sealed class Judge(IComplianceEvaluator evaluator, IOptions<FolderOptions> options)
{
    /// <summary>Judges an input.</summary>
    /// <param name="input">The file or folder.</param>
    /// <param name="cancellation">Stops it.</param>
    public Verdicts Run(string input, CancellationToken cancellation)
    {
        string name = Path.GetFileName(input);
        if (SourceOf(input, name) is not { } source) return Verdicts.Refused(ProblemTexts.Of("unknownKind"));
        if (InputStamp.Of(input).Bytes > options.Value.MostBytes) return Verdicts.Refused(ProblemTexts.Of("tooLarge"));
        Checked<Snapshot> read = source.Read(evaluator.Packs.Schema, new SnapshotOptions(), cancellation);
        if (!read.IsValid) return Verdicts.Refused(read.Diagnostics.SelectMany(Outbox.Told));
        if ((read.Value.Date ?? options.Value.AsOf) is not { } day) return Verdicts.Refused(ProblemTexts.Of("noDay"));
        Assessment done = evaluator.Evaluate(read.Value, new EvaluationOptions { AsOf = day, Run = new() { Overview = true } }, cancellation);
        return Verdicts.Given(done);
    }

    private static ISnapshotSource? SourceOf(string input, string name) => Path.GetExtension(name).ToLowerInvariant() switch
    {
        _ when Directory.Exists(input) => new SpreadsheetSnapshotSource(input, name),
        ".json" => new JsonSnapshotSource(input, name),
        ".ndjson" or ".jsonl" => new NdjsonSnapshotSource(input, name),
        ".csv" or ".xlsx" => new SpreadsheetSnapshotSource(input, name),
        _ => null,
    };
}
