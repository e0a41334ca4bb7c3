using System.Data.Common;
using ComplianceRules.Diagnostics;
using ComplianceRules.Facts;

namespace ComplianceRules.Cli.Commands;

/// <summary>A database whose trouble is told as that of a file: it cannot be read.</summary>
/// <param name="below">The database.</param>
internal sealed class DatabaseSource(ISnapshotSource below) : ISnapshotSource
{
    private const string DataException = "22";

    public Checked<Snapshot> Read(FactSchema schema, SnapshotOptions options, CancellationToken cancellation)
    {
        try
        {
            return below.Read(schema, options, cancellation);
        }
        catch (DbException) when (cancellation.IsCancellationRequested)
        {
            throw new OperationCanceledException(cancellation);
        }
        catch (DbException trouble)
        {
            throw new IOException(Reason(trouble), trouble);
        }
    }

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
