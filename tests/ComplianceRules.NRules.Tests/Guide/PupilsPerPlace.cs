using NRules.Fluent.Dsl;

namespace ComplianceRules.NRules.Tests.Guide;

/// <summary>Fires for rooms of which a condition divides by what may be zero.</summary>
public sealed class PupilsPerPlace : Rule
{
    /// <inheritdoc/>
    public override void Define()
    {
        Report report = null!;
        Room room = null!;
        When().Match(() => report).Match(() => room, r => 100 / r.Pupils!.Value > 2);
        Then().Do(_ => report.Said.Add(room.Name));
    }
}
