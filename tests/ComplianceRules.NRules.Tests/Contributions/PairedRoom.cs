using ComplianceRules.Diagnostics;
using NRules.Fluent.Dsl;

namespace ComplianceRules.NRules.Tests.Contributions;

/// <summary>A rule that finds the same of a class once for each school.</summary>
public sealed class PairedRoom : Rule
{
    /// <inheritdoc/>
    public override void Define()
    {
        FactRow room = null!;
        FactRow school = null!;
        When().Match(() => room, r => r.Table == "class", r => r.Number("enrolment") > 50).Match(() => school, s => s.Table == "school");
        Then().Yield(_ => new ContributedFinding("crowded", room, LocalText.Same("a crowded room")));
    }
}
