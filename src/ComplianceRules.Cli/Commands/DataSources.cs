using ComplianceRules.Cli.Output;
using ComplianceRules.Diagnostics;
using ComplianceRules.Facts;

namespace ComplianceRules.Cli.Commands;

/// <summary>Opens the data that a caller names.</summary>
internal static class DataSources
{
    /// <summary>What a path holds, by its name; null where that cannot be told.</summary>
    public static DataKind? KindOf(string path) => Path.GetExtension(path).ToUpperInvariant() switch
    {
        _ when Directory.Exists(path) => DataKind.Csv,
        ".JSON" => DataKind.Json,
        ".CSV" => DataKind.Csv,
        _ => null,
    };

    /// <summary>Reads the data; null where it is refused, which has been said.</summary>
    public static Snapshot? Read(EvaluateRequest request, FactSchema schema, Session session)
    {
        try
        {
            Checked<Snapshot> read = Open(request).Read(schema, request.Reading, session.Cancellation);
            if (read.IsValid) return read.Value;
            DiagnosticPrinter.Print(session.Terminal.Error, read.Diagnostics, session);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            session.Complain(session.Words.CannotRead(request.Data, error.Message));
        }

        return null;
    }

    private static ISnapshotSource Open(EvaluateRequest request) => new JsonSnapshotSource(request.Data, request.Data);
}
