using System.Collections.Immutable;

namespace ComplianceRules.Spreadsheets.Tests.Agreement;

/// <summary>One row as any source can have it.</summary>
/// <param name="Cells">
/// By column: texts, numbers as doubles, truths, days, spans for times, and keys of sets as lists of texts; what is not there is blank. The ids of the rows above are columns too.
/// </param>
internal sealed record AgreedRow(ImmutableSortedDictionary<string, object> Cells)
{
    public static AgreedRow Of(params ReadOnlySpan<(string Column, object? Value)> cells)
    {
        ImmutableSortedDictionary<string, object>.Builder known = ImmutableSortedDictionary.CreateBuilder<string, object>(StringComparer.Ordinal);
        foreach ((string column, object? value) in cells)
        {
            if (value is not null) known.Add(column, value);
        }

        return new AgreedRow(known.ToImmutable());
    }

    public object? this[string column] => Cells.GetValueOrDefault(column);

    public string? Text(string column) => this[column] as string;

    /// <summary>The rows directly below the row; null where it does not say that there are none either.</summary>
    /// <param name="table">The table of those rows.</param>
    public AgreedRow[]? Below(AgreedTable table)
    {
        AgreedRow[] rows = [.. table.Rows.Where(r => r.IsBelow(this, table.Path))];
        return rows.Length > 0 || this[table.Schema.Children] is true ? rows : null;
    }

    private bool IsBelow(AgreedRow above, IReadOnlyList<string> path) =>
        path.SkipLast(1).All(table => Equals(this[table], above[table])) && Equals(this[path[^1]], above["id"]);
}
