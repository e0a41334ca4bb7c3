using System.Collections.Frozen;
using System.Collections.Immutable;
using ComplianceRules.Diagnostics;
using ComplianceRules.Expressions;
using ComplianceRules.Facts;
using ComplianceRules.Findings;

namespace ComplianceRules.Engine;

/// <summary>Makes the findings of rules that have been judged, with their evidence.</summary>
/// <remarks>For one run and one thread.</remarks>
/// <param name="snapshot">The facts.</param>
/// <param name="stacks">The stack of each row.</param>
/// <param name="judge">What judged the rules.</param>
/// <param name="scopes">The instruments of each pack.</param>
/// <param name="detail">Which rows are listed.</param>
internal sealed class FindingGatherer(Snapshot snapshot, RowStacks stacks, RuleJudge judge, PackScopes scopes, FindingDetail detail)
{
    private readonly Measurer _measurer = new(judge.Interpreter);
    private readonly PersonalMeasure _persons = new(judge.Interpreter, detail.Persons ? null : snapshot.Schema);
    private readonly FindingSentences _sentences = new(judge.Interpreter, new ValueText(snapshot.Schema), detail.Persons ? null : snapshot.Schema);
    private readonly RowSubjects _subjects = new(snapshot);

    /// <summary>The findings of one rule, those of all rows together first, then by id.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="severity">How grave a breach is.</param>
    /// <param name="bits">What the rule says of every row.</param>
    public ImmutableArray<Finding> Gather(CheckedRule rule, RuleSeverity severity, RuleBits bits)
    {
        FactTable table = snapshot.Table(rule.Rule.Subject);
        FrozenSet<string> absent = AbsentFacts.Of(rule, snapshot);
        List<Finding> findings = [];
        SortedDictionary<string, UnknownReason> lacking = new(StringComparer.Ordinal);
        int rowsLacking = 0;
        bool isListed = detail.Persons || !snapshot.Schema.IsPersonal(table.Schema.Name);
        foreach ((int row, PackStack stack) in stacks.Rows(table, rule.Pack.Id))
        {
            Verdict verdict = bits.Verdict(row);
            if (!detail.Closed && verdict is Verdict.Compliant or Verdict.NotApplicable) continue;
            RowFrames frames = new(table, row, stack.ParametersOf(rule.Pack.Id));
            MissingSet missing = verdict == Verdict.Undetermined ? judge.Missing(rule, frames) : MissingSet.None;
            List<MissingFact> columns = detail.EachLack ? [] : [.. missing.Facts.Where(m => absent.Contains(m.Path))];
            if (columns.Count > 0)
            {
                rowsLacking++;
                foreach (MissingFact column in columns) lacking[column.Path] = column.Reason;
            }
            else if (isListed)
            {
                findings.Add(Of(rule, severity, verdict, frames, missing));
            }
        }

        IEnumerable<Finding> ordered = findings.OrderBy(f => f.Subject!.Id, StringComparer.Ordinal);
        return rowsLacking == 0 ? [.. ordered] : [OfAll(rule, severity, rowsLacking, lacking), .. ordered];
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
            return Skeleton(rule, severity, verdict, rule.Rule.Title) with { Subject = subject };
        Measured? measured = _measurer.Measure(rule.Form, row);
        if (measured is not null && _persons.Hides(rule.Form.Observed!, measured.Observed, row)) measured = measured with { IsHidden = true };
        bool isShown = measured?.IsHidden == false;
        LocalText message = verdict == Verdict.Undetermined
            ? _sentences.Undecided(rule, missing.Facts)
            : _sentences.Decided(rule, row, measured, verdict == Verdict.NonCompliant);
        return Skeleton(rule, severity, verdict, verdict == Verdict.NonCompliant ? WithReason(message, severity) : message) with
        {
            Subject = subject,
            Observed = isShown ? ValueOf(measured?.Observed, rule.Form.Observed?.Type) : null,
            Unit = UnitOf(rule),
            Limit = ValueOf(measured?.Limit, rule.Form.Observed?.Type),
            Margin = isShown && verdict != Verdict.Undetermined && measured?.Margin is { } margin ? new FindingValue(FieldType.Number, margin.ToString()) : null,
            LimitSource = LimitSource(rule, measured, row),
            Missing = missing.Facts,
            MissingIsSmallest = missing.IsSmallest,
        };
    }

    private Finding OfAll(CheckedRule rule, RuleSeverity severity, int rows, SortedDictionary<string, UnknownReason> lacking)
    {
        ImmutableArray<MissingFact> missing = [.. lacking.Select(l => new MissingFact(l.Key, l.Value))];
        return Skeleton(rule, severity, Verdict.Undetermined, _sentences.Undecided(rule, missing)) with { Rows = rows, Missing = missing };
    }

    private static Finding Skeleton(CheckedRule rule, RuleSeverity severity, Verdict verdict, LocalText message) => new()
    {
        Rule = rule.FullId,
        Title = rule.Rule.Title,
        Area = rule.Rule.Area,
        Pack = rule.Pack.Id,
        Verdict = verdict,
        Severity = severity.Severity,
        Binding = rule.Rule.Binding,
        Source = new FindingSource(rule.Pack.Id, rule.Instrument, rule.Rule.Source.Clause, rule.Rule.Effective.From),
        Message = message,
        Remedy = rule.Rule.Remedy,
    };

    private static LocalText WithReason(LocalText message, RuleSeverity severity) => severity.Reason is not { } reason
        ? message
        : new LocalText($"{message.In(TextLanguage.Chinese)}（{reason.In(TextLanguage.Chinese)}）", $"{message.In(TextLanguage.English)} ({reason.In(TextLanguage.English)})");

    private FindingSource? LimitSource(CheckedRule rule, Measured? measured, RowFrames row)
    {
        if (measured?.Bound?.Value is not ParameterExpression parameter) return null;
        string? key = parameter.Key is null ? null : (judge.Interpreter.Evaluate(parameter.Key, row) as TextValue)?.Content;
        ParameterSources sources = new(stacks.Of(row.Subject, row.Row)!, rule.Pack.Id, scopes);
        return sources.Resolved(parameter, key) is { } resolved ? sources.LawOf(resolved) : null;
    }

    private static FindingValue? ValueOf(Value? value, ExpressionType? type) => value is null or UnknownValue || type is null ? null : new FindingValue(type.Kind, value.Text);

    private static string? UnitOf(CheckedRule rule) => rule.Form.Observed?.Type switch
    {
        { Kind: FieldType.Number, Unit: { } unit } => unit.Text,
        { Kind: FieldType.Time } => Unit.Minute.Text,
        { Kind: FieldType.Date } => Unit.Day.Text,
        _ => null,
    };
}
