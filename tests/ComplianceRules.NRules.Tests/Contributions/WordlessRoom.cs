using NRules.Fluent.Dsl;

namespace ComplianceRules.NRules.Tests.Contributions;

/// <summary>A rule that finds something and says nothing.</summary>
public sealed class WordlessRoom : Rule
{
    /// <inheritdoc/>
    public override void Define()
    {
        FactRow room = null!;
        When().Match(() => room, r => r.Table == "class");
        Then().Yield(_ => new ContributedFinding("crowded", room, null!));
    }
}
