using ComplianceRules.Expressions;
using ComplianceRules.Facts;
using ComplianceRules.Findings;
using ComplianceRules.Packs;

namespace ComplianceRules.Engine;

/// <summary>Explains what a composed rule asks of other rules: by the rows and the rules that decide it.</summary>
/// <param name="schema">The titles of tables.</param>
/// <param name="interpreter">Evaluates one row.</param>
/// <param name="lists">Explains what is asked of the rows of a list.</param>
/// <param name="other">What another rule says of a row; null where it says nothing.</param>
/// <param name="persons">Whether persons may be named.</param>
internal sealed class ComposedExplainer(FactSchema schema, ReferenceInterpreter interpreter, ListExplainer lists, Func<string, int, Finding?> other, bool persons)
{
    /// <summary>Adds to a node the rows or rules that decide a question.</summary>
    /// <param name="node">The node.</param>
    /// <param name="question">The question.</param>
    /// <param name="value">Its answer.</param>
    /// <param name="place">Where it stands.</param>
    public ExplainedNode Explain(ExplainedNode node, ComposedQuestion question, Value value, NodePlace place)
    {
        ExplainedNode titled = node with { Kind = ExplainedKind.Composed, Title = question.Title(schema) };
        return question.List is { } list
            ? lists.Explain(titled, ListQuestion.OfRules(list, question.Asked), Deciding(question.Asked, value), place)
            : titled with { Parts = [.. Rules(question.Asked, value, place)] };
    }

    /// <summary>A question that was not asked.</summary>
    /// <param name="node">The node.</param>
    /// <param name="question">The question.</param>
    public ExplainedNode NotNeeded(ExplainedNode node, ComposedQuestion question) => node with { Kind = ExplainedKind.Composed, Title = question.Title(schema) };

    private static Standing? Deciding(RuleSaysExpression asked, Value value) => (value, asked.Asked) switch
    {
        (UnknownValue, _) => Standing.Open,
        (BoolValue { Truth: true }, RuleSaying.Concerns) => Standing.Met,
        (BoolValue { Truth: false }, RuleSaying.Keeps or RuleSaying.KeepsUnexcused) => Standing.NotMet,
        _ => null,
    };

    private IEnumerable<ExplainedNode> Rules(RuleSaysExpression asked, Value value, NodePlace place)
    {
        if (!persons && schema.IsPersonal((place.Rows.Child ?? place.Rows.Subject).Schema.Name)) yield break;
        foreach (string id in asked.Rules)
        {
            RuleSaysExpression one = asked.Of(id);
            Value said = interpreter.Evaluate(one, place.Rows);
            if (!Decides(said, value) || other(id, ReferenceInterpreter.RowAtHand(place.Rows)) is not { } finding) continue;
            if (asked.MandatoryOnly && finding.Binding != Binding.Mandatory) continue;
            yield return new NodeValues(schema).Of(one, said, place) with { Kind = ExplainedKind.Rule, Text = id, Title = finding.Title, Note = finding.Message };
        }
    }

    // Of many rules people want to see those that make the answer what it is.
    private static bool Decides(Value said, Value value) => (said, value) switch
    {
        (UnknownValue, UnknownValue) => true,
        (BoolValue one, BoolValue all) => one.Truth == all.Truth,
        _ => false,
    };
}
