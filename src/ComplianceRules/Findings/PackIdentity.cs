namespace ComplianceRules.Findings;

/// <summary>A pack that an assessment was made with.</summary>
/// <remarks>Immutable.</remarks>
/// <param name="Id">The pack's id.</param>
/// <param name="Version">The pack's version.</param>
/// <param name="Region">The pack's region; null for a template without one.</param>
/// <param name="Sha256">The digest of the pack's files, in lower-case hexadecimal digits.</param>
public sealed record PackIdentity(string Id, string Version, string? Region, string Sha256);
