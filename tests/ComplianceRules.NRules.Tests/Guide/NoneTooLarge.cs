using NRules.Fluent.Dsl;

namespace ComplianceRules.NRules.Tests.Guide;

/// <summary>Fires where no room has more than fifty pupils.</summary>
public sealed class NoneTooLarge : Rule
{
    /// <inheritdoc/>
    public override void Define()
    {
        Report report = null!;
        When().Match(() => report).Not<Room>(r => r.Pupils > 50);
        Then().Do(_ => report.Said.Add("none too large"));
    }
}
