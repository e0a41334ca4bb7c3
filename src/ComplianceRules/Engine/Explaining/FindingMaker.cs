using System.Collections.Immutable;
using ComplianceRules.Diagnostics;
using ComplianceRules.Expressions;
using ComplianceRules.Facts;
using ComplianceRules.Findings;
using ComplianceRules.Kinds;
using ComplianceRules.Packs;

namespace ComplianceRules.Engine;

/// <summary>Makes the findings of rows that have been judged, with their evidence.</summary>
/// <remarks>May be shared between threads where the judge may.</remarks>
/// <param name="snapshot">The facts.</param>
/// <param name="stacks">The stack of each row.</param>
/// <param name="judge">What judged the rules.</param>
/// <param name="scopes">The instruments of each pack.</param>
/// <param name="detail">Which rows are listed.</param>
internal sealed class FindingMaker(Snapshot snapshot, RowStacks stacks, RuleJudge judge, PackScopes scopes, FindingDetail detail)
{
    private readonly Measurer _measurer = new(judge.Interpreter);
    private readonly BandFinder _bands = new(judge.Interpreter);
    private readonly PersonalMeasure _persons = new(judge.Interpreter, detail.Persons ? null : snapshot.Schema);
    private readonly FindingSentences _sentences = new(judge.Interpreter, new ValueText(snapshot.Schema), detail.Persons ? null : snapshot.Schema);
    private readonly PartVerdicts _parts = new(snapshot, judge);
    private readonly RowSubjects _subjects = new(snapshot);
    private readonly CorrectionFinder? _corrections = detail.Corrections ? new CorrectionFinder(snapshot, stacks, judge, detail.Persons) : null;

    /// <summary>The finding of one row.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="severity">How grave a breach is.</param>
    /// <param name="verdict">What the rule says of the row.</param>
    /// <param name="row">The row, in the rule's table.</param>
    public Finding Of(CheckedRule rule, RuleSeverity severity, Verdict verdict, int row)
    {
        FactTable table = snapshot.Table(rule.Rule.Subject);
        RowFrames frames = new(table, row, stacks.Of(table, row)!.ParametersOf(rule.Pack.Id));
        return Of(rule, severity, verdict, frames, verdict == Verdict.Undetermined ? judge.Missing(rule, frames) : MissingSet.None);
    }

    /// <summary>The finding of one row.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="severity">How grave a breach is.</param>
    /// <param name="verdict">What the rule says of the row.</param>
    /// <param name="row">The row.</param>
    /// <param name="missing">The facts that decide it; none where it is decided.</param>
    public Finding Of(CheckedRule rule, RuleSeverity severity, Verdict verdict, RowFrames row, MissingSet missing)
    {
        Subject subject = _subjects.Of(row.Subject, row.Row);
        if (verdict == Verdict.NotApplicable)
            return Skeleton(rule, severity, verdict, rule.Rule.Title) with { Subject = subject, Place = _subjects.PlaceOf(row.Subject, row.Row) };
        Measured? measured = MeasuredOf(rule.Form, row);
        bool isShown = measured?.IsHidden == false;
        bool isKept = verdict == Verdict.Waived && rule.Form.HoldsUnexcused is not null && judge.Interpreter.Evaluate(rule.Form.Holds, row) is BoolValue { Truth: true };
        FindingWaiver? waiver = verdict == Verdict.Waived && !isKept ? judge.WaiverOf(rule, row.Row) : null;
        ImmutableArray<FindingPart> parts = _parts.Of(rule, row.Row);
        LocalText message = verdict == Verdict.Undetermined
            ? _sentences.Undecided(rule, missing.Facts)
            : _sentences.Decided(rule, row, measured, verdict is Verdict.NonCompliant or Verdict.Waived);
        message = PartSentences.Fill(WithWaived(message, rule, row), parts, isKept);
        if (verdict == Verdict.NonCompliant) message = WithReason(message, severity);
        ParameterSources sources = new(stacks.Of(row.Subject, row.Row)!, rule.Pack.Id, scopes);
        ResolvedParameter? limit = measured?.Bound?.Value is ParameterExpression parameter ? Resolved(parameter, row, sources) : null;
        return Skeleton(rule, severity, verdict, waiver is null ? message : WaiverSentences.After(message, waiver)) with
        {
            Subject = subject,
            Place = _subjects.PlaceOf(row.Subject, row.Row),
            Waiver = waiver,
            Parts = parts,
            Observed = isShown ? ValueOf(measured?.Observed, rule.Form.Observed?.Type) : null,
            Unit = UnitOf(rule),
            Limit = measured?.IsLimitHidden == true ? null : ValueOf(measured?.Limit, rule.Form.Observed?.Type),
            Margin = isShown && verdict != Verdict.Undetermined && measured?.Margin is { } margin ? new FindingValue(FieldType.Number, margin.ToString()) : null,
            Band = isShown && verdict != Verdict.Undetermined ? measured?.Band : null,
            LimitSource = limit is null ? null : sources.LawOf(limit),
            LimitTrail = limit is null ? [] : sources.TrailOf(rule.Form.Observed!.Type.Kind, limit),
            Relaxations = Relaxations(rule, row, sources),
            Missing = missing.Facts,
            MissingIsSmallest = missing.IsSmallest,
            Correction = verdict switch
            {
                Verdict.NonCompliant => _corrections?.Of(rule, row.Row, parts),
                Verdict.Undetermined => _corrections?.Collect(rule, missing.Facts),
                _ => null,
            },
        };
    }

    /// <summary>The finding that stands for all rows that lack the same column or list.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="severity">How grave a breach is.</param>
    /// <param name="lacking">The rows.</param>
    /// <param name="shown">How many of them a report may show.</param>
    public Finding OfAll(CheckedRule rule, RuleSeverity severity, LackingRows lacking, ShownCount shown) =>
        Skeleton(rule, severity, Verdict.Undetermined, _sentences.Undecided(rule, lacking.Facts)) with { Rows = lacking.Count, ShownRows = shown, Missing = lacking.Facts, Correction = _corrections?.Collect(rule, lacking.Facts) };

    // Of two figures that agree one tells the other.
    private Measured? MeasuredOf(JudgedForm form, RowFrames row)
    {
        if (_measurer.Measure(form, row) is not { } measured) return null;
        bool isLimitHidden = measured.Bound is { } bound && _persons.Hides(bound.Value, measured.Limit!, row);
        bool isHidden = _persons.Hides(form.Observed!, measured.Observed, row);
        bool isExact = measured.Bound?.Kind == BoundKind.Equals;
        return measured with
        {
            IsHidden = isHidden || isLimitHidden,
            IsLimitHidden = isLimitHidden || (isHidden && isExact && measured.Bound!.Value is not (LiteralExpression or ParameterExpression)),
            Band = _bands.Of(form, measured.Observed, row),
        };
    }

    private static Finding Skeleton(CheckedRule rule, RuleSeverity severity, Verdict verdict, LocalText message) => new()
    {
        Rule = rule.Id,
        Title = rule.Rule.Title,
        Area = rule.Rule.Area,
        Pack = rule.Pack.Id,
        Verdict = verdict,
        Severity = severity.Severity,
        Binding = rule.Rule.Binding,
        Source = rule.Source,
        Message = message,
        Remedy = rule.Rule.Remedy,
    };

    private LocalText WithWaived(LocalText message, CheckedRule rule, RowFrames row)
    {
        if (!judge.HasWaivers || rule.Form.CountedRules is not [var counted] || rule.Form.Observed is not ChildShareExpression share) return message;
        int waived = judge.Interpreter.Counted(share, row).Count(child => judge.IsWaived(counted, child));
        if (waived == 0) return message;
        return WaiverSentences.Counting(message, !detail.Persons && snapshot.Schema.IsPersonal(share.List.Table) ? ShownCount.OfPersons(waived) : ShownCount.Exactly(waived));
    }

    private static LocalText WithReason(LocalText message, RuleSeverity severity) => severity.Reason is not { } reason
        ? message
        : new LocalText($"{message.In(TextLanguage.Chinese)}（{reason.In(TextLanguage.Chinese)}）", $"{message.In(TextLanguage.English)} ({reason.In(TextLanguage.English)})");

    private ResolvedParameter? Resolved(ParameterExpression parameter, RowFrames row, ParameterSources sources)
    {
        string? key = parameter.Key is null ? null : (judge.Interpreter.Evaluate(parameter.Key, row) as TextValue)?.Content;
        Value? seasonOf = parameter.SeasonOf is { } date ? judge.Interpreter.Evaluate(date, row) : null;
        return sources.Resolved(parameter, key, seasonOf);
    }

    // Of the rule itself, then of the values that it reads for the row; those of rows below are read by the key of each.
    private ImmutableArray<FindingRelaxation> Relaxations(CheckedRule rule, RowFrames row, ParameterSources sources)
    {
        FindingRelaxation? own = sources.RelaxationOf(rule.Pack, rule.Rule.Relaxes, rule.Rule.Effective.From);
        IEnumerable<FindingRelaxation?> ofValues = rule.Form.Parts.OfType<ParameterExpression>().Where(p => p.Key is null or LiteralExpression or FieldExpression { Row.Frame: 0 })
            .Select(p => Resolved(p, row, sources)).OfType<ResolvedParameter>().Select(r => sources.RelaxationOf(r.Pack, r.Relaxes, r.Entry.From));
        return [.. ofValues.Prepend(own).OfType<FindingRelaxation>().Distinct()];
    }

    private static FindingValue? ValueOf(Value? value, ExpressionType? type) => value is null or UnknownValue || type is null ? null : new FindingValue(type.Kind, value.Text);

    /// <summary>The unit of what a rule measures; null where there is none.</summary>
    /// <param name="rule">The rule.</param>
    internal static string? UnitOf(CheckedRule rule) => rule.Form.Observed?.Type switch
    {
        { Kind: FieldType.Number, Unit: { } unit } => unit.Text,
        { Kind: FieldType.Time } => Unit.Minute.Text,
        { Kind: FieldType.Date } => Unit.Day.Text,
        _ => null,
    };
}
