using ComplianceRules.Hosting;

namespace ApiSample.Answers;

/// <summary>The packs in force.</summary>
/// <param name="InForceSince">When they were loaded.</param>
/// <param name="LastLoad">What became of the last attempt to load packs.</param>
/// <param name="LastLoadAt">When that was.</param>
/// <param name="Packs">The packs.</param>
public sealed record PacksAnswer(DateTimeOffset InForceSince, PackLoadOutcome LastLoad, DateTimeOffset LastLoadAt, IReadOnlyList<PackAnswer> Packs)
{
    internal static PacksAnswer Of(PackLoad load, LoadedPacks inForce) => new(
        inForce.LoadedAt,
        load.Outcome,
        load.At,
        [.. inForce.Catalogue.Packs.Packs.Select(p => new PackAnswer(p.Id, p.Version.ToNormalizedString(), p.Region?.Text, p.Sha256))]);
}
