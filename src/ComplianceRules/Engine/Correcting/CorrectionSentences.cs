using System.Collections.Immutable;
using System.Globalization;
using ComplianceRules.Diagnostics;
using ComplianceRules.Expressions;
using ComplianceRules.Facts;
using ComplianceRules.Findings;

namespace ComplianceRules.Engine;

/// <summary>The sentences of corrections, in both languages.</summary>
/// <param name="snapshot">The facts.</param>
internal sealed class CorrectionSentences(Snapshot snapshot)
{
    private const int MostListed = 8;
    private const int MostMissing = 8;

    private readonly ValueText _texts = new(snapshot.Schema);
    private readonly RowSubjects _subjects = new(snapshot);

    /// <summary>A change as findings carry it.</summary>
    /// <param name="change">The fact and the number of its new value.</param>
    public FactChange Change((ChangeableFact Fact, long Number) change)
    {
        (ChangeableFact fact, long number) = change;
        string? unit = fact.Field switch
        {
            { Type: FieldType.Number, Unit: { } known } => known.Text,
            _ => null,
        };
        return new FactChange(_subjects.Of(fact.Table, fact.Row), fact.Field, new FindingValue(fact.Field.Type, fact.Now.Text), new FindingValue(fact.Field.Type, fact.At(number).Text), unit, fact.ExactCost(number));
    }

    /// <summary>What is to be changed.</summary>
    /// <param name="kind">What it promises.</param>
    /// <param name="changes">The changes.</param>
    /// <param name="subject">The row of the finding.</param>
    public LocalText Changes(CorrectionKind kind, ImmutableArray<(ChangeableFact Fact, long Number)> changes, (FactTable Table, int Row) subject) => Both(language =>
    {
        bool chinese = language == TextLanguage.Chinese;
        string head = kind == CorrectionKind.Cheapest ? (chinese ? "最小改动：" : "smallest change: ") : (chinese ? "可行改动：" : "a change that would do: ");
        string[] steps = [.. Steps(changes, subject, language)];
        string listed = string.Join(chinese ? "；" : "; ", steps.Take(MostListed));
        if (steps.Length <= MostListed) return head + listed;
        string more = Whole(steps.Length - MostListed);
        return head + listed + (chinese ? $"；另有{more}处" : $"; and {more} more");
    });

    /// <summary>What is to be collected.</summary>
    /// <param name="subject">The table of the rule's subject.</param>
    /// <param name="missing">The facts that decide the rule.</param>
    /// <param name="mayShow">Whether rows of a table may be counted one by one.</param>
    public LocalText Collect(string subject, ImmutableArray<MissingFact> missing, Func<string, bool> mayShow) => Both(language =>
    {
        bool chinese = language == TextLanguage.Chinese;
        string facts = string.Join(chinese ? "、" : ", ", missing.Take(MostMissing).Select(m => _texts.TitleOf(m.Path, subject, language) + Rows(m, subject, mayShow, chinese)));
        string more = Whole(missing.Length - MostMissing);
        string rest = missing.Length <= MostMissing ? string.Empty : chinese ? $"，另有{more}项" : $" and {more} more";
        return chinese ? $"请先补报：{facts}{rest}" : $"collect first: {facts}{rest}";
    });

    /// <summary>That no fact that the rule reads may be changed.</summary>
    /// <param name="rule">The rule.</param>
    public static LocalText NothingToChange(CheckedRule rule) => Both(language =>
    {
        string facts = Titles(rule.Form.Holds, language);
        if (language == TextLanguage.Chinese) return facts.Length == 0 ? "没有标明可改变的事实" : $"所依据的事实均未标明可以改变：{facts}";
        return facts.Length == 0 ? "no fact is marked as one that can be changed" : $"none of the facts that it reads is marked as one that can be changed: {facts}";
    });

    /// <summary>That no change was found.</summary>
    /// <param name="tried">The facts that were changed.</param>
    /// <param name="facts">The facts that may be changed.</param>
    /// <param name="row">The row.</param>
    /// <param name="isComplete">Whether all values were looked at.</param>
    public LocalText NothingFound(ImmutableArray<ChangeableFact> tried, GroundFacts facts, RowFrames row, bool isComplete) => Both(language =>
    {
        bool chinese = language == TextLanguage.Chinese;
        string titles = string.Join(chinese ? "、" : ", ", tried.Select(f => Title(f.Field, language)).Distinct(StringComparer.Ordinal).Take(MostListed));
        if (!isComplete) return chinese ? $"在有限的查找内没有找到只改动以下事实的办法：{titles}" : $"no change of these facts was found within the bounds of the search: {titles}";
        if (facts.Totals.Count == 0) return chinese ? $"只改动以下事实无法达标而不造成新的问题：{titles}" : $"no change of these facts alone puts it right without a new breach: {titles}";
        string moved = Moved(facts, row, language);
        return chinese ? $"{moved}只在同组之内调整无法达标而不造成新的问题：{titles}" : $"{moved}no move within a group puts it right without a new breach: {titles}";
    });

    /// <summary>That a composed rule is to be put right rule by rule.</summary>
    /// <param name="broken">The titles of the rules that are broken.</param>
    public static LocalText PartByPart(IEnumerable<LocalText> broken)
    {
        LocalText[] titles = [.. broken];
        return Both(language =>
        {
            bool chinese = language == TextLanguage.Chinese;
            string listed = string.Join(chinese ? "、" : "; ", titles.Take(MostListed).Select(t => t.In(language)));
            string more = Whole(titles.Length - MostListed);
            string rest = titles.Length <= MostListed ? string.Empty : chinese ? $"，另有{more}条" : $"; and {more} more";
            return chinese ? $"没有一组改动能同时改正所有不合规的部分，请逐条整改：{listed}{rest}" : $"no one set of changes puts all parts right; see the corrections of each rule that is broken: {listed}{rest}";
        });
    }

    private static LocalText Both(Func<TextLanguage, string> text) => new(text(TextLanguage.Chinese), text(TextLanguage.English));

    private static string Title(FieldSchema field, TextLanguage language) => field.Title.In(language) is { Length: > 0 } title ? title : field.Name;

    private static string Whole(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Titles(TypedExpression condition, TextLanguage language) => string.Join(
        language == TextLanguage.Chinese ? "、" : ", ",
        Named(condition).Select(f => Title(f, language)).Distinct(StringComparer.Ordinal).Take(MostListed));

    // As the author wrote it: a derived field by its own name, and no field that only chooses among the values of a parameter.
    private static IEnumerable<FieldSchema> Named(TypedExpression condition) => condition switch
    {
        { StandsFor: { } name } => [name.Field],
        FieldExpression fact => [fact.Field],
        ParameterExpression or ParameterEntryExpression => [],
        _ => ExpressionWalker.Parts(condition).SelectMany(Named),
    };

    private string Rows(MissingFact fact, string subject, Func<string, bool> mayShow, bool chinese)
    {
        if (fact.Rows == 1) return string.Empty;
        string[] steps = fact.Path.Split('.');
        TableSchema? list = steps[..^1].Select(s => snapshot.Schema.List(subject, s)).FirstOrDefault(t => t is not null);
        ShownCount count = list is null || mayShow(list.Name) ? ShownCount.Exactly(fact.Rows) : ShownCount.OfPersons(fact.Rows);
        return chinese ? $"（{count}行）" : $" ({count} rows)";
    }

    // How much of what only moves there is, for as many rows: whoever reads it sees why nothing fits.
    private string Moved(GroundFacts facts, RowFrames row, TextLanguage language)
    {
        foreach (ImmutableArray<int> total in facts.Totals)
        {
            ChangeableFact[] group = [.. total.Select(f => facts.All[f])];
            if (group.Length == 0 || (row.Subject.Schema.Name == group[0].Table.Schema.Name && !group.Any(g => g.Row == row.Row))) continue;
            Rational sum = group.Aggregate(Rational.Zero, (all, f) => all + ((NumberValue)f.Now).Number);
            string amount = _texts.Of(new NumberValue(sum), ExpressionType.Of(group[0].Field), [], null, language);
            string rows = Whole(group.Length);
            return language == TextLanguage.Chinese
                ? $"同组{rows}个{group[0].Table.Schema.Title.In(language)}共{amount}，"
                : $"the {rows} rows of the group ({group[0].Table.Schema.Title.In(language)}) have {amount} in all; ";
        }

        return string.Empty;
    }

    private IEnumerable<string> Steps(ImmutableArray<(ChangeableFact Fact, long Number)> changes, (FactTable Table, int Row) subject, TextLanguage language)
    {
        foreach (IGrouping<(string Table, int Parent, string Field, string Group), (ChangeableFact Fact, long Number)> moved in changes.Where(c => c.Fact.Field.MovesWithin is not null)
            .GroupBy(c => (c.Fact.Table.Schema.Name, c.Fact.Table.Parent(c.Fact.Row), c.Fact.Field.Name, GroupOf(c.Fact))))
            yield return Move([.. moved], subject, language);
        foreach ((ChangeableFact fact, long number) in changes.Where(c => c.Fact.Field.MovesWithin is null)) yield return Step(fact, number, subject, language);
    }

    private static string GroupOf(ChangeableFact fact) => fact.Table.Column(fact.Field.MovesWithin!) is IntColumn wholes ? wholes[fact.Row].ToString(CultureInfo.InvariantCulture)
        : fact.Table.Column(fact.Field.MovesWithin!) is TextColumn texts ? texts[fact.Row] : string.Empty;

    private string Step(ChangeableFact fact, long number, (FactTable Table, int Row) subject, TextLanguage language)
    {
        bool chinese = language == TextLanguage.Chinese;
        (string from, string to) = (Said(fact, fact.Now, language), Said(fact, fact.At(number), language));
        string title = Title(fact.Field, language);
        string row = (fact.Table, fact.Row) == subject ? string.Empty : chinese ? $"{RowName(fact, subject, language)}的" : $"{RowName(fact, subject, language)}, ";
        string difference = Difference(fact, number, language);
        return chinese ? $"{row}{title}由{from}改为{to}{difference}" : $"{row}{title}: from {from} to {to}{difference}";
    }

    private string Said(ChangeableFact fact, Value value, TextLanguage language) => _texts.Of(value, ExpressionType.Of(fact.Field), fact.Field.Options, null, language);

    private string Difference(ChangeableFact fact, long number, TextLanguage language)
    {
        bool chinese = language == TextLanguage.Chinese;
        bool isMore = number > 0;
        switch (fact.Now)
        {
            case NumberValue now:
                Rational size = ((NumberValue)fact.At(number)).Number - now.Number;
                string amount = _texts.Of(new NumberValue(isMore ? size : -size), ExpressionType.Of(fact.Field), [], null, language);
                return chinese ? $"（{(isMore ? "增加" : "减少")}{amount}）" : $" ({amount} {(isMore ? "more" : "less")})";
            case TimeValue now:
                string minutes = _texts.WithUnit(Whole(Math.Abs(((TimeValue)fact.At(number)).Minutes - now.Minutes)), Unit.Minute, language);
                return chinese ? $"（{(isMore ? "推迟" : "提前")}{minutes}）" : $" ({minutes} {(isMore ? "later" : "earlier")})";
            case DateValue now:
                string days = _texts.WithUnit(Whole(Math.Abs(((DateValue)fact.At(number)).Day.DayNumber - now.Day.DayNumber)), Unit.Day, language);
                return chinese ? $"（{(isMore ? "推迟" : "提前")}{days}）" : $" ({days} {(isMore ? "later" : "earlier")})";
            case SetValue now:
                return Keys(fact, ((SetValue)fact.At(number)).Members.Except(now.Members), chinese ? "增加" : "added: ", language) + Keys(fact, now.Members.Except(((SetValue)fact.At(number)).Members), chinese ? "去掉" : "removed: ", language);
            default:
                return string.Empty;
        }
    }

    private string Keys(ChangeableFact fact, ImmutableSortedSet<string> keys, string what, TextLanguage language)
    {
        if (keys.IsEmpty) return string.Empty;
        string listed = Said(fact, new SetValue(keys), language);
        return language == TextLanguage.Chinese ? $"（{what}{listed}）" : $" ({what}{listed})";
    }

    private string Move((ChangeableFact Fact, long Number)[] moved, (FactTable Table, int Row) subject, TextLanguage language)
    {
        bool chinese = language == TextLanguage.Chinese;
        string from = string.Join(chinese ? "、" : ", ", moved.Where(m => m.Number < 0).Select(m => chinese ? $"从{RowName(m.Fact, subject, language)}调出{Amount(m, language)}" : $"{Amount(m, language)} out of {RowName(m.Fact, subject, language)}"));
        string to = string.Join(chinese ? "、" : ", ", moved.Where(m => m.Number > 0).Select(m => chinese ? $"向{RowName(m.Fact, subject, language)}调入{Amount(m, language)}" : $"{Amount(m, language)} into {RowName(m.Fact, subject, language)}"));
        return chinese ? $"{from}，{to}" : $"move {from}, and {to}";
    }

    private string Amount((ChangeableFact Fact, long Number) moved, TextLanguage language)
    {
        Rational size = ((NumberValue)moved.Fact.At(moved.Number)).Number - ((NumberValue)moved.Fact.Now).Number;
        return _texts.Of(new NumberValue(size.Numerator.Sign < 0 ? -size : size), ExpressionType.Of(moved.Fact.Field), [], null, language);
    }

    // Within one school the row's own name says enough.
    private string RowName(ChangeableFact fact, (FactTable Table, int Row) subject, TextLanguage language)
    {
        Subject row = _subjects.Of(fact.Table, fact.Row);
        if (fact.Table.Schema.Name == BaseTables.School || subject.Table.Schema.Name == BaseTables.Region) return row.Name ?? row.Id;
        if (fact.Table.Column(RowSubjects.Name) is TextColumn names && names.IsKnown(fact.Row)) return names[fact.Row];
        string own = fact.Table.Id(fact.Row);
        string title = fact.Table.Schema.Title.In(language);
        return language == TextLanguage.Chinese ? $"{title}{own}" : $"{title} {own}";
    }
}
