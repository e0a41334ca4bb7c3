using ComplianceRules.Diagnostics;
using ComplianceRules.Expressions;
using ComplianceRules.Facts;
using ComplianceRules.Findings;

namespace ComplianceRules.Engine;

/// <summary>Explains what is made of a list: counts its items and lists the first few of those that matter.</summary>
/// <remarks>Goes through a list once; makes nodes only of what is listed.</remarks>
/// <param name="snapshot">The facts.</param>
/// <param name="interpreter">Evaluates one row.</param>
/// <param name="nodes">Explains what is asked of an item.</param>
/// <param name="persons">Whether persons may be named and counted exactly.</param>
internal sealed class ListExplainer(Snapshot snapshot, ReferenceInterpreter interpreter, NodeExplainer nodes, bool persons)
{
    private const int MostListedInside = 2;

    // One is enough where one is asked for.
    private const int MostExamples = 1;

    private readonly RowSubjects _subjects = new(snapshot);

    /// <summary>Adds the items of its list to a node.</summary>
    /// <param name="node">The node.</param>
    /// <param name="expression">What is made of the list.</param>
    /// <param name="value">What it comes to.</param>
    /// <param name="place">Where it stands.</param>
    public ExplainedNode Explain(ExplainedNode node, TypedExpression expression, Value value, NodePlace place)
    {
        ListQuestion question = ListQuestion.Of(expression);
        ExplainedNode shown = node with { Kind = ExplainedKind.List, Shown = ShownOf(node, expression, place) };
        if (IsHidden(question) && TellsPersons(expression, value)) shown = shown with { Value = null, Shown = LocalText.Same(ShownCount.UnderThree.ToString()) };
        return WithRows(shown, question, Matters(expression, value, place), place);
    }

    /// <summary>Adds the rows of a list to a node.</summary>
    /// <param name="node">The node.</param>
    /// <param name="question">What is asked of each row.</param>
    /// <param name="deciding">Which rows are listed; null for none.</param>
    /// <param name="place">Where it stands.</param>
    public ExplainedNode Explain(ExplainedNode node, ListQuestion question, Standing? deciding, NodePlace place) =>
        WithRows(node, question, deciding is { } standing ? (standing, null) : null, place);

    private bool IsHidden(ListQuestion question) => !persons && question.Table is { } table && snapshot.Schema.IsPersonal(table);

    private ExplainedNode WithRows(ExplainedNode node, ListQuestion question, (Standing Standing, Value? Value)? matters, NodePlace place) =>
        interpreter.Items(question.List, place.Rows) is { Missing: null } items ? node with { Rows = Rows(question, items, matters, IsHidden(question), place) } : node;

    private LocalText ShownOf(ExplainedNode node, TypedExpression expression, NodePlace place)
    {
        if (expression is not ChildShareExpression share || node.State == ExplainedState.Known) return node.Shown;
        ShareInterval found = interpreter.Share(share, place.Rows);
        if (!found.HasBounds) return node.Shown;
        LocalText least = nodes.ValueOf(share, new NumberValue(found.Least), place).Shown;
        LocalText most = nodes.ValueOf(share, new NumberValue(found.Most), place).Shown;
        return new LocalText($"{least.Chinese} – {most.Chinese}", $"{least.English} – {most.English}");
    }

    private static bool TellsPersons(TypedExpression expression, Value value) =>
        expression is MacroExpression { Kind: MacroKind.Count } or AggregateExpression { Kind: AggregateKind.Size }
        && value is NumberValue { Number: var number } && !number.IsZero && number < Rational.Of(ShownCount.FewestCounted);

    private ExplainedRows Rows(ListQuestion question, ListItems items, (Standing Standing, Value? Value)? matters, bool isHidden, NodePlace place)
    {
        int[] counts = new int[Enum.GetValues<Standing>().Length];
        FirstRows first = new(MostListed(question, matters, place));
        foreach (OriginItem item in OriginItem.Of(question.List, place.Rows, interpreter))
        {
            RowFrames rows = place.Rows.Enter(item.Item, items.Work);
            Standing standing = StandingOf(question, item.Item, rows, matters?.Value);
            counts[(int)standing]++;
            if (standing == matters?.Standing) first.Add(item, rows);
        }

        VerdictCounts asked = new(counts[(int)Standing.Met], counts[(int)Standing.NotMet], counts[(int)Standing.Open], counts[(int)Standing.Out], 0);
        ShownCounts shown = isHidden ? PersonalMask.Of(asked) : ShownCounts.Exactly(asked);
        ShownCount all = isHidden ? ShownCount.OfPersons(counts.Sum()) : ShownCount.Exactly(counts.Sum());
        LocalText? title = question.Table is { } table ? snapshot.Schema.Table(table)!.Title : null;
        ExplainedRows counted = new(question.Table, title, all, question.That is null ? null : shown);
        return isHidden ? counted : counted with { Listed = [.. first.Items.Select(i => Listed(question, i.Item, i.Rows, place))], More = first.More };
    }

    private static int MostListed(ListQuestion question, (Standing Standing, Value? Value)? matters, NodePlace place)
    {
        if (question.IsExists && matters?.Standing == Standing.Met) return MostExamples;
        return place.Rows.Items.IsEmpty ? ExplainedRows.MostListed : MostListedInside;
    }

    private Standing StandingOf(ListQuestion question, ListItem item, RowFrames rows, Value? sought)
    {
        if (question.That is null)
        {
            if (item.Doubt is not null || item.Value is UnknownValue) return Standing.Open;
            return sought is not null && item.Value is { } value && ExactComparison.Same(value, sought) ? Standing.Met : Standing.NotMet;
        }

        Value where = question.Where is null ? Value.True : interpreter.Evaluate(question.Where, rows);
        if (where is BoolValue { Truth: false }) return Standing.Out;
        Value that = interpreter.Evaluate(question.That, rows);
        if (where is UnknownValue || item.Doubt is not null || that is UnknownValue) return Standing.Open;
        return that is BoolValue { Truth: true } ? Standing.Met : Standing.NotMet;
    }

    private ExplainedRow Listed(ListQuestion question, OriginItem item, RowFrames rows, NodePlace place)
    {
        Subject? subject = item.Table is null ? null : _subjects.Of(item.Table, item.Row);
        if (question.That is null) return new ExplainedRow(subject, ValueOf(question, item, rows, place));
        TypedExpression asked = question.Where is not null && interpreter.Evaluate(question.Where, rows) is UnknownValue
            ? new LogicExpression(true, question.Where, question.That)
            : question.That;
        return new ExplainedRow(subject, nodes.Explain(asked, place.Inside(rows, question.Variable, question.Table)));
    }

    private ExplainedNode ValueOf(ListQuestion question, OriginItem item, RowFrames rows, NodePlace place)
    {
        Value value = item.Item.Doubt is { } doubt ? new UnknownValue(doubt) : item.Item.Value!;
        return item is { Made: { } made, Variable: { } variable } ? nodes.ValueOf(made, value, place.Inside(rows, variable, null)) : nodes.ValueOf(item.Made ?? question.List, value, place.Plain());
    }

    /// <summary>Which items matter for a value; null where none does more than others.</summary>
    private static (Standing Standing, Value? Value)? Matters(TypedExpression expression, Value value, NodePlace place) => (expression, value) switch
    {
        (MacroExpression { Kind: MacroKind.All }, BoolValue { Truth: false }) => (Standing.NotMet, null),
        (MacroExpression { Kind: MacroKind.All or MacroKind.Exists } or AnyChildExpression, UnknownValue) => (Standing.Open, null),
        (MacroExpression { Kind: MacroKind.Exists } or AnyChildExpression, BoolValue { Truth: true }) => (Standing.Met, null),
        (MacroExpression { Kind: MacroKind.All or MacroKind.Exists } or AnyChildExpression, _) => null,
        (MacroExpression { Kind: MacroKind.ExistsOne }, _) => (value is UnknownValue ? Standing.Open : Standing.Met, null),
        (AggregateExpression, UnknownValue) => (Standing.Open, null),
        (AggregateExpression { Kind: AggregateKind.Min or AggregateKind.Max or AggregateKind.Percentile }, _) => (Standing.Met, value),
        (AggregateExpression, _) => null,
        (_, UnknownValue) when !place.IsDecided => (Standing.Open, null),
        _ => (place.Comparison is ComparisonOperator.Greater or ComparisonOperator.GreaterOrEqual ? Standing.NotMet : Standing.Met, null),
    };
}
