using System.Collections.Immutable;
using ComplianceRules.Diagnostics;
using ComplianceRules.Json;

namespace ComplianceRules.Interop;

/// <summary>Takes the rules of injected workflows into those that name them.</summary>
/// <param name="workflows">All workflows of the file.</param>
/// <param name="notices">Takes what is to be told of workflows.</param>
internal sealed class InjectedRules(ImmutableArray<Workflow> workflows, DiagnosticBag notices)
{
    private const int MostSteps = 64;

    /// <summary>A workflow with its own rules and then those of the workflows that it names, over whatever steps.</summary>
    /// <param name="workflow">The workflow.</param>
    public Workflow Of(Workflow workflow)
    {
        if (workflow.Injected.IsEmpty || !workflow.Refusals.IsEmpty) return workflow;
        if (CircleIn(workflow) is { } circle) return workflow with { Refusals = [new Diagnostic(DiagnosticCodes.InjectionCircle, circle.Span, JsonFault.Shown(workflow.Name.Text))] };
        ImmutableArray<WorkflowRule>.Builder rules = ImmutableArray.CreateBuilder<WorkflowRule>();
        rules.AddRange(workflow.Rules);
        HashSet<string> seen = new(StringComparer.Ordinal) { workflow.Name.Text };
        Queue<JsonNode> waiting = new(workflow.Injected);
        while (waiting.TryDequeue(out JsonNode? name))
        {
            if (!seen.Add(name.Text)) continue;
            if (Find(name) is not { } injected)
            {
                notices.Report(DiagnosticCodes.UnknownInjection, name.Span, JsonFault.Shown(name.Text));
                continue;
            }

            rules.AddRange(injected.Rules);
            foreach (JsonNode next in injected.Injected) waiting.Enqueue(next);
        }

        return workflow with { Rules = rules.ToImmutable() };
    }

    // The name by which a workflow leads back to itself; null where it does not.
    private JsonNode? CircleIn(Workflow workflow)
    {
        foreach (JsonNode name in workflow.Injected)
        {
            HashSet<string> seen = new(StringComparer.Ordinal);
            Queue<(JsonNode Name, int Steps)> waiting = new([(name, 1)]);
            while (waiting.TryDequeue(out (JsonNode Name, int Steps) at))
            {
                if (at.Name.Text == workflow.Name.Text || at.Steps > MostSteps) return name;
                if (!seen.Add(at.Name.Text) || Find(at.Name) is not { } found) continue;
                foreach (JsonNode next in found.Injected) waiting.Enqueue((next, at.Steps + 1));
            }
        }

        return null;
    }

    private Workflow? Find(JsonNode name) => workflows.FirstOrDefault(w => w.Name.Text == name.Text);
}
