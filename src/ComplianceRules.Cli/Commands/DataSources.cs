using ComplianceRules.Cli.Output;
using ComplianceRules.Diagnostics;
using ComplianceRules.Facts;
using ComplianceRules.Spreadsheets;

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
        SnapshotMapping? mapping = null;
        if (request.Map is { } map)
        {
            mapping = Read(map, () => SnapshotMapping.Read(new SourceFile(map, File.ReadAllBytes(map)), schema), session);
            if (mapping is null) return null;
        }

        return Read(request.Data, () => Open(request.Data, mapping).Read(schema, request.Reading, session.Cancellation), session);
    }

    private static T? Read<T>(string path, Func<Checked<T>> read, Session session)
        where T : class
    {
        try
        {
            if (!Path.Exists(path)) throw new FileNotFoundException(path);
            Checked<T> done = read();
            if (done.IsValid) return done.Value;
            DiagnosticPrinter.Print(session.Terminal.Error, done.Diagnostics, session);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            session.Complain(session.Words.CannotRead(path, session.Words.Of(error)));
        }

        return null;
    }

    private static ISnapshotSource Open(string path, SnapshotMapping? mapping) =>
        KindOf(path) == DataKind.Csv ? new SpreadsheetSnapshotSource(path, path, mapping) : new JsonSnapshotSource(path, path);
}
