using ComplianceRules.Diagnostics;
using NRules.Fluent.Dsl;

namespace ComplianceRules.NRules.Tests.Contributions;

/// <summary>A rule over persons.</summary>
public sealed class LoadedPupil : Rule
{
    /// <inheritdoc/>
    public override void Define()
    {
        FactRow pupil = null!;
        When().Match(() => pupil, p => p.Table == "pupil", p => p.Number("load") > 60);
        Then().Yield(_ => new ContributedFinding("loaded", pupil, LocalText.Same("too much")));
    }
}
