using ComplianceRules.Diagnostics;
using ComplianceRules.Engine;
using ComplianceRules.Reports;

namespace ComplianceRules.Cli.Commands;

/// <summary>Tries expressions line by line: each line in gives one line out, in order; a bad line gives its errors and the next is read.</summary>
/// <remarks>Holds one line at a time.</remarks>
internal sealed class EvalBatch(Stream input, DateOnly? asOf, Session session)
{
    private const string NameOfLine = "batch";
    private const string NoId = "null";

    /// <summary>Runs the batch.</summary>
    /// <returns>Whether every line gave a value or was undetermined.</returns>
    public ExitCode Run()
    {
        LineInput lines = new(input);
        bool good = true;
        while (lines.Read(out byte[]? bytes))
        {
            session.Cancellation.ThrowIfCancellationRequested();
            TrialLine? line = bytes is null ? null : TrialLine.Read(new SourceFile(NameOfLine, bytes));
            TrialResult result = line?.Run(asOf) ?? TrialLine.TooLong(NameOfLine);
            TrialJson.WriteLine(session.Terminal.Output, line?.Id ?? NoId, result, lines.Count, session.Words.Language);
            good &= result is not TrialErrors;
        }

        session.Terminal.Output.Flush();
        return good ? ExitCode.Success : ExitCode.Packs;
    }
}
