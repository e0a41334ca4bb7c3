using ComplianceRules.Diagnostics;
using NRules.Fluent.Dsl;

namespace ComplianceRules.NRules.Tests.Contributions;

/// <summary>A class of which no pupil is known.</summary>
public sealed class EmptyRoom : Rule
{
    /// <inheritdoc/>
    public override void Define()
    {
        FactRow room = null!;
        When().Match(() => room, r => r.Table == "class").Not<FactRow>(p => p.Table == "pupil", p => room.Equals(p.Above("class")));
        Then().Yield(_ => new ContributedFinding("empty", room, LocalText.Same("nobody in it")));
    }
}
