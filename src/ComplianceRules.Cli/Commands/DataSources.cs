using ComplianceRules.Cli.Output;
using ComplianceRules.Diagnostics;
using ComplianceRules.Facts;
using ComplianceRules.Spreadsheets;

namespace ComplianceRules.Cli.Commands;

/// <summary>Opens the data that a caller names.</summary>
internal static class DataSources
{
    private const string Lines = ".NDJSON";

    /// <summary>What a path holds, by its name; null where that cannot be told.</summary>
    public static DataKind? KindOf(string path) => Extension(path) switch
    {
        _ when Directory.Exists(path) => DataKind.Csv,
        ".JSON" or Lines => DataKind.Json,
        ".CSV" or ".XLSX" or ".XLSM" or ".XLS" => DataKind.Csv,
        _ => null,
    };

    /// <summary>Makes the data ready to be read; null where it is not there or its mapping is refused, which has been said.</summary>
    public static ISnapshotSource? Open(EvaluateRequest request, FactSchema schema, Session session)
    {
        SnapshotMapping? mapping = null;
        if (request.Map is { } map)
        {
            if (Try(map, () => SnapshotMapping.Read(new SourceFile(map, File.ReadAllBytes(map)), schema), session) is not { } read) return null;
            DiagnosticPrinter.Print(session.Terminal.Error, read.IsValid ? [] : read.Diagnostics, session);
            if (!read.IsValid) return null;
            mapping = read.Value;
        }

        return Try(request.Data, () => Open(request.Data, mapping), session);
    }

    /// <summary>Reads the data; null where it cannot be reached, which has been said.</summary>
    public static DataRead? Read(ISnapshotSource source, EvaluateRequest request, FactSchema schema, Session session) =>
        Try(request.Data, () => DataRead.Of(source.Read(schema, request.Reading, session.Cancellation)), session);

    private static T? Try<T>(string path, Func<T> read, Session session)
        where T : class
    {
        try
        {
            if (!Path.Exists(path)) throw new FileNotFoundException(path);
            return read();
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            session.Complain(session.Words.CannotRead(path, session.Words.Of(error)));
            return null;
        }
    }

    private static ISnapshotSource Open(string path, SnapshotMapping? mapping) =>
        KindOf(path) == DataKind.Csv ? new SpreadsheetSnapshotSource(path, path, mapping)
        : Extension(path) == Lines ? new NdjsonSnapshotSource(path, path)
        : new JsonSnapshotSource(path, path);

    private static string Extension(string path) => Path.GetExtension(path).ToUpperInvariant();
}
