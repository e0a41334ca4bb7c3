using ComplianceRules.Cli.Output;
using ComplianceRules.Facts;

namespace ComplianceRules.Cli.Commands;

/// <summary>Opens the data that a caller names.</summary>
internal static class DataSources
{
    private const string MappingName = "mapping.json";

    /// <summary>Makes the data ready to be read; null where it is not there or its mapping is refused, which has been said.</summary>
    public static ISnapshotSource? Open(EvaluateRequest request, FactSchema schema, Session session)
    {
        if (!TryReadMapping(request, schema, session, out SnapshotMapping? mapping)) return null;
        DataInput data = new(request.Data, request.InputName, session.Terminal.Input);
        ReadMeter meter = new();
        return Try(data.Name, data.Exists, () => new WatchedSource(data.Open(mapping, meter), data, meter, session), session);
    }

    /// <summary>Reads the mapping that a caller names, if any; false where it is refused, which has been said.</summary>
    public static bool TryReadMapping(EvaluateRequest request, FactSchema schema, Session session, out SnapshotMapping? mapping)
    {
        mapping = null;
        if (request.Map is not { } map) return true;
        if (Try(map, DataInput.IsThere(map), () => SnapshotMapping.Read(SmallInput.Read(map, MappingName, session), schema), session) is not { } read) return false;
        DiagnosticPrinter.Print(session.Terminal.Error, read.IsValid ? [] : read.Diagnostics, session);
        if (read.IsValid) mapping = read.Value;
        return read.IsValid;
    }

    /// <summary>Does something with the data; null where it cannot be reached, which has been said.</summary>
    public static T? Try<T>(EvaluateRequest request, Func<T> read, Session session)
        where T : class
    {
        DataInput data = new(request.Data, request.InputName, session.Terminal.Input);
        return Try(data.Name, data.Exists, read, session);
    }

    private static T? Try<T>(string path, bool exists, Func<T> read, Session session)
        where T : class
    {
        try
        {
            if (!exists) throw new FileNotFoundException(path);
            return read();
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            session.Complain(session.Words.CannotRead(path, error));
            return null;
        }
    }
}
