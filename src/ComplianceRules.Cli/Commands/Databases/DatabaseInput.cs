using ComplianceRules.Cli.Texts;
using ComplianceRules.Facts;

namespace ComplianceRules.Cli.Commands;

/// <summary>Databases that a caller names in the place of a file. What belongs to one driver stands in a file of its own, so that the driver is loaded where it is used and nowhere else.</summary>
internal static class DatabaseInput
{
    private const string SqliteScheme = "sqlite:";
    private static readonly string[] PostgreSqlSchemes = ["postgresql://", "postgres://"];

    /// <summary>Whether a caller means a database.</summary>
    public static bool IsOne(string path) => IsSqlite(path) || IsPostgreSql(path);

    /// <summary>The file that a caller names: that of a database, or the path itself; null where there is none.</summary>
    public static string? FileOf(string path) => IsSqlite(path) ? path[SqliteScheme.Length..] : IsPostgreSql(path) ? null : path;

    /// <summary>What a database is called in messages and places.</summary>
    public static string Shown(string path) => FileOf(path) ?? PostgreSqlInput.Shown(path);

    /// <summary>Why the name of a database cannot be used, a sentence that repeats nothing of it; null where it can, and where it is none.</summary>
    public static string? Fault(string path, Words words)
    {
        if (IsPostgreSql(path)) return PostgreSqlInput.Fault(path, words);
        return FileOf(path) is "" ? words.SqliteWithoutFile : null;
    }

    /// <summary>The source of the facts.</summary>
    /// <param name="path">What the caller names.</param>
    /// <param name="mapping">How foreign columns become facts; null for none.</param>
    public static ISnapshotSource Open(string path, SnapshotMapping? mapping) =>
        new DatabaseSource(IsSqlite(path) ? SqliteInput.Open(FileOf(path)!, mapping) : PostgreSqlInput.Open(path, mapping));

    /// <summary>The database, opened to judge its rows itself.</summary>
    /// <param name="path">What the caller names.</param>
    public static OpenDatabase Connect(string path) => IsSqlite(path) ? SqliteInput.Connect(FileOf(path)!) : PostgreSqlInput.Connect(path);

    private static bool IsSqlite(string path) => path.StartsWith(SqliteScheme, StringComparison.OrdinalIgnoreCase);

    private static bool IsPostgreSql(string path) => Array.Exists(PostgreSqlSchemes, s => path.StartsWith(s, StringComparison.OrdinalIgnoreCase));
}
