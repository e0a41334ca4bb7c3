using System.Collections.Immutable;
using ComplianceRules.Diagnostics;
using ComplianceRules.Expressions;
using ComplianceRules.Json;

namespace ComplianceRules.Engine;

/// <summary>An expression to be tried, and the names that it uses.</summary>
internal sealed class TrialExpression
{
    private readonly List<(string Left, string Right)> _pairs = [];
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);
    private readonly HashSet<string> _members = new(StringComparer.Ordinal);

    /// <summary>Reads the names of an expression.</summary>
    /// <param name="text">The expression.</param>
    public TrialExpression(JsonNode text)
    {
        Text = text;
        if (ExpressionReader.Read(text, new DiagnosticBag(), wideNumbers: true) is { } syntax) Visit(syntax);
        Members = [.. _members.Order(StringComparer.Ordinal)];
    }

    /// <summary>The expression as it is written.</summary>
    public JsonNode Text { get; }

    /// <summary>The names that stand behind a dot, in ordinal order.</summary>
    public ImmutableArray<string> Members { get; }

    /// <summary>The pairs of names that are held against each other.</summary>
    public IReadOnlyList<(string Left, string Right)> Pairs => _pairs;

    /// <summary>Whether a name stands anywhere in the expression.</summary>
    public bool Uses(string name) => _names.Contains(name) || _members.Contains(name);

    private void Visit(Syntax root)
    {
        // A walk of its own stack: a chain is as deep as it is long.
        Stack<Syntax> open = new([root]);
        while (open.TryPop(out Syntax? syntax))
        {
            if (syntax is NameSyntax name) _names.Add(name.Name);
            if (syntax is MemberSyntax member) _members.Add(member.Name);
            if (syntax is BinarySyntax { Operator: not "in", Left: NameSyntax left, Right: NameSyntax right }) _pairs.Add((left.Name, right.Name));
            if (syntax is CallSyntax { Name: "contains_all" or "cv", Target: NameSyntax list, Arguments: [NameSyntax other] }) _pairs.Add((list.Name, other.Name));
            foreach (Syntax part in Parts(syntax)) open.Push(part);
        }
    }

    private static ImmutableArray<Syntax> Parts(Syntax syntax) => syntax switch
    {
        MemberSyntax e => [e.Target],
        CallSyntax { Target: { } target } e => [target, .. e.Arguments],
        CallSyntax e => e.Arguments,
        UnarySyntax e => [e.Operand],
        BinarySyntax e => [e.Left, e.Right],
        ConditionalSyntax e => [e.Condition, e.WhenTrue, e.WhenFalse],
        ListSyntax e => e.Items,
        _ => [],
    };
}
