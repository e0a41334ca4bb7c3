using System.Collections.Immutable;
using ComplianceRules.Analysis;
using ComplianceRules.Cli.Output;
using ComplianceRules.Diagnostics;

namespace ComplianceRules.Cli.Commands;

/// <summary>Reads a written assessment that a caller names.</summary>
internal static class AssessmentInput
{
    /// <summary>Reads it; null where it cannot be used, which has been said.</summary>
    /// <param name="path">Where it is; <c>-</c> for standard input.</param>
    /// <param name="session">The run.</param>
    /// <param name="problems">What is wrong with it; empty where it cannot even be reached.</param>
    public static RecordedAssessment? Read(string path, Session session, out ImmutableArray<Diagnostic> problems)
    {
        problems = [];
        try
        {
            if (path != DataInput.StandardInput && !Path.Exists(path)) throw new FileNotFoundException(path);
            Checked<RecordedAssessment> read = path == DataInput.StandardInput
                ? AssessmentReader.Read(session.Terminal.Input, path, session.Cancellation)
                : AssessmentReader.Read(path, session.Cancellation);
            if (read.IsValid) return read.Value;
            problems = read.Diagnostics;
            DiagnosticPrinter.Print(session.Terminal.Error, problems, session);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            session.Complain(session.Words.CannotRead(path, session.Words.Of(error)));
        }

        return null;
    }
}
