namespace ComplianceRules.Tests.Engine.Trying;

/// <summary>A fact that is null takes the type with which the expression makes sense.</summary>
public sealed class MissingFactTrialTests
{
    [Theory]
    [InlineData("x > 1", "{\"x\": null}", "? x Absent")]
    [InlineData("x == 'a'", "{\"x\": null}", "? x Absent")]
    [InlineData("x > date('2025-01-01')", "{\"x\": null}", "? x Absent")]
    [InlineData("x < time('08:00')", "{\"x\": null}", "? x Absent")]
    [InlineData("x", "{\"x\": null}", "? x Absent")]
    [InlineData("x + 1.5", "{\"x\": null}", "? x Absent")]
    [InlineData("a && b", "{\"a\": false, \"b\": null}", "false : bool")]
    [InlineData("a && b", "{\"a\": true, \"b\": null}", "? b Absent")]
    [InlineData("a || b", "{\"a\": null, \"b\": true}", "true : bool")]
    [InlineData("x == y && y == 'a'", "{\"x\": null, \"y\": null}", "? x Absent, y Absent")]
    [InlineData("has(x)", "{\"x\": null}", "false : bool")]
    [InlineData("x in ['a', 'b']", "{\"x\": null}", "? x Absent")]
    [InlineData("x ? 1 : 2", "{\"x\": null}", "? x Absent")]
    [InlineData("x in y", "{\"x\": null, \"y\": null}", "? x Absent, y Absent")]
    [InlineData("x in y && x == 'a'", "{\"x\": null, \"y\": null}", "? x Absent, y Absent")]
    public void A_value(string expression, string facts, string expected) => Assert.Equal(expected, Tried.Line(expression, facts));

    [Theory]
    [InlineData("cs.all(c, c.n <= 45)", "{\"cs\": null}", "? cs NotReported")]
    [InlineData("cs.exists(c, c.name == 'a' && c.n > 1)", "{\"cs\": null}", "? cs NotReported")]
    [InlineData("cs.size() == 0", "{\"cs\": null}", "? cs Absent")]
    [InlineData("cs.all(c, c.ps.all(p, p.n > 1))", "{\"cs\": null}", "? cs NotReported")]
    [InlineData("has(cs)", "{\"cs\": null}", "false : bool")]
    [InlineData("cs.all(c, c.ps.all(p, p.n > 1))", "{\"cs\": []}", "true : bool")]
    [InlineData("cs.all(c, c.ps.size() > 0)", "{\"cs\": [{\"ps\": null}]}", "? cs.ps Absent")]
    public void A_list_of_rows(string expression, string facts, string expected) => Assert.Equal(expected, Tried.Line(expression, facts));

    [Theory]
    [InlineData("xs.all(x, x > 1)", "{\"xs\": null}", "? xs Absent")]
    [InlineData("'a' in xs", "{\"xs\": null}", "? xs Absent")]
    [InlineData("xs.all(x, x > 1)", "{\"xs\": [2, null]}", "? xs[1] Absent")]
    [InlineData("xs.all(x, x > 1)", "{\"xs\": [0, null]}", "false : bool")]
    [InlineData("xs.exists(x, x == 'a')", "{\"xs\": [null]}", "? xs[0] Absent")]
    [InlineData("2 in xs", "{\"xs\": [1, null]}", "? xs[1] Absent")]
    [InlineData("2 in xs", "{\"xs\": [2, null]}", "true : bool")]
    [InlineData("xs.size()", "{\"xs\": [2, null]}", "2 : int")]
    [InlineData("xs.contains_all(ys)", "{\"xs\": null, \"ys\": null}", "? xs Absent, ys Absent")]
    [InlineData("xs.cv(ys) < 0.5", "{\"xs\": null, \"ys\": null}", "? xs Absent, ys Absent")]
    public void A_list_of_values_or_one_of_them(string expression, string facts, string expected) => Assert.Equal(expected, Tried.Line(expression, facts));

    [Theory]
    [InlineData("cs.share(c, c.n > 1)", "{\"cs\": []}", "? cs.share(c, c.n > 1) NoRows")]
    [InlineData("[1].filter(x, x > 3).share(x, x > 1)", "{}", "? [1].filter(x, x > 3).share(x, x > 1) NoRows")]
    public void A_share_of_no_items_says_so(string expression, string facts, string expected) => Assert.Equal(expected, Tried.Line(expression, facts));

    [Theory]
    [InlineData("school.boarding", "{\"school\": null}", "? school.boarding NoParent")]
    [InlineData("school.n > 1 || true", "{\"school\": null}", "true : bool")]
    [InlineData("school.boarding && x", "{\"school\": null, \"x\": true}", "? school.boarding NoParent")]
    [InlineData("school.n > 1", "{\"school\": {\"n\": null}}", "? school.n Absent")]
    [InlineData("has(school.n)", "{\"school\": {\"n\": null}}", "false : bool")]
    public void A_row_above_or_one_of_its_facts(string expression, string facts, string expected) => Assert.Equal(expected, Tried.Line(expression, facts));

    [Theory]
    [InlineData("cs.all(c, c.n <= 45)", "{\"cs\": [{\"n\": 45}, {}]}", "? cs.n Absent")]
    [InlineData("cs.all(c, c.n <= 45)", "{\"cs\": [{\"n\": 46}, {\"n\": null}]}", "false : bool")]
    [InlineData("cs.all(c, c.kind == 'a')", "{\"cs\": [{\"kind\": null}]}", "? cs.kind Absent")]
    public void A_fact_of_some_rows(string expression, string facts, string expected) => Assert.Equal(expected, Tried.Line(expression, facts));

    [Theory]
    [InlineData("x > 1 && x == 'a'", "{\"x\": null}")]
    [InlineData("x && x > 1", "{\"x\": null}")]
    public void A_fact_that_would_need_two_types_is_an_error(string expression, string facts) => Assert.NotEmpty(Tried.Errors(expression, facts).Diagnostics);

    [Fact]
    public void Sixty_missing_facts_are_settled_in_time()
    {
        string[] names = [.. Enumerable.Range(0, 60).Select(i => $"x{i}")];
        string facts = $"{{{string.Join(",", names.Select(n => $"\"{n}\": null"))}}}";
        Assert.StartsWith("? x0 Absent, x1 Absent", Tried.Line(string.Join(" && ", names.Select(n => $"{n} == 'a'")), facts), StringComparison.Ordinal);
    }
}
