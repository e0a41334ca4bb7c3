using ComplianceRules.Benchmarks;
using ComplianceRules.Findings;

namespace ComplianceRules.Tests.Benchmarks;

public sealed class FairnessGateTests
{
    [Fact]
    public void Equal_counts_pass()
    {
        Tally counts = new() { [3, Verdict.Compliant] = 5 };
        Tally same = new() { [3, Verdict.Compliant] = 5 };
        Assert.NotNull(new FairnessGate("a task").With("one", counts).With("another", same).WithLines("another", 7, 7));
    }

    [Fact]
    public void Who_differs_in_one_rule_stops_the_race_and_is_named_with_the_rule_and_both_counts()
    {
        Tally counts = new() { [3, Verdict.Compliant] = 5 };
        Tally other = new() { [3, Verdict.NonCompliant] = 5 };
        UnfairException unfair = Assert.Throws<UnfairException>(() => new FairnessGate("a task").With("one", counts).With("another", other));
        Assert.Contains("a task: another and one differ in homework.written", unfair.Message, StringComparison.Ordinal);
        Assert.Contains("NonCompliant = 5", unfair.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_list_of_another_length_stops_the_race() =>
        Assert.Equal("a task: one lists 6 findings, not 7", Assert.Throws<UnfairException>(() => new FairnessGate("a task").WithLines("one", 6, 7)).Message);

    [Fact]
    public void The_names_of_rules_are_those_of_the_pack() =>
        Assert.Equal(BenchRules.All, PackOf(BenchRules.Pack).Rules.Select(rule => rule.Id));

    [Theory]
    [InlineData("bench-lists")]
    [InlineData("bench-counties")]
    public void The_names_of_aggregates_are_those_of_the_packs(string pack) => Assert.Equal(HandAggregates.Rules, PackOf(pack).Rules.Select(rule => rule.Id));

    [Theory]
    [InlineData("--schools", "abc")]
    [InlineData("--schools", "1")]
    [InlineData("--rounds", "6")]
    [InlineData("--schools")]
    [InlineData("--fast")]
    public void The_quick_proof_refuses_what_it_does_not_know(params string[] args) => Assert.Null(QuickOptions.Read(args));

    [Fact]
    public void The_quick_proof_takes_its_options() =>
        Assert.Equal(new QuickOptions { Schools = 400, Rounds = 9, IsJson = true }, QuickOptions.Read(["--json", "--schools", "400", "--rounds", "9"]));

    [Theory]
    [InlineData("--out")]
    [InlineData("--format", "json")]
    [InlineData("--out", "x", "--format", "xml")]
    [InlineData("--out", "x", "--schools", "-1")]
    [InlineData("--out", "x", "--missing", "many")]
    public void The_generator_refuses_what_it_does_not_know(params string[] args) => Assert.Null(GenerateOptions.Read(args));

    [Fact]
    public void The_generator_takes_its_options()
    {
        string[] args = ["--out", "x", "--format", "csv", "--seed", "7", "--schools", "5", "--classes", "3", "--missing", "2.5", "--violations", "4", "--regions", "2", "--shuffled", "--pretty"];
        NationShape shape = new()
        {
            Seed = 7, Schools = 5, ClassesOfASchool = 3, MissingPercent = 2.5, ViolationPercent = 4, Regions = 2, HasShuffledKeys = true, IsPretty = true,
        };
        Assert.Equal(new GenerateOptions { Out = "x", Format = "csv", Shape = shape }, GenerateOptions.Read(args));
    }

    private static ComplianceRules.Packs.RulePack PackOf(string id) =>
        Assert.Single(ComplianceRules.Packs.PackReader.ReadDirectory(RepositoryRoot.Combine($"benchmarks/packs/{id}")).Value.Packs);
}
