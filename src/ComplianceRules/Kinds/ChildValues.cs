using System.Globalization;
using ComplianceRules.Expressions;
using ComplianceRules.Facts;

namespace ComplianceRules.Kinds;

/// <summary>The values of the rows of a list that count, as the tree of a macro has them: what a kind asks of a child row, a macro asks of its variable.</summary>
/// <remarks>INVARIANT: the child row of a kind and the variable of an outermost macro are the same frame, so that a tree made for one is right for the other.</remarks>
/// <param name="list">The list.</param>
/// <param name="where">Which rows count.</param>
/// <param name="variable">What a row goes by.</param>
internal sealed class ChildValues(ChildListPath list, TypedExpression where, MacroVariable variable)
{
    /// <summary>A variable for the rows of a list that means nothing else to the subject, the rows and what is asked of them.</summary>
    /// <param name="schema">The tables.</param>
    /// <param name="list">The list.</param>
    /// <param name="asked">What is asked of each row.</param>
    public static MacroVariable VariableFor(FactSchema schema, ChildListPath list, IEnumerable<TypedExpression> asked)
    {
        HashSet<string> taken = [.. asked.SelectMany(ExpressionWalker.SelfAndDescendants).OfType<MacroExpression>().Select(m => m.Variable.Name)];
        foreach (string table in (string[])[list.Row.Table, list.Table])
        {
            taken.UnionWith(schema.SelfAndAncestors(table).Select(t => t.Name));
            taken.UnionWith(schema.Table(table)!.Fields.Keys);
            taken.UnionWith(schema.Lists(table).Select(t => t.Children));
        }

        string letter = list.Table[..1];
        string name = letter;
        for (int i = 2; taken.Contains(name); i++) name = letter + i.ToString(CultureInfo.InvariantCulture);
        return new MacroVariable(name, 1, null, list.Table);
    }

    /// <summary>The coefficient of variation of a value.</summary>
    /// <param name="value">The value of a row.</param>
    /// <param name="weight">The weight of a row; null where all weigh the same.</param>
    public AggregateExpression Variation(TypedExpression value, TypedExpression? weight) =>
        new(ExpressionType.Number(Unit.One) with { IsRoot = true }, AggregateKind.Variation, Of(value), weight is null ? null : Of(weight));

    /// <summary>The largest or latest value.</summary>
    /// <param name="value">The value of a row.</param>
    public AggregateExpression Largest(TypedExpression value) => new(value.Type, AggregateKind.Max, Of(value), null);

    /// <summary>The smallest or earliest value.</summary>
    /// <param name="value">The value of a row.</param>
    public AggregateExpression Smallest(TypedExpression value) => new(value.Type, AggregateKind.Min, Of(value), null);

    private MacroExpression Of(TypedExpression value)
    {
        RowsExpression rows = new(list);
        bool isOfAll = where is LiteralExpression { Value: BoolValue { Truth: true } };
        TypedExpression counted = isOfAll ? rows : new MacroExpression(rows.Type, MacroKind.Filter, rows, variable, where);
        return new MacroExpression(value.Type with { IsList = true }, MacroKind.Map, counted, variable, value);
    }
}
