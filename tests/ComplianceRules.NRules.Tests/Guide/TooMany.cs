using NRules.Fluent.Dsl;

namespace ComplianceRules.NRules.Tests.Guide;

/// <summary>Fires for rooms with more than fifty pupils.</summary>
public sealed class TooMany : Rule
{
    /// <inheritdoc/>
    public override void Define()
    {
        Report report = null!;
        Room room = null!;
        When().Match(() => report).Match(() => room, r => r.Pupils > 50);
        Then().Do(_ => report.Said.Add(room.Name));
    }
}
