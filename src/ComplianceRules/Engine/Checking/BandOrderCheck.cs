using System.Collections.Immutable;
using System.Globalization;
using ComplianceRules.Diagnostics;
using ComplianceRules.Expressions;
using ComplianceRules.Kinds;
using ComplianceRules.Packs;

namespace ComplianceRules.Engine;

/// <summary>Bands ascend: as they are written, and by the values that parameters have on each day on which the rule is in force.</summary>
/// <remarks>Bands that are computed are not looked at here; where they do not ascend for a row, it is in no band.</remarks>
/// <param name="pack">The pack whose parameters count.</param>
/// <param name="book">Its parameters and those further out.</param>
/// <param name="scales">The scales that times are read on.</param>
/// <param name="problems">Takes what is wrong.</param>
internal sealed class BandOrderCheck(RulePack pack, ParameterBook book, ParameterScales scales, DiagnosticBag problems)
{
    /// <summary>Checks a rule of the pack itself, or one further out of which the pack gives parameters values.</summary>
    /// <param name="rule">The rule.</param>
    public void Check(CheckedRule rule)
    {
        ImmutableArray<JudgedBand> bands = rule.Form.Bands;
        for (int i = 1; i < bands.Length; i++)
        {
            if (rule.Pack != pack && !IsOwn(bands[i - 1]) && !IsOwn(bands[i])) continue;
            if (bands[i - 1].From is LiteralExpression { Value: var low } && bands[i].From is LiteralExpression { Value: var high }) CheckWritten(rule, i, low, high);
            else CheckDays(rule, i);
        }
    }

    private bool IsOwn(JudgedBand band) => band.From is ParameterExpression parameter && pack.Parameters.Any(p => p.Name == parameter.Name);

    private void CheckWritten(CheckedRule rule, int band, Value low, Value high)
    {
        if (Ascends(low, high)) return;
        (JudgedBand lower, JudgedBand upper) = (rule.Form.Bands[band - 1], rule.Form.Bands[band]);
        problems.Report(DiagnosticCodes.BandsNotAscending, PlaceOf(rule, band), lower.Id, upper.Id, low.Text, high.Text);
    }

    // Values change on first days and on days after last days; between them nothing does.
    private void CheckDays(CheckedRule rule, int band)
    {
        (JudgedBand lower, JudgedBand upper) = (rule.Form.Bands[band - 1], rule.Form.Bands[band]);
        ImmutableArray<ParameterEntry> entries = [.. new[] { lower.From, upper.From }.OfType<ParameterExpression>().SelectMany(p => book.Entries(p.Name))];
        IEnumerable<DateOnly> changes = entries.SelectMany(e => new[] { e.Written.From, After(e.Written.Until) }).OfType<DateOnly>().Append(rule.Rule.Effective.From ?? DateOnly.MinValue);
        IEnumerable<string?> keys = entries.Select(e => e.Key).Append(null).Distinct(StringComparer.Ordinal);
        foreach ((DateOnly day, string? key, int part) in from day in changes.Where(rule.Rule.Effective.Contains).Distinct().Order() from key in keys from part in SeasonResolver.PartsOf(entries) select (day, key, part))
        {
            if (ValueOf(lower.From, key, (day, part)) is not { } low || ValueOf(upper.From, key, (day, part)) is not { } high || Ascends(low, high)) continue;
            SourceSpan place = rule.Pack == pack ? PlaceOf(rule, band) : entries.Last(e => e.Pack == pack).Written.Place;
            problems.Report(DiagnosticCodes.BandsNotAscendingOn, place, lower.Id, upper.Id, low.Text, high.Text, Shown(day), rule.FullId);
            return;
        }
    }

    private Value? ValueOf(TypedExpression from, string? key, (DateOnly Date, int OfYear) day)
    {
        if (from is LiteralExpression literal) return literal.Value;
        if (from is not ParameterExpression parameter || book.Definition(parameter.Name) is not { } definition) return null;
        string? wanted = parameter.Key is null ? null : (parameter.Key as LiteralExpression)?.Value.Text ?? key;
        IEnumerable<ParameterEntry> entries = SeasonResolver.Of(book.Entries(parameter.Name).Where(e => e.Key == wanted), day.OfYear);
        return ValueResolver.Resolve(entries, definition.Strictness, day.Date, parameter.Type.Scale ?? scales.Of(parameter.Name)[0])?.Value;
    }

    private static bool Ascends(Value low, Value high) => ExactComparison.Holds(ComparisonOperator.Less, low, high);

    private static SourceSpan PlaceOf(CheckedRule rule, int band) => rule.Rule.Body["bands"]!.Items[band]["from"]!.Span;

    private static DateOnly? After(DateOnly? last) => last is { } day && day < DateOnly.MaxValue ? day.AddDays(1) : null;

    private static string Shown(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
