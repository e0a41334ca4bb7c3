using System.Text.Json;
using ComplianceRules.Diagnostics;
using ComplianceRules.Interop;

namespace ComplianceRules.Tests.Interop;

public sealed class TranslationTests
{
    [Theory]
    [InlineData("input1.enrolment > 1 && input1.teachers > 1 || input1.grade > 1", "enrolment > 1 && teachers > 1 || grade > 1")]
    [InlineData("input1.enrolment > 1 and (input1.teachers > 1 or input1.grade > 1)", "enrolment > 1 && (teachers > 1 || grade > 1)")]
    [InlineData("not (input1.phones_in_class)", "!phones_in_class")]
    [InlineData("!(input1.phones_in_class && input2.boarding)", "!(phones_in_class && school.boarding)")]
    [InlineData("input1.phones_in_class == (input1.grade > 1)", "phones_in_class == (grade > 1)")]
    [InlineData("input1.phones_in_class & input2.boarding | input1.grade > 1", "phones_in_class && school.boarding || grade > 1")]
    [InlineData("input1.phones_in_class | input2.boarding & input1.grade > 1", "(phones_in_class || school.boarding) && grade > 1")]
    [InlineData("INPUT1.Kind <> \"special\"", "kind != \"special\"")]
    [InlineData("input1.kind not in (\"special\")", "!(kind in [\"special\"])")]
    [InlineData("input2.classes.Any(c => c.School.boarding && c.enrolment > input2.staff * 0 + 1 && c.enrolment > 3)", null)]
    [InlineData("input2.classes.Any(x => x.kind == \"special\" && input2.boarding)", "classes.exists(x, x.kind == \"special\" && boarding)")]
    [InlineData("input2.classes.Any(enrolment > 40 and phones_in_class)", "classes.exists(row1, row1.enrolment > 40 && row1.phones_in_class)")]
    [InlineData("input2.classes.Any(staff => staff.enrolment > 40)", "classes.exists(row1, row1.enrolment > 40)")]
    [InlineData("input1.School.Classes.Count(c => c.enrolment > 40) != 3", "school.classes.count(c, c.enrolment > 40) != 3")]
    [InlineData("input3.Where(grade > 3).Select(enrolment).Sum() != 5", "classes.filter(row1, row1.grade > 3).map(row1, row1.enrolment).sum() != 5")]
    [InlineData("input1.formed.AddDays(3) != input2.opened", "formed + days(3) != school.opened")]
    [InlineData("(input1.formed - input2.opened).TotalDays != 3", "formed - school.opened != 3")]
    [InlineData("isnull(input1.enrolment, 3) != 2", "(has(enrolment) ? enrolment : 3) != 2")]
    [InlineData("np(input1.enrolment) != 2", "enrolment != 2")]
    [InlineData("input1.written_minutes - (input1.home_minutes - 3) != 2", "written_minutes - (home_minutes - 3) != 2")]
    [InlineData("input1.enrolment * (2 + 3) != 10", "enrolment * 5 != 10")]
    [InlineData("input1.enrolment != \"45\"", "enrolment != 45")]
    [InlineData("input2.opened != \"2026-09-01\"", "opened != date(\"2026-09-01\")")]
    [InlineData("input1.enrolment.Equals(45)", null)]
    [InlineData("input1.sleep_hours.Equals(9)", null)]
    [InlineData("string.Equals(input1.enrolment, 45)", null)]
    [InlineData("input2.opened.Equals(\"2026-09-01\")", null)]
    [InlineData("input2.opened.Equals(DateTime(2026, 9, 1))", "opened == date(\"2026-09-01\")")]
    [InlineData("input1.lights_out < \"16:30\"", null)]
    [InlineData("TimeSpan(16, 30, 0) <= input1.lights_out", null)]
    [InlineData("input2.classes.Max(c => c.lights_out) > \"16:30\"", null)]
    [InlineData("input1.lights_out != \"16:30\"", "lights_out != time(\"16:30\")")]
    [InlineData("input2.motto != \"a\\\"b\"", "motto != \"a\\\"b\"")]
    public void An_expression_is_said_anew(string expression, string? expected)
    {
        Checked<ImportedPack> imported = ImportedWorkflows.OfExpression(expression);
        if (expected is null) Assert.False(imported.IsValid);
        else Assert.Equal(expected, ImportedWorkflows.Rule(imported).GetProperty("require").GetString());
    }

    [Theory]
    [InlineData("input1.enrolment <= 45", "max", 45)]
    [InlineData("45 >= input1.enrolment", "max", 45)]
    [InlineData("input1.enrolment >= 45", "min", 45)]
    [InlineData("input1.enrolment < 45", "below", 45)]
    [InlineData("45 < input1.enrolment", "above", 45)]
    [InlineData("input1.enrolment = 45", "equals", 45)]
    [InlineData("input1.enrolment <= 7 / 2", "max", 3)]
    [InlineData("input1.enrolment <= -7 / 2 + 10", "max", 7)]
    [InlineData("input1.enrolment <= 0x2D", "max", 45)]
    public void One_comparison_with_a_value_is_a_limit(string expression, string bound, int value)
    {
        JsonElement limit = ImportedWorkflows.Rule(ImportedWorkflows.OfExpression(expression)).GetProperty("limit");
        Assert.Equal(("enrolment", value), (limit.GetProperty("of").GetString(), limit.GetProperty(bound).GetInt32()));
    }

    [Fact]
    public void A_message_shows_what_is_measured_and_the_limit()
    {
        const string Workflow = """{ "WorkflowName": "w", "Rules": [ { "RuleName": "r", "ErrorMessage": "$(input1.enrolment) of 45", "Expression": "input1.enrolment <= 45" } ] }""";
        Assert.Equal("{observed} of 45", ImportedWorkflows.Rule(ImportedWorkflows.OfText(Workflow)).GetProperty("message").GetProperty("en").GetString());
    }

    [Fact]
    public void More_than_64_nested_rules_are_one_requirement()
    {
        string nested = string.Join(", ", Enumerable.Range(0, 65).Select(i => $$"""{ "RuleName": "n{{i}}", "Expression": "input1.phones_in_class" }"""));
        Checked<ImportedPack> imported = ImportedWorkflows.OfText($$"""{ "WorkflowName": "w", "Rules": [ { "RuleName": "r", "Operator": "Or", "Rules": [ {{nested}} ] } ] }""");
        Assert.StartsWith("phones_in_class || phones_in_class ||", ImportedWorkflows.Rule(imported).GetProperty("require").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_member_is_what_the_caller_says()
    {
        Checked<ImportedPack> imported = ImportedWorkflows.Of("w.json", ImportedWorkflows.Workflow("input1.Size <= 45"), ImportedWorkflows.Map.Add("input1.Size", "enrolment"));
        Assert.Equal("enrolment", ImportedWorkflows.Rule(imported).GetProperty("limit").GetProperty("of").GetString());
        Assert.DoesNotContain(ImportedWorkflows.Told(imported), d => d.Code == DiagnosticCodes.NameMatched);
    }

    [Theory]
    [InlineData("input1", "pupils")]
    [InlineData("input1", "school.pupils")]
    [InlineData("input1", "school")]
    [InlineData("input1.Size", "sizes")]
    [InlineData("nothing.Size", "enrolment")]
    [InlineData("a.b.c", "enrolment")]
    public void A_mapping_that_leads_nowhere_is_refused(string input, string target)
    {
        Checked<ImportedPack> imported = ImportedWorkflows.Of("w.json", ImportedWorkflows.Workflow("input2.staff <= 45"), ImportedWorkflows.Map.SetItem(input, target));
        Assert.Equal(DiagnosticCodes.BadInputMap, Assert.Single(imported.Diagnostics).Code);
    }

    [Fact]
    public void A_mapping_that_no_rule_reads_is_told()
    {
        Checked<ImportedPack> imported = ImportedWorkflows.OfExpression("input1.enrolment <= 45");
        Assert.Equal(["input2", "input3"], imported.Diagnostics.Where(d => d.Code == DiagnosticCodes.InputMapUnused).Select(d => d.Arguments[0]));
    }

    [Fact]
    public void A_message_names_the_place_in_the_file_of_a_part_of_an_expression()
    {
        const string Workflow = "{ \"WorkflowName\": \"w\", \"Rules\": [ {\n\"RuleName\": \"r\", \"Expression\": \"input2.motto == \\\"a\\\" && input1.nothing > 2\" } ] }";
        Diagnostic told = ImportedWorkflows.Told(ImportedWorkflows.OfText(Workflow)).First(d => d.Code == DiagnosticCodes.ForeignMember);
        Assert.Equal((2, 1 + "\"RuleName\": \"r\", \"Expression\": \"input2.motto == \\\"a\\\" && ".Length), (told.Span!.Line, told.Span.Column));
    }
}
