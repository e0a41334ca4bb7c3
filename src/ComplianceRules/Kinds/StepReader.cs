using ComplianceRules.Diagnostics;
using ComplianceRules.Expressions;
using ComplianceRules.Facts;
using ComplianceRules.Json;

namespace ComplianceRules.Kinds;

/// <summary>Reads one step of a sequence.</summary>
/// <param name="rule">The rule.</param>
/// <param name="part">The step as it is written.</param>
/// <param name="before">The steps before it, by their ids; null for those in trouble.</param>
internal sealed class StepReader(KindContext rule, NamedPart part, IReadOnlyDictionary<string, SequenceStep?> before)
{
    private const string Calendar = "calendar";
    private const string Working = "working";
    private const string Inclusive = "inclusive";

    private readonly ObjectReader _reader = part.Reader;

    /// <summary>Reads the step; null where trouble has been reported.</summary>
    public SequenceStep? Read()
    {
        (StepDay From, StepDay To)? days = Days();
        JsonNode? after = _reader.Optional("after");
        SequenceStep? earlier = after is null ? null : Earlier(after);
        bool isStrict = _reader.OptionalBool("strictly") == true;
        TypedExpression? when = _reader.Optional("when") is { } asked ? rule.Checker.Condition(asked) : null;
        StepSpan? lasts = Span("lasts");
        StepSpan? wait = Span("wait");
        if (after is null) RefuseWithoutAfter();
        _reader.Done();
        if (days is not var (from, to) || (after is not null && earlier is null)) return null;
        if (lasts is not null && ReferenceEquals(from, to)) rule.Problems.Report(DiagnosticCodes.LastsOneDay, lasts.Place, part.Id);
        return new SequenceStep(part, from, to) { After = earlier, IsStrict = isStrict, When = when, Lasts = lasts, Wait = wait };
    }

    private (StepDay From, StepDay To)? Days()
    {
        (JsonNode? on, JsonNode? from, JsonNode? to) = (_reader.Optional("on"), _reader.Optional("from"), _reader.Optional("to"));
        bool isDay = on is not null && from is null && to is null;
        bool isSpan = on is null && from is not null && to is not null;
        if (!isDay && !isSpan)
        {
            rule.Problems.Report(DiagnosticCodes.StepWithoutDays, _reader.Node.Span with { Length = 1 }, part.Id);
            return null;
        }

        if (isDay) return Day(on!) is { } day ? (day, day) : null;
        (StepDay? first, StepDay? last) = (Day(from!), Day(to!));
        return first is null || last is null ? null : (first, last);
    }

    private StepDay? Day(JsonNode written)
    {
        if (rule.Checker.Read(written) is not { } day) return null;
        if (day.Type is { Kind: FieldType.Date, IsList: false }) return new StepDay(day, LimitReader.MeasureOf(rule.OwnTable, day, written.Text), written.Span);
        rule.Problems.Report(DiagnosticCodes.WrongType, written.Span, Excerpt.Of(written.Text), TypeNames.Of(day.Type), "date");
        return null;
    }

    private SequenceStep? Earlier(JsonNode after)
    {
        if (NodeReader.Id(after, "after", rule.Problems) is not { } id) return null;
        if (before.TryGetValue(id, out SequenceStep? step)) return step;
        rule.Problems.Add(new Diagnostic(DiagnosticCodes.UnknownStep, after.Span, id, part.Id) { DidYouMean = NearestName.Of(id, before.Keys) });
        return null;
    }

    private void RefuseWithoutAfter()
    {
        foreach (string key in (string[])["strictly", "wait"])
        {
            if (_reader.Node.Members.FirstOrDefault(m => m.Name == key) is { } member) rule.Problems.Report(DiagnosticCodes.StepWithoutAfter, member.NameSpan, key, part.Id);
        }
    }

    private StepSpan? Span(string key)
    {
        if (_reader.OptionalObject(key) is not { } span) return null;
        JsonNode? min = span.Required("min");
        bool isWorking = span.OptionalWord("days", Calendar, Working) == Working;
        if (key == "wait" && span.Optional("counting") is { } counting) rule.Problems.Report(DiagnosticCodes.CountingOfWait, counting.Span);
        else _ = span.OptionalWord("counting", Inclusive);
        span.Done();
        return min is not null && rule.Checker.Operand(min, ExpressionType.Number(Unit.Day)) is { } least ? new StepSpan(least, isWorking, min.Span) : null;
    }
}
