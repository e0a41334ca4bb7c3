using System.Data.Common;

namespace ComplianceRules.Cli.Commands;

/// <summary>What a database says where something fails, in one line and without what may be a person's.</summary>
internal static class DatabaseTrouble
{
    private const string DataException = "22";

    /// <summary>The trouble as that of a file: it cannot be read.</summary>
    public static IOException Of(DbException trouble) => new(Reason(trouble), trouble);

    // What a driver says first; it may be no more than that something below it failed.
    private static string Reason(DbException trouble)
    {
        string said = FirstLine(trouble.Message);
        // A value that a view stumbles over may be a person's.
        if (trouble.SqlState?.StartsWith(DataException, StringComparison.Ordinal) == true && said.IndexOf('"', StringComparison.Ordinal) is >= 0 and int quote) said = $"{said[..quote]}…";
        return trouble.InnerException is { } inner and not DbException ? $"{said}: {FirstLine(inner.Message)}" : said;
    }

    private static string FirstLine(string text) => text.AsSpan().IndexOfAny('\r', '\n') is >= 0 and int end ? text[..end] : text;
}
