using System.Runtime.CompilerServices;
using ComplianceRules.Facts;
using ComplianceRules.Expressions;

namespace ComplianceRules.Cases;

/// <summary>Goes through a condition and meets every comparison in it: whoever derives says what an item of a list is and which branch counts.</summary>
/// <typeparam name="TPlace">What is known of the place at which a part stands.</typeparam>
internal abstract class ConditionWalker<TPlace>
{
    /// <summary>Goes through a part.</summary>
    /// <param name="expression">The part.</param>
    /// <param name="place">Where it stands.</param>
    /// <exception cref="InsufficientExecutionStackException">The thread's stack is too small for the expression.</exception>
    protected void Walk(TypedExpression expression, TPlace place)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        if (IsTest(expression)) Meet(expression, place);
        switch (expression)
        {
            case FieldExpression or LiteralExpression or ParameterExpression or ParameterEntryExpression:
                break;
            case ConditionalExpression choice:
                Walk(choice.Condition, place);
                foreach (TypedExpression branch in Branches(choice, place)) Walk(branch, place);
                break;
            case AnyChildExpression or ChildShareExpression or MacroExpression:
                WalkList(expression, place);
                break;
            case FrequencyExpression frequency:
                WalkFrequency(frequency, place);
                break;
            default:
                // Of a fact that is compared with something, the comparison is what is asked.
                foreach (TypedExpression part in ExpressionWalker.Parts(expression).Where(p => !(p is FieldExpression && IsComparison(expression)))) Walk(part, place);
                break;
        }
    }

    /// <summary>Takes a comparison.</summary>
    /// <param name="test">The comparison, or a fact or function that is a condition as such.</param>
    /// <param name="place">Where it stands.</param>
    protected abstract void Meet(TypedExpression test, TPlace place);

    /// <summary>Takes a limit of how often something happens.</summary>
    /// <param name="frequency">What is counted.</param>
    /// <param name="comparison">How the count is held to the limit.</param>
    /// <param name="limit">The limit.</param>
    /// <param name="place">Where it stands.</param>
    protected abstract void MeetLimit(FrequencyExpression frequency, ComparisonOperator comparison, TypedExpression limit, TPlace place);

    /// <summary>The places inside the items of a list.</summary>
    /// <param name="list">The list.</param>
    /// <param name="variable">What an item goes by; null where bare names are those of its row.</param>
    /// <param name="place">Where the list stands.</param>
    protected abstract IEnumerable<TPlace> Inside(TypedExpression list, MacroVariable? variable, TPlace place);

    /// <summary>The branches that count.</summary>
    /// <param name="choice">The choice.</param>
    /// <param name="place">Where it stands.</param>
    protected abstract IEnumerable<TypedExpression> Branches(ConditionalExpression choice, TPlace place);

    /// <summary>Whether an item counts at all.</summary>
    /// <param name="where">The condition.</param>
    /// <param name="place">Where it stands.</param>
    protected abstract bool Counts(TypedExpression where, TPlace place);

    private void WalkList(TypedExpression expression, TPlace place)
    {
        if (expression is MacroExpression macro)
        {
            Walk(macro.List, place);
            foreach (TPlace inside in Inside(macro.List, macro.Variable, place)) Walk(macro.Body, inside);
        }
        else if (expression is AnyChildExpression any)
        {
            foreach (TPlace inside in Inside(new RowsExpression(any.List), null, place)) Walk(any.Where, inside);
        }
        else if (expression is ChildShareExpression share)
        {
            foreach (TPlace inside in Inside(new RowsExpression(share.List), null, place))
            {
                Walk(share.Where, inside);
                if (Counts(share.Where, inside)) Walk(share.That, inside);
            }
        }
    }

    private void WalkFrequency(FrequencyExpression frequency, TPlace place)
    {
        foreach (TPlace inside in Inside(frequency.Events, null, place)) Walk(frequency.Where, inside);
        if (frequency.Part != FrequencyPart.Kept) return;
        if (frequency.Min is { } min) MeetLimit(frequency, ComparisonOperator.GreaterOrEqual, min, place);
        if (frequency.Max is { } max) MeetLimit(frequency, ComparisonOperator.LessOrEqual, max, place);
    }

    private static bool IsTest(TypedExpression expression) => IsComparison(expression) || expression switch
    {
        HasExpression or AtLeastExpression => true,
        FieldExpression or VariableExpression or CallExpression => expression.Type is { Kind: FieldType.Bool, IsList: false },
        _ => false,
    };

    private static bool IsComparison(TypedExpression expression) => expression is ComparisonExpression or MembershipExpression or SetComparisonExpression or ShareComparisonExpression;
}
