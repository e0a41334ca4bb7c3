using System.Collections.Immutable;
using ComplianceRules.Facts;

namespace ComplianceRules.Expressions;

/// <summary>Tells whether two atoms are the same: the same expression on the same rows, however deep in lists it stands.</summary>
/// <remarks>For one row and one thread.</remarks>
/// <param name="schema">The tables.</param>
/// <param name="shapes">The shapes of expressions that earlier rows had.</param>
internal sealed class AtomNames(FactSchema schema, AtomShapes shapes)
{
    private static readonly ImmutableSortedDictionary<string, ParameterSignature> NoParameters = ImmutableSortedDictionary<string, ParameterSignature>.Empty;

    private readonly Dictionary<string, int> _texts = new(StringComparer.Ordinal);
    private readonly Dictionary<(int Name, int Key), int> _names = [];
    private int _last;

    /// <summary>The number of an atom; equal atoms have equal numbers.</summary>
    public int NameOf(TypedExpression expression, Sight sight)
    {
        AtomShape shape = shapes.Of(expression, sight, ShapeOf);
        int name = NameOf(shape.Text);
        foreach (int frame in shape.Frames) name = Next(name, sight.Trails[frame - 1].Key);
        return name;
    }

    /// <summary>The number of a known value, or of whatever else a text tells apart.</summary>
    public int NameOf(string text)
    {
        if (!_texts.TryGetValue(text, out int name)) _texts.Add(text, name = ++_last);
        return name;
    }

    /// <summary>An expression as it is written from the rows at hand, the facts of items by the lists that they stand in.</summary>
    public string TextOf(TypedExpression expression, Sight sight) => Printer(sight, frame => sight.Paths.Before(frame) is { Length: > 0 } path ? path[..^1] : "item").Text(expression);

    private int Next(int name, int key)
    {
        if (!_names.TryGetValue((name, key), out int next)) _names.Add((name, key), next = ++_last);
        return next;
    }

    private AtomShape ShapeOf(TypedExpression expression, Sight sight)
    {
        int depth = sight.Trails.Length;
        ImmutableArray<int> frames = [.. ExpressionWalker.SelfAndDescendants(expression).SelectMany(e => FramesOf(e, depth)).Where(f => f > 0 && f <= depth).Distinct().Order()];
        return new AtomShape(Printer(sight, frame => $"{TableOf(sight, frame)}#{frames.IndexOf(frame)}").Text(expression), frames);
    }

    private static int[] FramesOf(TypedExpression expression, int depth) => expression switch
    {
        FieldExpression e => [e.Row.Frame],
        HasExpression e => [e.Row.Frame],
        RowsExpression e => [e.List.Row.Frame],
        VariableExpression e => [e.Variable.Frame],
        AnyChildExpression e => [e.List.Row.Frame],
        ChildShareExpression e => [e.List.Row.Frame],
        RuleVerdictExpression or RuleAppliesExpression or RuleSaysExpression => [depth],
        _ => [],
    };

    private static string TableOf(Sight sight, int frame) => sight.Rows.Items[frame - 1].Table?.Schema.Name ?? "value";

    private ExpressionPrinter Printer(Sight sight, Func<int, string> name)
    {
        ImmutableArray<MacroVariable> variables =
        [
            .. sight.Rows.Items.Select((item, i) => new MacroVariable(name(i + 1), i + 1, item.Table is null ? ExpressionType.Text : null, item.Table?.Schema.Name)),
        ];
        return new ExpressionPrinter(new ExpressionScope(schema, sight.Paths.Subject, NoParameters) { Variables = variables });
    }
}
