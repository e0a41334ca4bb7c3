using ComplianceRules.Diagnostics;
using NRules.Fluent.Dsl;

namespace ComplianceRules.NRules.Tests.Contributions;

/// <summary>A rule whose action throws.</summary>
public sealed class ThrowingRoom : Rule
{
    /// <inheritdoc/>
    public override void Define()
    {
        FactRow room = null!;
        When().Match(() => room, r => r.Table == "class");
        Then().Yield(_ => new ContributedFinding("crowded", room, Said()));
    }

    private static LocalText Said() => throw new NotSupportedException("no words");
}
