using ComplianceRules.Diagnostics;
using NRules.Fluent.Dsl;

namespace ComplianceRules.NRules.Tests.Contributions;

/// <summary>What the first rule cannot say of a class whose pupils nobody counted.</summary>
public sealed class UncountedRoom : Rule
{
    /// <inheritdoc/>
    public override void Define()
    {
        FactRow room = null!;
        When().Match(() => room, r => r.Table == "class", r => r.Number("enrolment") == null);
        Then().Yield(_ => new ContributedFinding("crowded", room, LocalText.Same("nobody counted")) { Missing = System.Collections.Immutable.ImmutableArray.Create("enrolment") });
    }
}
