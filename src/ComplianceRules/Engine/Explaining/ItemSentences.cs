using System.Globalization;
using ComplianceRules.Diagnostics;
using ComplianceRules.Expressions;
using ComplianceRules.Findings;
using ComplianceRules.Kinds;

namespace ComplianceRules.Engine;

/// <summary>What a finding says of the items or steps of a rule: how many hold, which fail and by how much.</summary>
/// <param name="interpreter">Evaluates one row.</param>
/// <param name="texts">Writes values.</param>
/// <param name="persons">Tells which measures would speak of one or two persons.</param>
internal sealed class ItemSentences(ReferenceInterpreter interpreter, ValueText texts, PersonalMeasure persons)
{
    private const int MostItems = 6;

    /// <summary>Fills the places of a template that speak of items.</summary>
    /// <param name="template">The template.</param>
    /// <param name="form">The rule.</param>
    /// <param name="row">The row.</param>
    /// <param name="language">The language.</param>
    public string Fill(string template, JudgedForm form, RowFrames row, TextLanguage language)
    {
        if (form.Items.IsEmpty) return template;
        int held = form.Items.Count(i => Answer(i.Holds, row) == true);
        return template
            .Replace("{count}", Number(form.Items.Length), StringComparison.Ordinal)
            .Replace("{held}", Number(held), StringComparison.Ordinal)
            .Replace("{needed}", Number(form.ItemsNeeded), StringComparison.Ordinal)
            .Replace("{items}", Failing(form, row, language), StringComparison.Ordinal);
    }

    private string Failing(JudgedForm form, RowFrames row, TextLanguage language)
    {
        bool chinese = language == TextLanguage.Chinese;
        JudgedItem[] below = [.. form.Items.Where(i => i.Floor is { } floor && Answer(floor, row) == false)];
        JudgedItem[] failing = [.. form.Items.Where(i => Answer(i.Holds, row) == false).Except(below)];
        JudgedItem[] open = [.. form.Items.Where(i => Answer(i.Holds, row) is null)];
        return Listed(below, chinese ? "；低于底线：" : "; below the floor: ", row, language)
            + Listed(failing, chinese ? "；未达标：" : "; not met: ", row, language)
            + Listed(open, chinese ? "；未知：" : "; not known: ", row, language);
    }

    private string Listed(JudgedItem[] items, string beginning, RowFrames row, TextLanguage language)
    {
        if (items.Length == 0) return string.Empty;
        bool chinese = language == TextLanguage.Chinese;
        string more = items.Length <= MostItems ? string.Empty : chinese ? "等" : " and others";
        return beginning + string.Join(chinese ? "、" : ", ", items.Take(MostItems).Select(i => Said(i, row, language))) + more;
    }

    private string Said(JudgedItem item, RowFrames row, TextLanguage language)
    {
        bool chinese = language == TextLanguage.Chinese;
        string title = item.Title.In(language);
        string[] measures = [.. item.Measures.Where(m => Answer(m.Holds, row) == false).Select(m => Said(m, row, language))];
        if (measures.Length == 0) return title;
        string said = string.Join(chinese ? "；" : "; ", measures);
        return chinese ? $"{title}（{said}）" : $"{title} ({said})";
    }

    private string Said(JudgedMeasure measured, RowFrames row, TextLanguage language)
    {
        (Value observed, Value limit) = (interpreter.Evaluate(measured.Observed, row), interpreter.Evaluate(measured.Bound.Value, row));
        bool isHidden = persons.Hides(measured.Observed, observed, row) || persons.Hides(measured.Bound.Value, limit, row);
        string room = measured.Bound.Tolerance is { } tolerance ? Text(measured, interpreter.Evaluate(tolerance, row), null, language) : string.Empty;
        return LimitSentences.Of(measured.Bound).In(language)
            .Replace("{measure}", measured.Measure.In(language), StringComparison.Ordinal)
            .Replace("{observed}", isHidden ? FindingSentences.Hidden(language) : Text(measured, observed, limit, language), StringComparison.Ordinal)
            .Replace("{limit}", isHidden ? FindingSentences.Hidden(language) : Text(measured, limit, observed, language), StringComparison.Ordinal)
            .Replace("{tolerance}", room, StringComparison.Ordinal);
    }

    private string Text(JudgedMeasure measured, Value value, Value? against, TextLanguage language) =>
        texts.Of(value, measured.Observed.Type, (measured.Observed as FieldExpression)?.Field.Options ?? [], against, language);

    private bool? Answer(TypedExpression condition, RowFrames row) => interpreter.Evaluate(condition, row) is BoolValue { Truth: var truth } ? truth : null;

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
