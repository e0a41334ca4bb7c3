using System.Collections.Immutable;
using ComplianceRules.Findings;

namespace ComplianceRules.Engine;

/// <summary>The findings of single rows by one rule, of all parts, each read when it is reached.</summary>
/// <remarks>May be shared between threads.</remarks>
/// <param name="rule">The rule.</param>
/// <param name="severity">How grave a breach is.</param>
/// <param name="findings">Where the findings stand, in their order.</param>
/// <param name="rows">What the findings are completed by.</param>
internal sealed class MergedFindings(CheckedRule rule, Severity severity, ImmutableArray<(AssessmentShard Part, PartFinding Place)> findings, MergedRows rows) : FindingSegment
{
    /// <inheritdoc/>
    public override int Count => findings.Length;

    /// <inheritdoc/>
    public override Finding this[int index]
    {
        get
        {
            Finding read = findings[index].Part.Read(findings[index].Place, rows.Waivers);
            return read.Correction is { Changes.IsEmpty: false } correction ? read with { Correction = correction with { Changes = [.. correction.Changes.Select(OfSchema)] } } : read;
        }
    }

    /// <inheritdoc/>
    public override FindingOutline Outline(int index) => new(rule.Id, findings[index].Place.Verdict, severity, rule.Rule.Subject, 1, ShownCount.Exactly(1));

    /// <inheritdoc/>
    public override FindingSegment? Within(FindingScope scope)
    {
        if (!scope.Has(rule.Id, rule.Rule.Area)) return null;
        if (!scope.IsOfRows) return this;
        ImmutableArray<(AssessmentShard, PartFinding)> wanted = [.. findings.Where(f => scope.Has(f.Part.Read(f.Place, rows.Waivers)))];
        return wanted.IsEmpty ? null : new MergedFindings(rule, severity, wanted, rows);
    }

    /// <inheritdoc/>
    public override bool? Knows(FindingScope scope) => rows.Places.Has(scope);

    // A report tells a field once, and knows it by its object.
    private FactChange OfSchema(FactChange change) => change with { Field = rows.Schema.Tables[change.Row.Table].Fields[change.Field.Name] };
}
