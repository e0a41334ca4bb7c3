using ComplianceRules.Kinds;
using ComplianceRules.Packs;

namespace ComplianceRules.Tests.HouseRules;

public sealed class KindSwitchTests
{
    [Fact]
    public void Only_the_folder_Kinds_tells_rule_kinds_apart() => NoFaults.In(SourceFiles.All().SelectMany(KindSwitchGuard.Faults));

    [Fact]
    public void The_pack_reader_knows_the_kinds_that_there_are_and_the_guard_knows_them_all()
    {
        Assert.Equal(RuleKinds.Names.Order(StringComparer.Ordinal), RuleKindNames.All.Order(StringComparer.Ordinal));
        Assert.Equal(RuleKindNames.All.Order(StringComparer.Ordinal), KindSwitchGuard.Kinds.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("int B(string k) { switch (k) { case \"share\": return 1; default: return 0; } }")]
    [InlineData("int B(string k) => k switch { \"share\" => 1, _ => 0 };")]
    [InlineData("int B(string k) => k switch { \"other\" or \"k-of\" => 1, _ => 0 };")]
    [InlineData("bool B(string k) => k == \"limit\";")]
    [InlineData("bool B(string k) => \"limit\" != k;")]
    [InlineData("bool B(string k) => k is \"forbid\";")]
    [InlineData("bool B(string k) => k.Equals(\"require\", StringComparison.Ordinal);")]
    [InlineData("bool B(string k) => \"require\".Equals(k);")]
    [InlineData("bool B(string k) => string.Equals(k, \"bands\");")]
    [InlineData("bool B(object k) => k is ShareRuleKind;")]
    [InlineData("object B() => new LimitRuleKind();")]
    public void Telling_a_kind_apart_is_seen(string member) => Assert.NotEmpty(Faults("src/ComplianceRules/Engine/A.cs", member));

    [Theory]
    [InlineData("object B(Reader r) => r.Find(\"limit\");")]
    [InlineData("void B(Writer w) => w.WriteString(\"limit\", \"share\");")]
    [InlineData("bool B(string k) => k == \"limits\";")]
    [InlineData("object B(IRuleKind kind) => kind;")]
    public void A_key_of_a_format_passes(string member) => Assert.Empty(Faults("src/ComplianceRules/Reports/A.cs", member));

    [Fact]
    public void The_folder_Kinds_itself_may() => Assert.Empty(Faults("src/ComplianceRules/Kinds/A.cs", "bool B(string k) => k == \"limit\";"));

    [Fact]
    public void The_limit_that_a_case_expects_is_no_kind()
    {
        Assert.Empty(Faults("src/ComplianceRules/Cases/A.cs", "bool B(string k) => k == \"limit\";"));
        Assert.NotEmpty(Faults("src/ComplianceRules/Cases/A.cs", "bool B(string k) => k == \"share\";"));
    }

    private static IEnumerable<string> Faults(string path, string member) => KindSwitchGuard.Faults(SourceFiles.Parse(path, $"class A {{ {member} }}"));
}
