using ComplianceRules.Diagnostics;

namespace ComplianceRules.Facts;

/// <summary>A column by its header.</summary>
/// <param name="Name">The header, trimmed.</param>
/// <param name="Span">Where the mapping names it; null where there is no mapping.</param>
internal sealed record MappedColumn(string Name, SourceSpan? Span)
{
    /// <summary>Whether there is no column, and the name is what every record has there.</summary>
    public bool IsText { get; init; }
}
