using System.Collections.Immutable;
using ComplianceRules.Diagnostics;
using ComplianceRules.Expressions;
using ComplianceRules.Facts;
using ComplianceRules.Json;

namespace ComplianceRules.Kinds;

/// <summary>How often something must or may happen in a week, a month, a term or a year.</summary>
internal sealed class FrequencyRuleKind : IRuleKind
{
    private const string Where = "where";
    private const string On = "on";
    private const string Per = "per";
    private const string Within = "within";

    private static readonly ImmutableArray<string> Limits = ["min", "max"];

    private static readonly ImmutableArray<(string Chinese, string English)> Periods =
        [("每周", "a week"), ("每月", "a month"), ("每学期", "a term"), ("每学年", "a school year"), ("每年", "a year")];

    public string Name => "frequency";

    public JudgedForm? Lower(KindContext rule, TypedExpression applies)
    {
        if (Read(rule) is not { } counted) return null;
        ImmutableArray<Bound> bounds = BoundReader.Read(rule, counted, Limits);
        if (bounds.IsEmpty) return null;
        FrequencyExpression count = Held(counted, bounds);
        List<TypedExpression> compared = [];
        foreach (Bound bound in bounds)
        {
            if (BoundReader.Condition(rule, count, bound, rule.Rule.Body["of"]!.Span) is not { } condition) return null;
            compared.Add(condition);
        }

        BoundReader.WarnOfRanges(rule, compared, bounds, compared.Aggregate((left, right) => new LogicExpression(true, left, right)));
        return new JudgedForm(new LogicExpression(true, applies, Part(count, FrequencyPart.Judged)), Part(count, FrequencyPart.Kept))
        {
            Observed = count,
            Bounds = bounds,
            Measure = MeasureOf(rule, count),
        };
    }

    private static FrequencyExpression? Read(KindContext rule)
    {
        ObjectReader body = new(rule.Rule.Body, rule.Problems);
        JsonNode? of = body.Required("of");
        JsonNode? on = body.RequiredText(On) is null ? null : rule.Rule.Body[On];
        string? per = body.RequiredWord(Per, [.. PeriodNames.All]);
        string? within = body.OptionalWord(Within, PeriodNames.Of(PeriodUnit.Term), PeriodNames.Of(PeriodUnit.SchoolYear));
        foreach (string key in (ReadOnlySpan<string>)[Where, .. Limits]) body.Optional(key);
        body.Done();
        if (of is null || on is null || per is null || (within is null && body.Has(Within)) || rule.ListOf(of) is not { } table) return null;
        ChildListPath list = new(new RowPath(0, rule.Rule.Subject), of.Text, table.Name);
        TypedExpression? where = rule.Rule.Body[Where] is { } condition ? rule.Checker.Inside(table.Name).Condition(condition) : new LiteralExpression(ExpressionType.Bool, Value.True);
        if (DateOf(rule, on, table) is not { } day || where is null) return null;
        ExpressionType type = new(FieldType.Number);
        return new FrequencyExpression(type, FrequencyPart.Count, new RowsExpression(list), where, day)
        {
            Periods = new PeriodQuestion(PeriodNames.Of(per), within is null ? null : PeriodNames.Of(within), rule.Rule.Effective.From),
        };
    }

    private static FieldExpression? DateOf(KindContext rule, JsonNode on, TableSchema table)
    {
        if (table.Field(on.Text) is { Type: FieldType.Date } field) return new FieldExpression(new RowPath(1, table.Name), field);
        string? near = NearestName.Of(on.Text, table.Fields.Values.Where(f => f.Type == FieldType.Date).Select(f => f.Name));
        rule.Problems.Add(new Diagnostic(DiagnosticCodes.EventWithoutDate, on.Span, on.Text, table.Name) { DidYouMean = near });
        return null;
    }

    // A count is in whatever its limits are in.
    private static FrequencyExpression Held(FrequencyExpression counted, ImmutableArray<Bound> bounds) =>
        new(new ExpressionType(FieldType.Number) { Unit = bounds.Select(b => b.Value.Type.Unit).FirstOrDefault(u => u is not null) }, counted.Part, counted.Events, counted.Where, counted.On)
        {
            Periods = counted.Periods,
            Min = bounds.FirstOrDefault(b => b.Kind == BoundKind.Min)?.Value,
            Max = bounds.FirstOrDefault(b => b.Kind == BoundKind.Max)?.Value,
        };

    private static FrequencyExpression Part(FrequencyExpression count, FrequencyPart part) => new(ExpressionType.Bool, part, count.Events, count.Where, count.On)
    {
        Periods = count.Periods,
        Min = count.Min,
        Max = count.Max,
    };

    private static LocalText MeasureOf(KindContext rule, FrequencyExpression count)
    {
        (string chinese, string english) = Periods[(int)count.Periods.Per];
        string table = rule.Schema.Table(count.Events.List.Table)!.Title.In(TextLanguage.Chinese);
        return new LocalText($"{chinese}{table}次数", $"{count.Events.List.List} {english}");
    }
}
