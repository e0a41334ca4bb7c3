using NRules;
using NRules.Fluent;

namespace ComplianceRules.NRules.Tests.Guide;

/// <summary>What docs/from-nrules.md says of NRules.</summary>
public sealed class MeaningTests
{
    private static readonly Room Unknown = new("unknown", null);
    private static readonly Room Full = new("full", 60);
    private static readonly Room Small = new("small", 20);

    [Fact]
    public void Of_a_fact_that_is_missing_nobody_hears() => Assert.Equal(["full"], SaidBy(typeof(TooMany), Unknown, Full, Small));

    [Fact]
    public void The_opposite_fires_where_a_fact_is_missing() => Assert.Equal(["small", "unknown"], SaidBy(typeof(NotTooMany), Unknown, Full, Small).Order());

    [Fact]
    public void Nothing_is_broken_and_a_count_is_zero_where_nobody_reported_a_list()
    {
        Assert.Equal(["none too large"], SaidBy(typeof(NoneTooLarge)));
        Assert.Equal(["none"], SaidBy(typeof(NoRooms)));
        Assert.Empty(SaidBy(typeof(NoneTooLarge), Full));
        Assert.Empty(SaidBy(typeof(NoRooms), Full));
    }

    [Fact]
    public void A_condition_that_throws_ends_the_session_with_an_exception()
    {
        Assert.Equal(["small"], SaidBy(typeof(PupilsPerPlace), Small));
        Assert.Throws<RuleLhsExpressionEvaluationException>(() => SaidBy(typeof(PupilsPerPlace), Small, new Room("empty", 0)));
    }

    [Fact]
    public void A_rule_that_finds_nothing_says_the_same_of_what_is_kept_and_of_what_is_not_known() =>
        Assert.Equal(SaidBy(typeof(TooMany), Small), SaidBy(typeof(TooMany), Unknown));

    private static List<string> SaidBy(Type rule, params Room[] rooms)
    {
        RuleRepository repository = new();
        repository.Load(load => load.From(rule));
        ISession session = repository.Compile().CreateSession();
        Report report = new();
        session.InsertAll(rooms);
        session.Insert(report);
        session.Fire();
        return report.Said;
    }
}
