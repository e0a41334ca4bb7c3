using System.Collections.Immutable;
using ComplianceRules.Diagnostics;
using ComplianceRules.Expressions;
using ComplianceRules.Facts;
using ComplianceRules.Json;

namespace ComplianceRules.Kinds;

/// <summary>A measure that falls into one of several bands, and perhaps has to reach one of them.</summary>
internal sealed class BandsRuleKind : IRuleKind
{
    private static readonly LocalText Found = new("{measure}为{observed}，等次：{band}", "{measure}: {observed}; band: {band}");

    public string Name => "bands";

    public JudgedForm? Lower(KindContext rule, TypedExpression applies)
    {
        ObjectReader body = new(rule.Body, rule.Problems);
        (JsonNode? of, JsonNode? wanted) = (body.Required("of"), body.Optional("compliantFrom"));
        ImmutableArray<NamedPart> parts = NamedParts.Read(rule, body, "bands");
        body.Done();
        if (of is null || Measured(rule, of) is not { } observed || parts.IsEmpty) return null;
        ImmutableArray<JudgedBand> bands = [.. parts.Select(p => Band(rule, p, observed)).OfType<JudgedBand>()];
        if (bands.Length < parts.Length) return null;
        JudgedForm? form = wanted is null ? OfAny(rule, applies, observed, bands, of) : From(rule, applies, observed, bands, wanted);
        return form is null ? null : form with { Observed = observed, Measure = LimitReader.MeasureOf(rule.OwnTable, observed, of.Text), Bands = bands, Breach = Found, Kept = Found };
    }

    private static TypedExpression? Measured(KindContext rule, JsonNode of)
    {
        if (rule.Checker.Read(of) is not { } observed) return null;
        if (observed.Type is { IsList: false, Kind: FieldType.Number or FieldType.Date or FieldType.Time }) return observed;
        rule.Problems.Report(DiagnosticCodes.WrongType, of.Span, Excerpt.Of(of.Text), TypeNames.Of(observed.Type), "number, date, time");
        return null;
    }

    private static JudgedBand? Band(KindContext rule, NamedPart part, TypedExpression observed)
    {
        JsonNode? from = part.Reader.Required("from");
        part.Reader.Done();
        return from is not null && rule.Checker.Operand(from, observed) is { } low ? new JudgedBand(part.Id, part.Title, low) : null;
    }

    // Every band complies: known is all that the measure has to be.
    private static JudgedForm? OfAny(KindContext rule, TypedExpression applies, TypedExpression observed, ImmutableArray<JudgedBand> bands, JsonNode of)
    {
        TypedExpression? reached = rule.Checker.Compare(ComparisonOperator.GreaterOrEqual, observed, bands[0].From, of.Span);
        TypedExpression? missed = rule.Checker.Compare(ComparisonOperator.Less, observed, bands[0].From, of.Span);
        return reached is null || missed is null ? null : new JudgedForm(applies, new LogicExpression(false, reached, missed));
    }

    private static JudgedForm? From(KindContext rule, TypedExpression applies, TypedExpression observed, ImmutableArray<JudgedBand> bands, JsonNode wanted)
    {
        if (NodeReader.Id(wanted, "compliantFrom", rule.Problems) is not { } id) return null;
        if (bands.FirstOrDefault(b => b.Id == id) is not { } band)
        {
            rule.Problems.Add(new Diagnostic(DiagnosticCodes.UnknownBand, wanted.Span, id) { DidYouMean = NearestName.Of(id, bands.Select(b => b.Id)) });
            return null;
        }

        if (rule.Checker.Compare(ComparisonOperator.GreaterOrEqual, observed, band.From, wanted.Span) is not { } holds) return null;
        rule.Checker.WarnOfRanges(holds, [new PlacedExpression(holds, new Place(wanted))]);
        return new JudgedForm(applies, holds) { Bounds = [new Bound(BoundKind.Min, band.From)] };
    }
}
