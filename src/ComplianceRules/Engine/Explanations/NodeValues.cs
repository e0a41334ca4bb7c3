using System.Collections.Immutable;
using ComplianceRules.Diagnostics;
using ComplianceRules.Expressions;
using ComplianceRules.Facts;
using ComplianceRules.Findings;

namespace ComplianceRules.Engine;

/// <summary>Makes nodes of parts and their values.</summary>
/// <param name="schema">Titles of fields and units.</param>
internal sealed class NodeValues(FactSchema schema)
{
    private static readonly LocalText ValueIsSet = new("有对应的规定值", "a value is set for it");
    private static readonly LocalText NotLookedAt = new("无需判断", "not needed");

    private readonly ValueText _texts = new(schema);

    /// <summary>A part with its value, without its own parts.</summary>
    /// <param name="expression">The part.</param>
    /// <param name="value">The value.</param>
    /// <param name="place">Where it stands.</param>
    public ExplainedNode Of(TypedExpression expression, Value value, NodePlace place)
    {
        UnknownReason? reason = (value as UnknownValue)?.Reason;
        return new ExplainedNode
        {
            Kind = expression is FieldExpression ? ExplainedKind.Fact : ExplainedKind.Other,
            Text = TextOf(expression, place),
            Type = expression.Type.Kind,
            State = reason is null ? ExplainedState.Known : ExplainedState.Unknown,
            Value = reason is null ? new FindingValue(expression.Type.Kind, value.Text) : null,
            Unit = UnitOf(expression),
            Reason = reason,
            Shown = reason is { } why ? Unknown(why) : Known(expression, value, place.Against),
            Title = TitleOf(expression),
        };
    }

    /// <summary>A part that was not looked at.</summary>
    /// <param name="expression">The part.</param>
    /// <param name="place">Where it stands.</param>
    public ExplainedNode NotNeeded(TypedExpression expression, NodePlace place) => new()
    {
        Kind = expression is FieldExpression ? ExplainedKind.Fact : ExplainedKind.Other,
        Text = TextOf(expression, place),
        Type = expression.Type.Kind,
        State = ExplainedState.NotNeeded,
        Unit = UnitOf(expression),
        Shown = NotLookedAt,
        Title = TitleOf(expression),
    };

    private static string TextOf(TypedExpression expression, NodePlace place) => new ExpressionPrinter(place.Scope).Text(expression);

    private static string? UnitOf(TypedExpression expression) => expression.Type is { Kind: FieldType.Number, Unit: { } unit } ? unit.Text : null;

    private static LocalText Unknown(UnknownReason reason)
    {
        LocalText text = ReasonTexts.Of(reason);
        return new LocalText($"未知（{text.In(TextLanguage.Chinese)}）", $"unknown ({text.In(TextLanguage.English)})");
    }

    private LocalText Known(TypedExpression expression, Value value, Value? against)
    {
        ImmutableArray<FieldOption> options = (expression as FieldExpression)?.Field.Options ?? [];
        return new LocalText(
            _texts.Of(value, expression.Type, options, against, TextLanguage.Chinese), _texts.Of(value, expression.Type, options, against, TextLanguage.English));
    }

    private LocalText? TitleOf(TypedExpression expression) => expression switch
    {
        FieldExpression e => Titled(e.Field.Title, e.Row),
        HasExpression { Field: { } field } e => Given(Titled(field.Title, e.Row)),
        HasExpression { List: { } list } e => Given(schema.List(e.Row.Table, list)?.Title),
        ParameterEntryExpression => ValueIsSet,
        AtLeastExpression e => new LocalText($"{e.Conditions.Length}项中至少{e.Needed}项成立", $"at least {e.Needed} of these {e.Conditions.Length} hold"),
        _ => null,
    };

    private static LocalText? Given(LocalText? title) => title is null || title == LocalText.Empty
        ? null
        : new LocalText($"已填报：{title.In(TextLanguage.Chinese)}", $"given: {title.In(TextLanguage.English)}");

    private static LocalText? Titled(LocalText title, RowPath row) => title == LocalText.Empty
        ? null
        : new LocalText(ValueText.Titled(title, row.InPrevious, TextLanguage.Chinese), ValueText.Titled(title, row.InPrevious, TextLanguage.English));
}
