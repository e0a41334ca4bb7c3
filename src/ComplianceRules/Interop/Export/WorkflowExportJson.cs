using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using ComplianceRules.Diagnostics;
using ComplianceRules.Findings;

namespace ComplianceRules.Interop;

/// <summary>Writes workflows in the JSON that RulesEngine reads.</summary>
internal static class WorkflowExportJson
{
    private static readonly JsonWriterOptions Options = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes a list of workflows.</summary>
    /// <param name="workflows">The workflows.</param>
    /// <param name="output">Where to.</param>
    public static void Write(ImmutableArray<ExportedWorkflow> workflows, Stream output)
    {
        using Utf8JsonWriter json = new(output, Options);
        json.WriteStartArray();
        foreach (ExportedWorkflow workflow in workflows)
        {
            json.WriteStartObject();
            json.WriteString("WorkflowName", workflow.Name);
            json.WriteStartArray("Rules");
            foreach (ExportedRule rule in workflow.Rules)
            {
                Write(json, rule, rule.Id, rule.Kept, "kept");
                Write(json, rule, rule.Id + ExportedRule.BreachSuffix, rule.Broken, "broken");
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, ExportedRule rule, string name, string expression, string asks)
    {
        json.WriteStartObject();
        json.WriteString("RuleName", name);
        json.WriteString("RuleExpressionType", "LambdaExpression");
        json.WriteString("Expression", expression);
        json.WriteString("ErrorMessage", rule.Title.In(TextLanguage.Chinese));
        json.WriteStartObject("Properties");
        json.WriteString("asks", asks);
        json.WriteString("rule", rule.Id);
        json.WriteString("pack", rule.Pack);
        JsonValues.WriteText(json, "title", rule.Title);
        json.WriteString("binding", FindingNames.Of(rule.Binding));
        json.WriteString("severity", FindingNames.Of(rule.Severity));
        json.WriteString("unit", rule.Unit);
        SourceJson.Write(json, "source", rule.Source, null, null);
        json.WriteStartArray("limits");
        foreach (ExportedLimit limit in rule.Limits) Write(json, limit);
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, ExportedLimit limit)
    {
        json.WriteStartObject();
        json.WriteString("parameter", limit.Parameter);
        if (limit.Key is not null) json.WriteString("key", limit.Key);
        SourceJson.WriteTrail(json, "limitTrail", limit.Trail, always: true);
        json.WriteEndObject();
    }
}
