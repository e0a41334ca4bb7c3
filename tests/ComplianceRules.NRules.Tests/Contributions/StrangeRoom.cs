using ComplianceRules.Diagnostics;
using NRules.Fluent.Dsl;

namespace ComplianceRules.NRules.Tests.Contributions;

/// <summary>A rule that finds something of a rule that nobody gave.</summary>
public sealed class StrangeRoom : Rule
{
    /// <inheritdoc/>
    public override void Define()
    {
        FactRow room = null!;
        When().Match(() => room, r => r.Table == "class");
        Then().Yield(_ => new ContributedFinding("strange", room, LocalText.Same("strange")));
    }
}
