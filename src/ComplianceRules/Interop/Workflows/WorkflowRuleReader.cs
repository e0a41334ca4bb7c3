using System.Collections.Immutable;
using System.Globalization;
using ComplianceRules.Diagnostics;
using ComplianceRules.Json;

namespace ComplianceRules.Interop;

/// <summary>Reads one rule of a workflow and those nested in it.</summary>
internal sealed class WorkflowRuleReader
{
    private const int MostParameters = 100;

    private static readonly string[] Kept = ["ErrorType", "SuccessEvent", "Properties"];

    private readonly DiagnosticBag _problems = new();
    private readonly FoldedObject _reader;

    private WorkflowRuleReader(JsonNode node) => _reader = new FoldedObject(node, _problems);

    public static WorkflowRule Read(JsonNode node) => new WorkflowRuleReader(node).Read();

    /// <summary>The parameters under a key; each has a name and an expression.</summary>
    public static ImmutableArray<WorkflowParameter> Parameters(FoldedObject reader, string key, DiagnosticBag problems)
    {
        ImmutableArray<WorkflowParameter>.Builder parameters = ImmutableArray.CreateBuilder<WorkflowParameter>();
        foreach (JsonNode node in reader.Objects(key))
        {
            FoldedObject entry = new(node, problems);
            (JsonNode? name, JsonNode? expression) = (entry.Text("Name"), entry.Text("Expression"));
            entry.Done();
            if (name is not null && expression is not null) parameters.Add(new WorkflowParameter(name, expression));
            else problems.Report(DiagnosticCodes.ForeignKind, node.Span with { Length = 1 }, key, "{ Name, Expression }");
        }

        if (parameters.Count <= MostParameters) return parameters.ToImmutable();
        problems.Report(DiagnosticCodes.TooManyForeignRules, parameters[MostParameters].Name.Span, MostParameters.ToString(CultureInfo.InvariantCulture));
        return [];
    }

    private WorkflowRule Read()
    {
        JsonNode? name = _reader.Text("RuleName");
        if (name is null) _problems.Report(DiagnosticCodes.ForeignRuleNameless, _reader.Node.Span with { Length = 1 });
        WorkflowRule rule = new(_reader.Node, name?.Text ?? string.Empty)
        {
            Join = Join(),
            Nested = [.. _reader.Objects("Rules").Select(Read).Where(IsEnabled)],
            Parameters = Parameters(_reader, "LocalParams", _problems),
            Expression = _reader.Text("Expression"),
            IsEnabled = _reader.Truth("Enabled", otherwise: true),
            Message = _reader.Text("ErrorMessage"),
            Remarks = [.. Kept.Select(_reader.Member).OfType<JsonMember>()],
        };
        CheckKind();
        TellActions(rule.Name);
        foreach (JsonNode injected in _reader.Texts("WorkflowsToInject")) _problems.Report(DiagnosticCodes.UnknownInjection, injected.Span, JsonFault.Shown(injected.Text));
        _reader.Done();
        if (rule.Join != WorkflowJoin.None && rule.Expression is { } unread) _problems.Report(DiagnosticCodes.ForeignKey, unread.Span, "Expression");
        if (rule.Join == WorkflowJoin.None && !rule.Nested.IsEmpty && !_problems.HasErrors) _problems.Report(DiagnosticCodes.ForeignOperator, _reader.Node.Span with { Length = 1 }, "null");
        bool isEmpty = rule.Join == WorkflowJoin.None ? rule.Expression is null : rule.Nested.IsEmpty;
        if (isEmpty && !_problems.HasErrors) _problems.Report(DiagnosticCodes.ForeignRuleEmpty, _reader.Node.Span with { Length = 1 });
        return rule with { Problems = _problems.InFileOrder() };
    }

    private bool IsEnabled(WorkflowRule nested)
    {
        if (!nested.IsEnabled) _problems.Report(DiagnosticCodes.ForeignRuleDisabled, nested.Node.Span with { Length = 1 });
        return nested.IsEnabled;
    }

    private WorkflowJoin Join()
    {
        if (_reader.Text("Operator") is not { } node) return WorkflowJoin.None;
        switch (node.Text)
        {
            case "And" or "AndAlso":
                return WorkflowJoin.All;
            case "Or" or "OrElse":
                return WorkflowJoin.Any;
            default:
                _problems.Report(DiagnosticCodes.ForeignOperator, node.Span, JsonFault.Shown(node.Text));
                return WorkflowJoin.None;
        }
    }

    private void CheckKind()
    {
        bool isKnown = _reader.Any("RuleExpressionType") is not { } kind
            || (kind.Kind == JsonKind.Text && kind.Text == "LambdaExpression") || (kind.Kind == JsonKind.Number && kind.Text == "0");
        if (!isKnown) _problems.Report(DiagnosticCodes.ForeignKind, _reader.Any("RuleExpressionType")!.Span, "RuleExpressionType", "LambdaExpression");
    }

    private void TellActions(string rule)
    {
        if (_reader.Any("Actions") is not { } actions) return;
        foreach (JsonMember each in actions.Members.Where(m => m.Value.Kind == JsonKind.Object))
        {
            FoldedObject action = new(each.Value, _problems);
            JsonNode? name = action.Text("Name");
            JsonNode? called = action.Any("Context") is { } context ? new FoldedObject(context, _problems).Text("ruleName") : null;
            if (name?.Text != "EvaluateRule") _problems.Report(DiagnosticCodes.ActionLeftOut, each.NameSpan, JsonFault.Shown(name?.Text ?? each.Name));
            else if (called?.Text == rule) _problems.Report(DiagnosticCodes.ChainToItself, called.Span, JsonFault.Shown(rule));
            else _problems.Report(DiagnosticCodes.ChainLeftOut, name.Span, JsonFault.Shown(called?.Text ?? string.Empty));
        }
    }
}
