using System.Text;
using System.Text.Json;
using ComplianceRules.Diagnostics;
using ComplianceRules.Engine;
using ComplianceRules.Facts;
using ComplianceRules.Interop;
using ComplianceRules.Tests.Engine;
using ComplianceRules.Tests.Packs;

namespace ComplianceRules.Tests.Interop;

public sealed class WorkflowExportTests
{
    [Theory]
    [InlineData("enrolment <= 45", "input1.enrolment != null && input1.enrolment <= 45m", "input1.enrolment != null && input1.enrolment > 45m")]
    [InlineData("bright", "input1.bright != null && input1.bright == true", "input1.bright != null && input1.bright == false")]
    [InlineData("has(name)", "input1.name != null", "!(input1.name != null)")]
    [InlineData("kind == 'arts'", "input1.kind != null && input1.kind == \"arts\"", "input1.kind != null && input1.kind != \"arts\"")]
    [InlineData("'art' in offers", "input1.offers != null && input1.offers.Contains(\"art\")", "input1.offers != null && !(input1.offers.Contains(\"art\"))")]
    [InlineData("opened >= date('2026-09-01')", "input1.opened != null && input1.opened.Value >= DateTime(2026, 9, 1)", "input1.opened != null && input1.opened.Value < DateTime(2026, 9, 1)")]
    [InlineData("lights_out <= time('00:30')", "input1.lights_out != null && input1.lights_out <= 1470m", "input1.lights_out != null && input1.lights_out > 1470m")]
    [InlineData("school.boards", "input1.school != null && input1.school.boards != null && input1.school.boards == true", "input1.school != null && input1.school.boards != null && input1.school.boards == false")]
    public void A_condition_holds_and_fails_only_where_its_facts_are_known(string condition, string kept, string broken)
    {
        ExportedRule rule = ExportedPacks.One($$""" "require": "{{condition}}" """);
        Assert.Equal((kept, broken), (rule.Kept, rule.Broken));
    }

    [Fact]
    public void A_quotient_is_compared_by_its_products_so_that_nothing_is_rounded()
    {
        ExportedRule rule = ExportedPacks.One("\"require\": \"percent(enrolment, change) <= 33.3\"");
        Assert.StartsWith("input1.enrolment != null && input1.change != null && input1.change != 0m && (", rule.Kept, StringComparison.Ordinal);
        Assert.Contains("input1.change > 0m && 100m * input1.enrolment <= 33.3m * input1.change", rule.Kept, StringComparison.Ordinal);
        Assert.Contains("input1.change < 0m && 100m * input1.enrolment >= 33.3m * input1.change", rule.Kept, StringComparison.Ordinal);
    }

    [Fact]
    public void A_keyed_parameter_has_its_value_by_the_key_and_a_row_without_entry_is_kept()
    {
        ExportedRule rule = ExportedPacks.One("""  "limit": { "of": "enrolment", "max": "$most" } """);
        Assert.Contains("input1.kind == \"arts\" && input1.enrolment <= 30m", rule.Kept, StringComparison.Ordinal);
        Assert.Contains("input1.kind == \"plain\" && input1.enrolment > 45m", rule.Broken, StringComparison.Ordinal);
        Assert.Contains("input1.kind != \"arts\" && input1.kind != \"plain\"", rule.Kept, StringComparison.Ordinal);
        Assert.Equal(["arts 30", "plain 45"], rule.Limits.Select(l => $"{l.Key} {l.Trail[0].Value}"));
    }

    [Fact]
    public void A_list_is_asked_for_only_where_it_was_reported()
    {
        ExportedWorkflows exported = ExportedPacks.Of(PackText.Rule("r", "\"require\": \"classes.all(c, c.enrolment <= 45)\"", subject: "school"));
        ExportedRule rule = exported.Workflows[0].Rules[0];
        Assert.Equal("input1.classes != null && input1.classes.All(r1 => r1.enrolment != null && r1.enrolment <= 45m)", rule.Kept);
        Assert.Equal("input1.classes != null && input1.classes.Any(r1 => r1.enrolment != null && r1.enrolment > 45m)", rule.Broken);
        Assert.Equal(["classes"], exported.Workflows[0].Row.Lists.Select(l => l.Name));
        Assert.Equal(["enrolment"], exported.Workflows[0].Row.Lists[0].Row.Fields.Select(f => f.Name));
    }

    [Fact]
    public void A_text_with_every_sign_is_quoted()
    {
        ExportedRule rule = ExportedPacks.One("""  "require": "name == 'a\"b\\\\c'" """);
        Assert.Equal("input1.name != null && input1.name == \"a\\\"b\\\\c\"", rule.Kept);
    }

    [Fact]
    public void Where_a_rule_does_not_apply_it_is_kept_and_where_that_is_unknown_it_is_open()
    {
        ExportedRule rule = ExportedPacks.One("\"require\": \"bright\"", ", \"when\": \"enrolment > 10\"");
        Assert.Equal("(input1.enrolment != null && input1.enrolment <= 10m) || (input1.enrolment != null && input1.enrolment > 10m && input1.bright != null && input1.bright == true)", rule.Kept);
        Assert.Equal("input1.enrolment != null && input1.enrolment > 10m && input1.bright != null && input1.bright == false", rule.Broken);
    }

    [Theory]
    [InlineData("CR5050", "load", "\"require\": \"load <= 60\"", "pupil")]
    [InlineData("CR5053", "cv", "\"require\": \"classes.map(c, c.enrolment).cv() <= 0.5\"", "school")]
    [InlineData("CR5053", "percentile", "\"require\": \"classes.map(c, c.enrolment).percentile(50) <= 45\"", "school")]
    [InlineData("CR5053", "previous", "\"require\": \"enrolment <= previous.enrolment\"", "class")]
    [InlineData("CR5053", "working_days_between", "\"require\": \"working_days_between(opened, as_of) <= 3\"", "class")]
    [InlineData("CR5053", "size", "\"require\": \"name.size() <= 3\"", "class")]
    [InlineData("CR5053", "frequency", "\"frequency\": { \"of\": \"classes\", \"on\": \"opened\", \"per\": \"month\", \"min\": 1 }", "school")]
    [InlineData("CR5055", "digits", "\"require\": \"wide * wide <= 9\"", "class")]
    [InlineData("CR5055", "a divisor for each item", "\"require\": \"classes.map(c, 1 / c.enrolment).sum() <= 9\"", "school")]
    [InlineData("CR5056", "mod", "\"require\": \"mod\"", "class")]
    [InlineData("CR5058", "a written list", "\"require\": \"[1, 2].exists(x, x == enrolment)\"", "class")]
    public void What_a_workflow_cannot_say_is_left_out_and_told(string code, string what, string kind, string subject)
    {
        ExportedWorkflows exported = ExportedPacks.Of(PackText.Rule("r", kind, subject: subject));
        Assert.Empty(exported.Workflows);
        Diagnostic told = Assert.Single(exported.LeftOut);
        Assert.True(told.Code.ToString() == code, $"{what}: {told}");
        Assert.Equal("p/r", told.Arguments[0]);
        Assert.True(told.Span!.Line > 0);
        Assert.True(told.Arguments.Length == 1 || told.Arguments[1] == what, told.Arguments[^1]);
    }

    [Fact]
    public void A_rule_that_asks_for_the_verdicts_of_another_is_left_out()
    {
        ExportedWorkflows exported = ExportedPacks.Of($$"""{{PackText.Rule("a")}}, {{PackText.Rule("b", """  "share": { "of": "classes", "rule": "p/a", "min": 50 } """, subject: "school")}}""");
        Assert.Equal(["CR5051"], exported.LeftOut.Select(d => d.Code.ToString()));
        Assert.Equal(1, exported.RuleCount);
    }

    [Fact]
    public void A_rule_whose_breaches_a_waiver_excuses_is_left_out_with_the_waivers_place()
    {
        const string Waiver = """, "waivers": [ { "rule": "r", "subject": "school:s", "from": "2026-01-01", "until": "2026-12-31", "kind": "waiver", "authority": "局", "reason": "重建" } ]""";
        Diagnostic told = Assert.Single(ExportedPacks.Of(PackText.Rule("r"), Waiver).LeftOut);
        Assert.Equal("CR5052", told.Code.ToString());
        Assert.Contains("pack.json(", told.Arguments[1], StringComparison.Ordinal);
    }

    [Fact]
    public void A_value_that_goes_by_the_season_of_a_date_is_left_out()
    {
        Diagnostic told = Assert.Single(ExportedPacks.Of(PackText.Rule("r", """  "limit": { "of": "lights_out", "max": "$late" } """, ", \"seasonOf\": \"opened\"")).LeftOut);
        Assert.Equal(("CR5054", "late"), (told.Code.ToString(), told.Arguments[1]));
    }

    [Fact]
    public void A_rule_that_would_be_too_long_is_left_out()
    {
        string choice = "enrolment";
        for (int i = 0; i < 20; i++) choice = $"({choice} > {i} ? enrolment : change)";
        Assert.Equal(["CR5057"], ExportedPacks.Of(PackText.Rule("r", $"\"require\": \"{choice} > 3\"")).LeftOut.Select(d => d.Code.ToString()));
    }

    [Fact]
    public void The_file_is_a_list_of_workflows_of_two_rules_for_each_of_ours()
    {
        using MemoryStream output = new();
        ExportedPacks.Of($"{PackText.Rule("r")}, {PackText.Rule("s", "\"require\": \"boards\"", subject: "school")}").Write(output);
        using JsonDocument document = JsonDocument.Parse(output.ToArray());
        Assert.Equal(["p/class", "p/school"], document.RootElement.EnumerateArray().Select(w => w.GetProperty("WorkflowName").GetString()));
        JsonElement[] rules = [.. document.RootElement[0].GetProperty("Rules").EnumerateArray()];
        Assert.Equal(["p/r", "p/r!breach"], rules.Select(r => r.GetProperty("RuleName").GetString()));
        Assert.All(rules, r => Assert.Equal(["RuleName", "RuleExpressionType", "Expression", "ErrorMessage", "Properties"], r.EnumerateObject().Select(m => m.Name)));
        Assert.Equal(["asks", "rule", "pack", "title", "binding", "severity", "unit", "source", "limits"], rules[0].GetProperty("Properties").EnumerateObject().Select(m => m.Name));
        Assert.EndsWith("]", Encoding.UTF8.GetString(output.ToArray()), StringComparison.Ordinal);
    }

    [Fact]
    public void A_region_has_the_rules_of_all_packs_of_its_stack_with_the_values_of_the_stack()
    {
        Catalogue catalogue = Judged.Catalogue(SmallPacks.Path).Value;
        ExportedWorkflows exported = WorkflowExport.OfRegion(catalogue, RegionCode.Parse("370322"), Judged.Day);
        Assert.Equal(["cn", "cn-370322"], exported.Workflows.SelectMany(w => w.Rules).Select(r => r.Pack).Distinct().Order());
        Assert.All(exported.Workflows, w => Assert.StartsWith("370322/", w.Name, StringComparison.Ordinal));
    }

    [Fact]
    public void A_pack_that_is_not_there_is_the_fault_of_the_caller() =>
        Assert.Throws<ArgumentException>(() => WorkflowExport.OfPack(Judged.Catalogue(SmallPacks.Path).Value, "none", Judged.Day));
}
