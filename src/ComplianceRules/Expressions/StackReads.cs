using System.Collections.Immutable;

namespace ComplianceRules.Expressions;

/// <summary>What an expression reads of the stack that judges a row, and not of the row itself.</summary>
/// <remarks>Immutable.</remarks>
/// <param name="Parameters">The names of the parameters, each once.</param>
/// <param name="Calendar">Whether it asks the calendar.</param>
internal sealed record StackReads(ImmutableArray<string> Parameters, bool Calendar)
{
    /// <summary>Whether all stacks are the same to it.</summary>
    public bool IsNothing => Parameters.IsEmpty && !Calendar;

    /// <summary>What an expression reads.</summary>
    /// <param name="expression">The expression.</param>
    public static StackReads In(TypedExpression expression)
    {
        HashSet<string> names = new(StringComparer.Ordinal);
        bool readsCalendar = false;
        foreach (TypedExpression node in ExpressionWalker.SelfAndDescendants(expression))
        {
            if (((node as ParameterExpression)?.Name ?? (node as ParameterEntryExpression)?.Name) is { } name) names.Add(name);
            readsCalendar |= node is CallExpression { Function.IsOfArgumentsAlone: false } or FrequencyExpression;
        }

        return new StackReads([.. names.Order(StringComparer.Ordinal)], readsCalendar);
    }
}
