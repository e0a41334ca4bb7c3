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
    public static Snapshot? Read(EvaluateRequest request, FactSchema schema, Session session) => throw new NotImplementedException(request.Data + schema + session);
}
