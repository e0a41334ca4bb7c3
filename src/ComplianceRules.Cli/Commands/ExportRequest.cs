using ComplianceRules.Facts;

namespace ComplianceRules.Cli.Commands;

/// <summary>What a caller of <c>export</c> asks for.</summary>
/// <remarks>Immutable.</remarks>
/// <param name="Packs">The folder of the packs.</param>
/// <param name="Out">The file to write.</param>
internal sealed record ExportRequest(string Packs, string Out)
{
    /// <summary>The pack whose rules are wanted; null where a region is given.</summary>
    public string? Pack { get; init; }

    /// <summary>The region whose rules are wanted; null where a pack is given.</summary>
    public RegionCode? Region { get; init; }

    /// <summary>The day of assessment.</summary>
    public DateOnly AsOf { get; init; }
}
