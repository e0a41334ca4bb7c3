using System.Collections.Immutable;
using System.Globalization;
using ComplianceRules.Diagnostics;
using ComplianceRules.Expressions;
using ComplianceRules.Facts;
using ComplianceRules.Findings;
using ComplianceRules.Kinds;

namespace ComplianceRules.Engine;

/// <summary>The sentences of findings, in both languages.</summary>
/// <param name="interpreter">Evaluates one row.</param>
/// <param name="texts">Writes values.</param>
/// <param name="persons">Tells which rows are persons, of whom one or two are not counted; null where all may be.</param>
internal sealed class FindingSentences(ReferenceInterpreter interpreter, ValueText texts, FactSchema? persons)
{
    private const int MostFacts = 6;
    private const int MostMissing = 4;

    private static readonly LocalText InBand = new("；等次：{band}", "; band: {band}");
    private static readonly LocalText NoBand = new("无", "none");

    private readonly ItemSentences _items = new(interpreter, texts, new PersonalMeasure(interpreter, persons));

    /// <summary>What a finding says of a decided row: the pack's message, else the kind's own sentence.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="row">The row.</param>
    /// <param name="measured">What the row has; null where the rule measures nothing.</param>
    /// <param name="isBroken">Whether the row breaks the rule.</param>
    public LocalText Decided(CheckedRule rule, RowFrames row, Measured? measured, bool isBroken) =>
        Both(language => Fill(Template(rule, measured, isBroken, language), rule, row, measured, language));

    /// <summary>What a finding says where the facts do not decide.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="missing">The facts that are missing.</param>
    public LocalText Undecided(CheckedRule rule, ImmutableArray<MissingFact> missing) => Both(language =>
    {
        bool chinese = language == TextLanguage.Chinese;
        string facts = string.Join(chinese ? "、" : ", ", missing.Take(MostMissing).Select(m => Missing(m, rule.Rule.Subject, language)));
        string more = missing.Length <= MostMissing ? string.Empty : chinese ? "等" : " and others";
        return chinese ? $"无法判定，缺少：{facts}{more}" : $"cannot be decided without: {facts}{more}";
    });

    private static LocalText Both(Func<TextLanguage, string> text) => new(text(TextLanguage.Chinese), text(TextLanguage.English));

    private static string Template(CheckedRule rule, Measured? measured, bool isBroken, TextLanguage language)
    {
        if (isBroken && rule.Rule.Message is { } message) return message.In(language);
        if (measured is { Bound: { } bound, Limit: not UnknownValue } && (rule.Form.Observed is ChildShareExpression || measured.Period is not null || measured.Observed is not UnknownValue))
            return LimitSentences.Of(bound).In(language) + (rule.Form.Bands.IsEmpty ? string.Empty : InBand.In(language));
        return (isBroken ? rule.Form.Breach : rule.Form.Kept)?.In(language) ?? "{title}";
    }

    private string Fill(string template, CheckedRule rule, RowFrames row, Measured? measured, TextLanguage language)
    {
        ImmutableArray<FieldOption> options = (rule.Form.Observed as FieldExpression)?.Field.Options ?? [];
        ExpressionType? type = rule.Form.Observed?.Type;
        string filled = _items.Fill(template, rule.Form, row, language)
            .Replace("{title}", rule.Rule.Title.In(language), StringComparison.Ordinal)
            .Replace("{measure}", Measure(rule, measured, language), StringComparison.Ordinal);
        if (filled.Contains("{facts}", StringComparison.Ordinal)) filled = WithFacts(filled, Facts(rule, row, language));
        if (type is null || measured is null) return filled;
        string tolerance = measured.Bound?.Tolerance is { } room ? texts.Of(interpreter.Evaluate(room, row), type, [], null, language) : string.Empty;
        return filled
            .Replace("{observed}", Observed(rule, row, measured, language), StringComparison.Ordinal)
            .Replace("{band}", measured.IsHidden ? Hidden(language) : (measured.Band?.Title ?? NoBand).In(language), StringComparison.Ordinal)
            .Replace("{limit}", measured.Limit is null ? string.Empty : measured.IsLimitHidden ? Hidden(language) : texts.Of(measured.Limit, type, options, measured.Observed, language), StringComparison.Ordinal)
            .Replace("{margin}", measured.IsHidden ? Hidden(language) : measured.Margin is { } margin ? texts.Of(new NumberValue(margin), type, [], null, language) : string.Empty, StringComparison.Ordinal)
            .Replace("{tolerance}", tolerance, StringComparison.Ordinal);
    }

    private string Observed(CheckedRule rule, RowFrames row, Measured measured, TextLanguage language)
    {
        if (measured.IsHidden) return Hidden(language);
        ExpressionType type = rule.Form.Observed!.Type;
        if (measured is { Period: { } period, Observed: UnknownValue }) return Between(period.Least, period.Most);
        if (rule.Form.Observed is not ChildShareExpression share)
            return texts.Of(measured.Observed, type, (rule.Form.Observed as FieldExpression)?.Field.Options ?? [], measured.Limit, language);
        ShareInterval found = interpreter.Share(share, row);
        string least = texts.Of(new NumberValue(found.Least), type, [], measured.Limit, language);
        if (found.Least != found.Most) return $"{least} – {texts.Of(new NumberValue(found.Most), type, [], measured.Limit, language)}";
        if (IsPersonal(share.List.Table) && (IsSmall(found.Met) || IsSmall(found.Rows - found.Met))) return least;
        string met = found.Met.ToString(CultureInfo.InvariantCulture);
        string rows = found.Rows.ToString(CultureInfo.InvariantCulture);
        return language == TextLanguage.Chinese ? $"{least}（{met}/{rows}）" : $"{least} ({met} of {rows})";
    }

    private static string Measure(CheckedRule rule, Measured? measured, TextLanguage language)
    {
        string measure = rule.Form.Measure.In(language);
        if (measured?.Period is not { } decisive) return measure;
        string period = PeriodTexts.Of(decisive.Period).In(language);
        return language == TextLanguage.Chinese ? $"{measure}（{period}）" : $"{measure} ({period})";
    }

    private static string Between(int least, int most) => string.Create(CultureInfo.InvariantCulture, $"{least} – {most}");

    // Where only rows of lists are asked, no fact of the row itself is there to be shown, and empty brackets would say nothing.
    private static string WithFacts(string template, string facts) => facts.Length > 0
        ? template.Replace("{facts}", facts, StringComparison.Ordinal)
        : template.Replace("（{facts}）", string.Empty, StringComparison.Ordinal).Replace(" ({facts})", string.Empty, StringComparison.Ordinal).Replace("{facts}", string.Empty, StringComparison.Ordinal);

    private string Facts(CheckedRule rule, RowFrames row, TextLanguage language)
    {
        bool chinese = language == TextLanguage.Chinese;
        IEnumerable<string> facts = ExpressionWalker.SelfAndDescendants(rule.Form.Holds).OfType<FieldExpression>()
            .Where(f => f.Row.Frame == 0).Distinct()
            .Select(f => (f.Row, f.Field, f.Type, Value: interpreter.Evaluate(f, row)))
            .Where(f => f.Value is not UnknownValue).Take(MostFacts)
            .Select(f => (chinese ? "{0}：{1}" : "{0}: {1}")
                .Replace("{0}", ValueText.Titled(f.Field.Title, f.Row.InPrevious, language), StringComparison.Ordinal)
                .Replace("{1}", texts.Of(f.Value, f.Type, f.Field.Options, null, language), StringComparison.Ordinal));
        return string.Join(chinese ? "；" : "; ", facts);
    }

    private string Missing(MissingFact fact, string subject, TextLanguage language)
    {
        bool chinese = language == TextLanguage.Chinese;
        string reason = ReasonTexts.Of(fact.Reason).In(language);
        string rows = RowsOf(fact) is not { } count ? string.Empty : chinese ? $"，{count} 行" : $", {count} rows";
        string title = texts.TitleOf(fact.Path, subject, language);
        return chinese ? $"{title}（{reason}{rows}）" : $"{title} ({reason}{rows})";
    }

    private string? RowsOf(MissingFact fact)
    {
        bool ofPersons = fact.Path.Split('.')[..^1].Any(step => persons?.Tables.Values.Any(t => t.Children == step && IsPersonal(t.Name)) == true);
        if (ofPersons) return ShownCount.OfPersons(fact.Rows).ToString();
        return fact.Rows == 1 ? null : fact.Rows.ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>What stands in the place of a value that would speak of one or two persons.</summary>
    /// <param name="language">The language.</param>
    internal static string Hidden(TextLanguage language) => language == TextLanguage.Chinese ? "（涉及不足三人，不予显示）" : "(not shown: fewer than three persons)";

    private bool IsPersonal(string table) => persons?.IsPersonal(table) == true;

    private static bool IsSmall(int rows) => rows is > 0 and < ShownCount.FewestCounted;
}
