using ComplianceRules.Findings;

namespace ComplianceRules.Tests.Engine.Overviews;

/// <summary>Writes an overview out, so that two can be compared and a fault be read.</summary>
internal static class OverviewText
{
    public static string Of(AssessmentOverview overview) => string.Join("\n",
        [
            .. overview.Areas.Select(a => $"{a}"),
            .. overview.Regions.Select(r => $"{r}"),
            .. overview.Schools.Select(s => $"{s.School} in {s.Region}: {string.Join(", ", s.Areas)}"),
            .. overview.Measures.Select(Of),
        ]);

    public static string Of(MeasureOverview measure) =>
        FormattableString.Invariant($"{measure.Rule} {measure.Pack} {measure.Type} {measure.Unit} by {measure.Step}: {measure.Unknown} of {measure.Rows} unknown, {measure.Least} to {measure.Most}\n")
            + string.Concat(measure.Bins.Select(b => FormattableString.Invariant($"  {b.From} to {b.To}{(b.IncludesTo ? "]" : string.Empty)}: {b.Kept} {b.Broken} {b.Open}\n")))
            + string.Concat(measure.Limits.Select(l => FormattableString.Invariant($"  {(l.IsUpper ? "max" : "min")} {l.Value}{(l.IsIncluded ? string.Empty : " excluded")} at {l.Edge}: {l.Rows}\n")));
}
