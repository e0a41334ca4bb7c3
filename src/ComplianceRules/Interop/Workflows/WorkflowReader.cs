using System.Collections.Immutable;
using System.Globalization;
using ComplianceRules.Diagnostics;
using ComplianceRules.Json;
using ComplianceRules.Packs;

namespace ComplianceRules.Interop;

/// <summary>Reads a file of one workflow or a list of them.</summary>
internal static class WorkflowReader
{
    /// <summary>The workflows, in file order.</summary>
    /// <param name="file">The file.</param>
    /// <param name="problems">Takes what is wrong with the file; what is wrong with a rule stays with it.</param>
    public static ImmutableArray<Workflow> Read(SourceFile file, DiagnosticBag problems)
    {
        if (StrictJson.Read(file, problems, keepsLongInts: true) is not { } root) return [];
        ImmutableArray<JsonNode> nodes = root.Kind == JsonKind.Array ? root.Items : [root];
        if (nodes.IsEmpty) problems.Report(DiagnosticCodes.NoWorkflow, root.Span with { Length = 1 });
        if (nodes.Sum(CountOfRules) > PackBounds.Rules)
        {
            problems.Report(DiagnosticCodes.TooManyForeignRules, root.Span with { Length = 1 }, PackBounds.Rules.ToString(CultureInfo.InvariantCulture));
            return [];
        }

        return Refused([.. nodes.Select(n => Workflow(n, problems)).OfType<Workflow>()]);
    }

    private static int CountOfRules(JsonNode node) => node.Members.Where(m => string.Equals(m.Name, "Rules", StringComparison.OrdinalIgnoreCase))
        .SelectMany(m => m.Value.Items).Sum(rule => 1 + CountOfRules(rule));

    private static Workflow? Workflow(JsonNode node, DiagnosticBag problems)
    {
        FoldedObject reader = new(node, problems);
        if (node.Kind != JsonKind.Object || reader.Text("WorkflowName") is not { } name || (reader.Any("Rules") is null && reader.Any("WorkflowsToInject") is null))
        {
            problems.Report(DiagnosticCodes.NoWorkflow, node.Span with { Length = 1 });
            return null;
        }

        ImmutableArray<WorkflowRule> rules = [.. reader.Objects("Rules").Select(WorkflowRuleReader.Read)];
        Workflow workflow = new(name, rules)
        {
            Parameters = WorkflowRuleReader.Parameters(reader, "GlobalParams", problems),
            Injected = [.. reader.Texts("WorkflowsToInject"), .. reader.Texts("WorkflowRulesToInject")],
        };
        _ = reader.Any("RuleExpressionType");
        reader.Done();
        return workflow;
    }

    // RulesEngine takes neither the second workflow of a name nor two rules of one name.
    private static ImmutableArray<Workflow> Refused(ImmutableArray<Workflow> workflows)
    {
        HashSet<string> names = new(StringComparer.Ordinal);
        return [.. workflows.Select(w => names.Add(w.Name.Text) ? w : w with { Refusals = [new Diagnostic(DiagnosticCodes.WorkflowTwice, w.Name.Span, JsonFault.Shown(w.Name.Text))] })];
    }
}
