using ComplianceRules.Findings;

namespace ComplianceRules.Engine;

/// <summary>The findings of one rule: rows and verdicts, until somebody looks.</summary>
/// <remarks>
/// Never changes as far as anybody can see; may be shared between threads. Which rows one finding stands for is found when the findings are counted, their order when the
/// first is made; both are kept, the findings are not.
/// </remarks>
/// <param name="lister">Makes findings.</param>
/// <param name="rule">The rule.</param>
/// <param name="severity">How grave a breach is.</param>
/// <param name="found">What it found.</param>
internal sealed class RuleFindings(FindingLister lister, CheckedRule rule, RuleSeverity severity, FoundRows found) : FindingSegment
{
    private object? _looking;
    private LackingRows? _lacking;
    private RowPlaces? _places;

    /// <summary>The rows and their verdicts, those that one finding stands for among them.</summary>
    public FoundRows Found => found;

    /// <summary>How many rows one finding stands for, because they lack the same column or list.</summary>
    public int RowsLacking => Lacking.Count;

    /// <inheritdoc/>
    public override int Count => Lacking.Others.Count + (Lacking.Count > 0 ? 1 : 0);

    /// <summary>How many of the rows that one finding stands for a report may show; null where it may show them all.</summary>
    private ShownCount? ShownLacking { get; init; }

    /// <summary>The rows that one finding stands for, because they lack the same column or list, and the others.</summary>
    // What it throws is not kept: another thread may have a larger stack.
    public LackingRows Lacking => LazyInitializer.EnsureInitialized(ref _lacking, ref _looking, () => lister.Split(rule, found));

    private RowPlaces Places => LazyInitializer.EnsureInitialized(ref _places, ref _looking, () => new RowPlaces(lister.Order(rule, _lacking!.Others)));

    /// <inheritdoc/>
    public override Finding this[int index]
    {
        get
        {
            LackingRows lacking = Lacking;
            if (lacking.Count > 0 && index-- == 0) return lister.Findings.OfAll(rule, severity, lacking, ShownLacking ?? ShownCount.Exactly(lacking.Count));
            int place = Places.At(index);
            return lister.Findings.Of(rule, severity, lacking.Others.VerdictAt(place), lacking.Others.Rows[place]);
        }
    }

    /// <inheritdoc/>
    public override FindingOutline Outline(int index)
    {
        LackingRows lacking = Lacking;
        if (lacking.Count > 0 && index-- == 0)
            return new FindingOutline(rule.Id, Verdict.Undetermined, severity.Severity, null, lacking.Count, ShownLacking ?? ShownCount.Exactly(lacking.Count));
        return new FindingOutline(rule.Id, lacking.Others.VerdictAt(Places.At(index)), severity.Severity, rule.Rule.Subject, 1, ShownCount.Exactly(1));
    }

    /// <summary>The findings of single rows alone.</summary>
    public RuleFindings OfSingleRows() => new(lister, rule, severity, found) { _lacking = Lacking with { Count = 0 } };

    /// <summary>The finding that stands for rows that lack the same column or list.</summary>
    /// <param name="rows">The rows, of this list and others.</param>
    public Finding OfAll(LackingRows rows) => lister.Findings.OfAll(rule, severity, rows, ShownCount.Exactly(rows.Count));

    /// <summary>The same findings where fewer of the rows that one finding stands for may be shown.</summary>
    /// <param name="lacking">How many.</param>
    public RuleFindings Showing(ShownCount lacking) => new(lister, rule, severity, found) { ShownLacking = lacking, _lacking = _lacking };

    /// <inheritdoc/>
    public override FindingSegment? Within(FindingScope scope)
    {
        if (!scope.Has(rule.Id, rule.Rule.Area)) return null;
        if (!scope.IsOfRows) return Count == 0 ? null : this;
        FoundRows rows = lister.IsListed(rule) ? found.Within(lister.Places.Of(scope, rule.Rule.Subject)) : FoundRows.None;
        return rows.Count == 0 ? null : new RuleFindings(lister, rule, severity, rows) { _lacking = new LackingRows(0, [], rows) };
    }

    /// <inheritdoc/>
    public override bool? Knows(FindingScope scope) => lister.Places.Has(scope);
}
