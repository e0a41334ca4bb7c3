using System.Collections.Immutable;
using ComplianceRules.Diagnostics;
using ComplianceRules.Expressions;
using ComplianceRules.Json;

namespace ComplianceRules.Tests.Expressions.Hostility;

/// <summary>Holds made expressions to what every text must come to, and counts what they came to.</summary>
internal sealed class HostileRun
{
    private const int Worlds = 64;

    // What nobody can know before an expression is written down whole: its size, and that a function has no value for what is written.
    private static readonly ImmutableHashSet<string> Pardoned =
        ["CR2019", "CR2041", "CR2042", "CR2043", "CR2044", "CR2045", "CR2046"];

    private readonly MadeWorld[] _worlds = [.. Enumerable.Range(0, Worlds).Select(seed => new MadeWorld(seed))];

    /// <summary>How many were made and how many accepted, by kind.</summary>
    public SortedDictionary<string, (int Made, int Accepted)> Counts { get; } = new(StringComparer.Ordinal);

    /// <summary>The nodes that accepted expressions are made of.</summary>
    public HashSet<Type> Nodes { get; } = [];

    /// <summary>The codes that refused expressions got.</summary>
    public HashSet<string> Codes { get; } = [];

    /// <summary>Whether values were known, by what they were.</summary>
    public HashSet<Type> Values { get; } = [];

    public void Hold(int seed)
    {
        HostileCase made = HostileCase.Of(seed);
        (TypedExpression? typed, ImmutableArray<Diagnostic> problems) = Read(made.Text, made.Scope);
        (int count, int accepted) = Counts.GetValueOrDefault(made.Kind);
        Counts[made.Kind] = (count + 1, accepted + (typed is null ? 0 : 1));
        if (typed is null) Refused(made, problems);
        else Accepted(typed, made, _worlds[seed % Worlds]);
    }

    private void Refused(HostileCase made, ImmutableArray<Diagnostic> problems)
    {
        foreach (Diagnostic problem in problems)
        {
            Codes.Add(problem.Code.ToString());
            Assert.False(made.Kind == HostileCase.Typed && problem.Severity == DiagnosticSeverity.Error && !Pardoned.Contains(problem.Code.ToString()), problem.ToText(TextLanguage.English));
            Assert.NotEmpty(problem.ToText(TextLanguage.Chinese));
        }
    }

    private void Accepted(TypedExpression typed, HostileCase made, MadeWorld world)
    {
        foreach (TypedExpression node in ExpressionWalker.SelfAndDescendants(typed)) Nodes.Add(node.GetType());
        Value value = world.Evaluate(typed, made.Scope);
        Values.Add(value.GetType());
        Assert.Null(SameTree.Difference(value, world.Evaluate(typed, made.Scope)));
        Assert.True(value is UnknownValue || world.Missing(typed, made.Scope).Count == 0);
        string printed = new ExpressionPrinter(made.Scope).Text(typed);
        (TypedExpression? again, ImmutableArray<Diagnostic> problems) = Read(printed, made.Scope);
        if (again is null && problems.All(p => Pardoned.Contains(p.Code.ToString()))) return;
        Assert.True(again is not null, $"printed: {printed}\n{string.Join("; ", problems)}");
        Assert.True(SameTree.Difference(typed, again) is null, $"printed: {printed}\n{SameTree.Difference(typed, again)}");
        Assert.Equal(printed, new ExpressionPrinter(made.Scope).Text(again));
        Assert.Null(SameTree.Difference(value, world.Evaluate(again, made.Scope)));
    }

    private static (TypedExpression? Typed, ImmutableArray<Diagnostic> Problems) Read(string text, ExpressionScope scope)
    {
        DiagnosticBag bag = new();
        JsonNode source = Written.Json(text);
        TypedExpression? typed = new ExpressionChecker(scope, bag).Read(source);
        ImmutableArray<Diagnostic> problems = bag.InFileOrder();
        Assert.True(typed is null == bag.HasErrors, "neither a tree nor errors, or both");
        int end = source.Span.Length;
        Assert.All(problems, p => Assert.True(p.Span is { Line: 1 } at && at.Column >= 1 && at.Length >= 1 && at.Column + at.Length - 1 <= end, $"{p} ends outside of {end}"));
        return (typed, problems);
    }
}
