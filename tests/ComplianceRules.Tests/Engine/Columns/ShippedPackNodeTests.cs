using System.Runtime.CompilerServices;
using ComplianceRules.Engine;
using ComplianceRules.Packs;

namespace ComplianceRules.Tests.Engine.Columns;

/// <summary>Rules that ship need no interpreter for each row; one beside a condition on lists that all stacks agree on is kept for stacks that do not.</summary>
public sealed class ShippedPackNodeTests
{
    [Theory]
    [InlineData(SmallPacks.Folder, 22)]
    [InlineData("tests/packs/good/kinds", 14)]
    [InlineData("benchmarks/packs/bench", 40)]
    [InlineData("benchmarks/packs/bench-counties", 12)]
    [InlineData("benchmarks/packs/bench-lists", 12)]
    public void Every_rule_that_tests_and_benchmarks_judge_is_judged_by_columns_alone(string folder, int rules)
    {
        Catalogue catalogue = Read(folder);
        Assert.Equal(rules, catalogue.Rules.Length);
        Assert.Equal([], NotOfColumns(catalogue));
    }

    [Fact]
    public void The_rules_that_ship_are_judged_by_columns_but_for_these_which_are_interpreted_row_by_row()
    {
        Catalogue catalogue = Read("rulepacks");
        Assert.NotEmpty(catalogue.Rules);
        Golden.ApprovedFile.Match("tests/packs/interpreted-rules.txt", string.Concat(NotOfColumns(catalogue).Select(r => r + "\n")));
    }

    private static Catalogue Read(string folder) => PackChecker.Check(PackReader.ReadDirectory(RepositoryRoot.Combine(folder)).Value).Value;

    private static IEnumerable<string> NotOfColumns(Catalogue catalogue) =>
        catalogue.Rules.Where(r => !IsOfColumns(ColumnPlan.For(catalogue.Schema, [r], Judged.Day))).Select(r => r.FullId);

    private static bool IsOfColumns(ColumnPlan plan)
    {
        TruthNode[] nodes = [.. plan.Programs.SelectMany(p => NodesOf(p))];
        return nodes.OfType<InterpretedNode>().Count() == nodes.OfType<AgreedNode>().Count();
    }

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_nodes")]
    private static extern ref List<TruthNode> NodesOf(TableProgram program);
}
