using System.Collections.Immutable;

namespace ComplianceRules.Spreadsheets.Tests.Agreement;

/// <summary>A small snapshot as any source can have it.</summary>
internal sealed record AgreedSnapshot
{
    public DateOnly Date { get; } = new(2026, 9, 1);

    public string Title { get; } = "高青县";

    public ImmutableArray<string> Covers { get; init; } = ["370322"];

    public AgreedCalendar? Calendar { get; init; }

    /// <summary>The tables, each after the one above it.</summary>
    public ImmutableArray<AgreedTable> Tables { get; init; } = [];
}
