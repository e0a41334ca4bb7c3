using ComplianceRules.Expressions;
using ComplianceRules.Facts;

namespace ComplianceRules.Tests.Expressions;

public sealed class NameTests
{
    [Theory]
    [InlineData("class", null, "name", 0, "class", false)]
    [InlineData("class", null, "class.name", 0, "class", false)]
    [InlineData("class", null, "school.name", 0, "school", false)]
    [InlineData("class", null, "region.name", 0, "region", false)]
    [InlineData("region", null, "name", 0, "region", false)]
    [InlineData("region", null, "region.name", 0, "region", true)]
    [InlineData("school", null, "region.name", 0, "region", false)]
    [InlineData("school", "class", "name", 1, "class", false)]
    [InlineData("school", "class", "class.name", 1, "class", false)]
    [InlineData("school", "class", "school.name", 0, "school", false)]
    [InlineData("school", "class", "region.name", 1, "region", false)]
    [InlineData("region", "class", "school.name", 1, "school", false)]
    [InlineData("region", "class", "region.name", 0, "region", false)]
    [InlineData("region", "region", "name", 1, "region", false)]
    [InlineData("region", "region", "region.name", 0, "region", false)]
    [InlineData("year_group", "class", "year_group.grade", 0, "year_group", false)]
    [InlineData("class", "school", "class.name", 0, "class", false)]
    public void A_name_means_the_row(string subject, string? child, string name, int frame, string table, bool above)
    {
        FieldExpression field = Assert.IsType<FieldExpression>(Written.Typed(name, SampleSchema.Scope(subject, child)));
        Assert.Equal(new RowPath(frame, table, above), field.Row);
    }

    [Fact]
    public void The_nearest_row_that_has_a_field_is_found_from_the_subject()
    {
        ExpressionChecker checker = new(SampleSchema.Scope(), new());
        Assert.Equal(new RowPath(0, "class"), ((FieldExpression)checker.NearestFact("name")!.Value!).Row);
        Assert.Equal(new RowPath(0, "school"), ((FieldExpression)checker.NearestFact("boarding")!.Value!).Row);
        Assert.Equal(new RowPath(0, "region"), ((FieldExpression)checker.NearestFact("level")!.Value!).Row);
        Assert.Null(checker.NearestFact("nothing"));
    }

    [Fact]
    public void Inside_a_list_bare_names_are_the_childs()
    {
        ExpressionChecker checker = new ExpressionChecker(SampleSchema.Scope(BaseTables.School), new()).Inside(BaseTables.Class);
        Assert.Equal(new RowPath(1, "class"), Assert.IsType<FieldExpression>(checker.Read(Written.Json("enrolment"))).Row);
    }

    [Fact]
    public void A_fact_of_a_row_above_is_read_from_it()
    {
        SampleFacts facts = new() { School = new SampleRow { ["boarding"] = true }, Region = new SampleRow { ["population"] = 9, ["level"] = "county" } };
        Assert.Equal("true", Written.Value("school.boarding && region.population == 9 && region.level == 'county'", facts));
    }
}
