using ComplianceRules.Engine;
using ComplianceRules.Facts;
using ComplianceRules.Packs;
using ComplianceRules.Sql;
using ComplianceRules.Sql.Dialects;

namespace ComplianceRules.Tests.Sql;

public sealed class ClickHouseTextTests
{
    [Theory]
    [InlineData("a'b", "'a\\'b'", "`a'b`")]
    [InlineData("a`b\"c", "'a`b\"c'", "`a\\`b\"c`")]
    [InlineData("\\'; DROP TABLE x; --", "'\\\\\\'; DROP TABLE x; --'", "`\\\\'; DROP TABLE x; --`")]
    [InlineData("\0\b\f\n\r\t中", "'\\0\\b\\f\\n\\r\\t中'", "`\\0\\b\\f\\n\\r\\t中`")]
    [InlineData("", "''", "``")]
    public void Nothing_in_a_text_or_a_name_ends_it(string text, string literal, string name)
    {
        Assert.Equal(literal, ClickHouseText.Literal(text));
        Assert.Equal(name, ClickHouseText.Name(text));
    }

    [Theory]
    [InlineData("LowCardinality(Nullable(String))", "String")]
    [InlineData("Nullable(Decimal(18, 6))", "Decimal")]
    [InlineData("Enum8('a' = 1, ')(' = 2)", "Enum8")]
    [InlineData("Array(Nullable(String))", "Array")]
    [InlineData("UInt64", "UInt64")]
    public void A_type_is_known_without_what_wraps_it(string type, string bare) => Assert.Equal(bare, ClickHouseDialect.Bare(type));

    [Fact]
    public void Values_stand_in_the_text_and_none_goes_beside_it()
    {
        SqlPlan plan = SqlPlan.For(PackChecker.Check(PackReader.ReadDirectory(SmallPacks.Path).Value).Value, new DateOnly(2026, 9, 1), SqlDialect.ClickHouse);
        SqlScript script = plan.Script(RegionCode.Parse("370322"));
        Assert.NotEmpty(script.Queries);
        Assert.All(script.Queries, q => Assert.Empty(q.Statement.Parameters));
        Assert.All(script.Queries.Where(q => q.Kind is SqlQueryKind.Counts or SqlQueryKind.Verdicts), q => Assert.Contains("IN ('370322')", q.Statement.Text, StringComparison.Ordinal));
    }
}
