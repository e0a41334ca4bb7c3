using NRules.Fluent.Dsl;
using NRules.RuleModel;

namespace ComplianceRules.NRules.Tests.Guide;

/// <summary>Fires where no rooms are there to be counted.</summary>
public sealed class NoRooms : Rule
{
    /// <inheritdoc/>
    public override void Define()
    {
        Report report = null!;
        IEnumerable<Room> rooms = null!;
        When().Match(() => report).Query(() => rooms, q => q.Match<Room>().Collect().Where(c => !c.Any()));
        Then().Do(_ => report.Said.Add("none"));
    }
}
