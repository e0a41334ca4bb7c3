using ComplianceRules.Diagnostics;
using NRules.Fluent.Dsl;

namespace ComplianceRules.NRules.Tests.Contributions;

/// <summary>Keeps a rule to itself.</summary>
internal static class NestedRooms
{
    /// <summary>A rule within another class.</summary>
    internal sealed class Hidden : Rule
    {
        /// <inheritdoc/>
        public override void Define()
        {
            FactRow room = null!;
            When().Match(() => room, r => r.Table == "class", r => r.Number("enrolment") > 50);
            Then().Yield(_ => new ContributedFinding("crowded", room, LocalText.Same("a crowded room")));
        }
    }
}
