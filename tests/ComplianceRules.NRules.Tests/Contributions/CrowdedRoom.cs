using ComplianceRules.Diagnostics;
using ComplianceRules.Facts;
using ComplianceRules.Findings;
using NRules.Fluent.Dsl;

namespace ComplianceRules.NRules.Tests.Contributions;

/// <summary>A rule as an application writes it: a class with more than 50 pupils.</summary>
public sealed class CrowdedRoom : Rule
{
    /// <inheritdoc/>
    public override void Define()
    {
        FactRow room = null!;
        When().Match(() => room, r => r.Table == "class", r => r.Number("enrolment") > 50);
        Then().Yield(_ => new ContributedFinding("crowded", room, LocalText.Same("a crowded room"))
        {
            Observed = new FindingValue(FieldType.Number, $"{room.Number("enrolment")}"),
            Limit = new FindingValue(FieldType.Number, "50"),
            Unit = "pupil",
        });
    }
}
