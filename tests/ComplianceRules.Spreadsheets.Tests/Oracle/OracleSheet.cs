using System.Collections.Immutable;

namespace ComplianceRules.Spreadsheets.Tests.Oracle;

/// <summary>A table as it stands in a file, whatever the file: texts below names.</summary>
internal sealed record OracleSheet(string Name, ImmutableArray<string> Header, ImmutableArray<ImmutableArray<string>> Rows)
{
    public bool IsTransposed { get; init; }

    /// <summary>Its lines from the first on, turned on its side where it is to be.</summary>
    public IEnumerable<ImmutableArray<string>> Lines =>
        IsTransposed ? Header.Select((name, column) => (ImmutableArray<string>)[name, .. Rows.Select(r => r[column])]) : Rows.Prepend(Header);
}
