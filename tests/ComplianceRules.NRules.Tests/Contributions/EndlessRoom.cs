using ComplianceRules.Diagnostics;
using NRules.Fluent.Dsl;

namespace ComplianceRules.NRules.Tests.Contributions;

/// <summary>A rule that finds more of what it fires for.</summary>
public sealed class EndlessRoom : Rule
{
    /// <inheritdoc/>
    public override void Define()
    {
        ContributedFinding found = null!;
        When().Match(() => found, f => f.Rule == "crowded");
        Then().Yield(_ => new ContributedFinding("crowded", found.Row, LocalText.Same("and on it goes")));
    }
}
