using ComplianceRules.Facts;
using ComplianceRules.Sql;

namespace ComplianceRules.Cli.Commands;

/// <summary>What a caller of <c>sql</c> asks for.</summary>
/// <remarks>Immutable.</remarks>
/// <param name="Packs">The folder of the packs.</param>
/// <param name="Dialect">How the database wants to be asked.</param>
/// <param name="Region">The region whose schools are to be judged.</param>
/// <param name="AsOf">The day of assessment.</param>
/// <param name="Options">Which rules.</param>
internal sealed record SqlRequest(string Packs, SqlDialect Dialect, RegionCode Region, DateOnly AsOf, SqlOptions Options)
{
    /// <summary>The file to write; null for standard output.</summary>
    public string? Out { get; init; }
}
