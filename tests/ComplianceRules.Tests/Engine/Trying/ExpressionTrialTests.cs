using ComplianceRules.Engine;

namespace ComplianceRules.Tests.Engine.Trying;

public sealed class ExpressionTrialTests
{
    [Theory]
    [InlineData("1 + 1", "2 : int")]
    [InlineData("7 / 2", "3 : int")]
    [InlineData("-7 / 2", "-3 : int")]
    [InlineData("-7 % 5", "-2 : int")]
    [InlineData("7 % -5", "2 : int")]
    [InlineData("1 + 0.5", "1.5 : number")]
    [InlineData("7.0 / 2", "3.5 : number")]
    [InlineData("1.0 / 3.0", "0.33333333333333333 : number")]
    [InlineData("2.0 / 3.0 / 100.0", "0.0066666666666666667 : number")]
    [InlineData("0.1 + 0.2", "0.3 : number")]
    [InlineData("1.5 * 2.0", "3 : number")]
    [InlineData("true && !false", "true : bool")]
    [InlineData("'a' == \"a\"", "true : bool")]
    [InlineData("'班'", "班 : text")]
    [InlineData("date('2025-09-01') + days(30)", "2025-10-01 : date")]
    [InlineData("time('23:30') < time('08:20')", "false : bool")]
    [InlineData("time('08:20')", "08:20 : time")]
    [InlineData("[1, 2].map(x, x * 2)", "[2, 4] : list")]
    [InlineData("[1, 2].size()", "2 : int")]
    [InlineData("size([]) == 0", "true : bool")]
    [InlineData("[1, 2].map(x, x * 2) == [2, 4]", "true : bool")]
    [InlineData("2 in [1, 2]", "true : bool")]
    public void An_expression_has_a_value_and_a_type(string expression, string expected) => Assert.Equal(expected, Tried.Line(expression));

    [Theory]
    [InlineData("[1, 2.5].sum()", "{}", "3.5 : number")]
    [InlineData("[1, 2.5].map(x, x / 2)", "{}", "[0.5, 1.25] : list")]
    [InlineData("[7, 2.5].max() / 2", "{}", "3.5 : number")]
    [InlineData("[1, x].sum() / 2", "{\"x\": 0.5}", "0.75 : number")]
    [InlineData("(false ? [1] : [2.5]).map(x, x / 2)", "{}", "[1.25] : list")]
    [InlineData("(true ? [2.5] : xs).map(x, x / 2)", "{\"xs\": [1]}", "[1.25] : list")]
    [InlineData("(true ? [5] : xs).map(x, x / 2)", "{\"xs\": [1]}", "[2] : list")]
    public void A_list_is_one_of_ints_only_where_all_its_items_are(string expression, string facts, string expected) => Assert.Equal(expected, Tried.Line(expression, facts));

    [Theory]
    [InlineData("[0.5, xs.cv()].sum()")]
    [InlineData("(true ? [0.5] : [xs.cv()]).sum()")]
    public void A_root_among_the_items_of_a_list_is_not_computed_with(string expression) => Assert.Equal("! CR2048", Tried.Line(expression, "{\"xs\": [1, 5]}"));

    [Theory]
    [InlineData("1 / 0", "? 1 / 0 DivisionByZero")]
    [InlineData("1 % 0", "? 1 % 0 DivisionByZero")]
    [InlineData("5000000000 * 5000000000", "? 5000000000 * 5000000000 Overflow")]
    [InlineData("-(-9223372036854775808)", "? --9223372036854775808 Overflow")]
    [InlineData("1 / 0 > 1 || true", "true : bool")]
    public void What_has_no_value_is_undetermined_unless_it_does_not_matter(string expression, string expected) => Assert.Equal(expected, Tried.Line(expression));

    [Theory]
    [InlineData("x + 1", "{\"x\": 2}", "3 : int")]
    [InlineData("x / 2", "{\"x\": 5}", "2 : int")]
    [InlineData("x / 2", "{\"x\": 5.0}", "2.5 : number")]
    [InlineData("x", "{\"x\": 9223372036854775807}", "9223372036854775807 : int")]
    [InlineData("x - 1", "{\"x\": -9223372036854775808}", "? x - 1 Overflow")]
    [InlineData("x", "{\"x\": 123456789.012345}", "123456789.012345 : number")]
    [InlineData("x", "{\"x\": -0}", "0 : int")]
    [InlineData("x", "{\"x\": -0.0}", "0 : number")]
    [InlineData("a && b", "{\"a\": true, \"b\": false}", "false : bool")]
    [InlineData("s == 'x'", "{\"s\": \"x\"}", "true : bool")]
    [InlineData("s", "{\"s\": \"\"}", " : text")]
    [InlineData("x > minutes(44)", "{\"x\": 45}", "true : bool")]
    public void A_value_is_a_fact(string expression, string facts, string expected) => Assert.Equal(expected, Tried.Line(expression, facts));

    [Theory]
    [InlineData("d >= date('2025-01-01')", "{\"d\": \"2025-03-01\"}", "true : bool")]
    [InlineData("d == '2025-03-01'", "{\"d\": \"2025-03-01\"}", "true : bool")]
    [InlineData("d >= date('2025-01-01')", "{\"d\": \"2025-13-01\"}", "! CR2008")]
    [InlineData("t < time('17:30')", "{\"t\": \"17:00\"}", "true : bool")]
    [InlineData("t + minutes(5)", "{\"t\": \"17:00\"}", "17:05 : time")]
    [InlineData("ds.exists(d, d > date('2025-01-01'))", "{\"ds\": [\"2024-01-01\", \"2025-01-02\"]}", "true : bool")]
    [InlineData("cs.all(c, c.end <= time('18:00'))", "{\"cs\": [{\"end\": \"17:00\"}, {\"end\": \"18:00\"}]}", "true : bool")]
    [InlineData("a <= b && a > date('2020-01-01')", "{\"a\": \"2025-03-01\", \"b\": \"2025-03-02\"}", "true : bool")]
    public void A_text_that_is_a_day_or_a_time_is_one_where_the_expression_asks_for_it(string expression, string facts, string expected) =>
        Assert.Equal(expected, Tried.Line(expression, facts));

    [Fact]
    public void The_day_of_assessment_is_what_the_caller_says_or_missing()
    {
        Assert.Equal("2026-09-01 : date", Tried.Line("as_of", asOf: new DateOnly(2026, 9, 1)));
        Assert.Equal("? as_of Absent", Tried.Line("as_of"));
        Assert.Equal("? as_of Absent", Tried.Line("as_of > date('2020-01-01')"));
    }

    [Theory]
    [InlineData("school.boarding", "{\"school\": {\"boarding\": true}}", "true : bool")]
    [InlineData("school.n + n", "{\"n\": 1, \"school\": {\"n\": 2}}", "3 : int")]
    [InlineData("county.n + school.n", "{\"school\": {\"n\": 2, \"county\": {\"n\": 3}}}", "5 : int")]
    [InlineData("a.x && b.x", "{\"a\": {\"x\": true}, \"b\": {\"x\": true}}", "true : bool")]
    [InlineData("'z' in school.tags", "{\"school\": {\"tags\": [\"y\", \"z\"]}}", "true : bool")]
    [InlineData("school.rooms.size()", "{\"school\": {\"rooms\": [{\"n\": 1}]}}", "1 : int")]
    public void An_object_is_a_row_above(string expression, string facts, string expected) => Assert.Equal(expected, Tried.Line(expression, facts));

    [Theory]
    [InlineData("cs.all(c, c.n <= 45)", "{\"cs\": [{\"n\": 45}, {\"n\": 40}]}", "true : bool")]
    [InlineData("cs.map(c, c.n).sum()", "{\"cs\": [{\"n\": 45}, {\"n\": 40}]}", "85 : int")]
    [InlineData("cs.filter(c, c.n > m).size()", "{\"m\": 44, \"cs\": [{\"n\": 45}, {\"n\": 40}]}", "1 : int")]
    [InlineData("cs.all(c, c.ps.exists(p, p.x))", "{\"cs\": [{\"ps\": [{\"x\": true}]}, {\"ps\": []}]}", "false : bool")]
    [InlineData("cs.map(c, c.ps.size())", "{\"cs\": [{\"ps\": [{\"x\": true}]}, {\"ps\": []}, {\"ps\": [{}, {}]}]}", "[1, 0, 2] : list")]
    [InlineData("cs.size() == 0", "{\"cs\": []}", "true : bool")]
    [InlineData("cs.all(c, c.n <= 45)", "{\"cs\": []}", "true : bool")]
    public void A_list_of_objects_is_a_reported_list_of_rows(string expression, string facts, string expected) => Assert.Equal(expected, Tried.Line(expression, facts));

    [Theory]
    [InlineData("xs.sum()", "{\"xs\": [1, 2]}", "3 : int")]
    [InlineData("xs.sum()", "{\"xs\": [1.0, 2.5]}", "3.5 : number")]
    [InlineData("2 in xs", "{\"xs\": [1, 2]}", "true : bool")]
    [InlineData("xs.all(x, x > 0)", "{\"xs\": [1, 2]}", "true : bool")]
    [InlineData("xs", "{\"xs\": [\"a\", \"b\"]}", "[a, b] : list")]
    [InlineData("xs == [1, 2]", "{\"xs\": [1, 2]}", "true : bool")]
    [InlineData("has(xs)", "{\"xs\": [1, 2]}", "true : bool")]
    [InlineData("xs.all(x, x > 1)", "{\"xs\": []}", "true : bool")]
    [InlineData("xs.all(x, x == 'a')", "{\"xs\": []}", "true : bool")]
    [InlineData("1 in xs", "{\"xs\": []}", "false : bool")]
    [InlineData("xs.max()", "{\"xs\": [9223372036854775806, 9223372036854775807]}", "9223372036854775807 : int")]
    public void A_list_of_values_is_a_list(string expression, string facts, string expected) => Assert.Equal(expected, Tried.Line(expression, facts));

    [Theory]
    [InlineData("12.0 / 7.0 == x", "{\"x\": 1.71428571428571}", "false : bool")]
    [InlineData("a / b * 100 <= 7", "{\"a\": 7.0, \"b\": 100.0}", "true : bool")]
    [InlineData("a + b - c <= 0", "{\"a\": 0.1, \"b\": 0.2, \"c\": 0.3}", "true : bool")]
    public void Numbers_are_exact(string expression, string facts, string expected) => Assert.Equal(expected, Tried.Line(expression, facts));

    [Fact]
    public void A_result_is_the_same_however_often_it_is_tried()
    {
        TrialResult first = Tried.Run("cs.map(c, c.n)", "{\"cs\": [{\"n\": 1}]}");
        TrialValue second = Assert.IsType<TrialValue>(Tried.Run("cs.map(c, c.n)", "{\"cs\": [{\"n\": 1}]}"));
        Assert.Equal(Assert.IsType<TrialValue>(first).Items.Select(i => i.Text), second.Items.Select(i => i.Text));
    }
}
