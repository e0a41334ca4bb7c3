using ComplianceRules.Facts;

namespace ComplianceRules.Findings;

/// <summary>A pack that an assessment was made with.</summary>
/// <remarks>Immutable.</remarks>
/// <param name="Id">The pack's id.</param>
/// <param name="Version">The pack's version.</param>
/// <param name="Region">The pack's region; null for a template without one.</param>
/// <param name="Sha256">The digest of the pack's files, in lower-case hexadecimal digits.</param>
public sealed record PackIdentity(string Id, string Version, RegionCode? Region, string Sha256)
{
    /// <summary>Whether any row of the data is judged by the pack: whether it lies in the pack's place, or the pack was named for its school.</summary>
    /// <remarks>False as well where no data was judged. A pack that only sets values of others' rules has rows without having rules.</remarks>
    public bool HasRows { get; init; }
}
