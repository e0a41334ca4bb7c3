using ComplianceRules.Cli.Output;
using ComplianceRules.Diagnostics;
using ComplianceRules.Engine;

namespace ComplianceRules.Cli.Commands;

/// <summary>The file of waivers that a caller names.</summary>
internal static class WaiverInput
{
    private const string NameOfInput = "waivers.json";

    /// <summary>What is asked for with the waivers of the file; null where the file cannot be reached or is wrong, which has been said.</summary>
    public static RunOptions? Read(EvaluateRequest request, Catalogue catalogue, Session session)
    {
        if (request.Waivers is not { } path) return request.Run;
        try
        {
            bool isSent = path == DataInput.StandardInput;
            using Stream stream = isSent ? session.Terminal.Input : new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
            Checked<WaiverFile> read = WaiverFile.Read(new SourceFile(isSent ? NameOfInput : path, BoundedInput.ReadAll(stream)), catalogue);
            DiagnosticPrinter.Print(read.IsValid ? session.Notices : session.Terminal.Error, read.Diagnostics, session);
            return read.IsValid ? request.Run with { Waivers = read.Value } : null;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or UnreadableInputException)
        {
            session.Complain(session.Words.CannotRead(path, error));
            return null;
        }
    }
}
