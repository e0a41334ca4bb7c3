using System.Globalization;
using ComplianceRules.Diagnostics;
using ComplianceRules.Expressions;
using ComplianceRules.Facts;
using ComplianceRules.Findings;

namespace ComplianceRules.Engine;

/// <summary>Explains what is counted by period: lists the first few periods that matter, each with its count, and the limits.</summary>
/// <param name="schema">Tells which rows are persons.</param>
/// <param name="interpreter">Counts.</param>
/// <param name="nodes">Explains the limits.</param>
/// <param name="persons">Whether persons may be counted exactly.</param>
internal sealed class PeriodExplainer(FactSchema schema, ReferenceInterpreter interpreter, NodeExplainer nodes, bool persons)
{
    private const int MostListed = 5;

    /// <summary>Adds periods and limits to a node.</summary>
    /// <param name="node">The node.</param>
    /// <param name="frequency">What is counted.</param>
    /// <param name="place">Where it stands.</param>
    public ExplainedNode Explain(ExplainedNode node, FrequencyExpression frequency, NodePlace place)
    {
        IEnumerable<ExplainedNode> limits = new[] { frequency.Min, frequency.Max }.OfType<TypedExpression>().Where(l => l is not LiteralExpression).Select(l => nodes.Explain(l, place.Plain()));
        ExplainedNode shown = node with { Kind = ExplainedKind.List };

        // Counts of several periods could be subtracted from each other.
        if (!persons && schema.IsPersonal(frequency.Events.List.Table)) return shown with { Parts = [.. limits] };
        IEnumerable<PeriodCount> periods = interpreter.Frequency(frequency, place.Rows).Periods.OrderBy(Rank).Take(MostListed).OrderBy(p => p.Period.From);
        return shown with { Parts = [.. periods.Select(Period), .. limits] };
    }

    private static int Rank(PeriodCount period) => period switch
    {
        { Verdict.IsBroken: true } => 0,
        { Verdict.IsBroken: null } or { Verdict.IsJudged: null } => 1,
        { Verdict.IsJudged: true } => 2,
        _ => 3,
    };

    private static ExplainedNode Period(PeriodCount count)
    {
        bool isKnown = count.Least == count.Most;
        LocalText title = PeriodTexts.Of(count.Period);
        return new ExplainedNode
        {
            Kind = ExplainedKind.Other,
            Text = string.Create(CultureInfo.InvariantCulture, $"{count.Period.From:yyyy-MM-dd}..{count.Period.To:yyyy-MM-dd}"),
            Type = FieldType.Number,
            State = isKnown ? ExplainedState.Known : ExplainedState.Unknown,
            Value = isKnown ? new FindingValue(FieldType.Number, Text(count.Least)) : null,
            Shown = LocalText.Same(isKnown ? Text(count.Least) : count.Most == int.MaxValue ? $"{Text(count.Least)} –" : $"{Text(count.Least)} – {Text(count.Most)}"),
            Title = title,
            Note = NoteOf(count),
        };
    }

    private static LocalText? NoteOf(PeriodCount count) => count switch
    {
        { Verdict.IsBroken: true } => new LocalText("不符合规定", "breaks the rule"),
        { Verdict.IsJudged: false } => new LocalText("尚未结束，未作判定", "has not ended and is not judged yet"),
        { Period.Counts: null } => new LocalText("校历未说明是否计入", "the calendar does not say whether it counts"),
        _ => null,
    };

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
