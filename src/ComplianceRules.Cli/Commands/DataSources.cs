using ComplianceRules.Cli.Output;
using ComplianceRules.Diagnostics;
using ComplianceRules.Facts;

namespace ComplianceRules.Cli.Commands;

/// <summary>Opens the data that a caller names.</summary>
internal static class DataSources
{
    /// <summary>Reads the data; null where it is refused, which has been said.</summary>
    public static Snapshot? Read(EvaluateRequest request, FactSchema schema, Session session)
    {
        SnapshotMapping? mapping = null;
        if (request.Map is { } map)
        {
            mapping = Read(map, Path.Exists(map), () => SnapshotMapping.Read(new SourceFile(map, File.ReadAllBytes(map)), schema), session);
            if (mapping is null) return null;
        }

        DataInput data = new(request.Data, request.InputName, session.Terminal.Input);
        return Read(data.Name, data.Exists, () => data.Open(mapping).Read(schema, request.Reading, session.Cancellation), session);
    }

    private static T? Read<T>(string path, bool exists, Func<Checked<T>> read, Session session)
        where T : class
    {
        try
        {
            if (!exists) throw new FileNotFoundException(path);
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
}
