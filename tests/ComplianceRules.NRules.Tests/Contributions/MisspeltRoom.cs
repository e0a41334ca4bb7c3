using ComplianceRules.Diagnostics;
using NRules.Fluent.Dsl;

namespace ComplianceRules.NRules.Tests.Contributions;

/// <summary>A rule with a typo.</summary>
public sealed class MisspeltRoom : Rule
{
    /// <inheritdoc/>
    public override void Define()
    {
        FactRow room = null!;
        When().Match(() => room, r => r.Table == "class", r => r.Number("enrollment") > 50);
        Then().Yield(_ => new ContributedFinding("crowded", room, LocalText.Same("a crowded room")));
    }
}
