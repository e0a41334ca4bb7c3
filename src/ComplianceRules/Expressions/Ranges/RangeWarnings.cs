using System.Collections.Immutable;
using ComplianceRules.Diagnostics;

namespace ComplianceRules.Expressions;

/// <summary>Warns of comparisons that the ranges of fields decide, whatever the facts.</summary>
/// <remarks>
/// A comparison of what is written out alone stays unsaid, and so does one whose sides hold another that is told: that other is the cause.
/// Found are single comparisons and pairs of one <c>&amp;&amp;</c> or <c>||</c> over the same fact; not what is the same by algebra, such as <c>x == x</c>.
/// </remarks>
internal sealed class RangeWarnings
{
    private readonly ExpressionScope _scope;
    private readonly DiagnosticBag _problems;
    private readonly ExpressionRanges _ranges;
    private readonly Dictionary<TypedExpression, Place> _places = new(ReferenceEqualityComparer.Instance);
    private readonly HashSet<TypedExpression> _told = new(ReferenceEqualityComparer.Instance);

    private RangeWarnings(ExpressionScope scope, DiagnosticBag problems, ExpressionRanges ranges)
    {
        _scope = scope;
        _problems = problems;
        _ranges = ranges;
    }

    /// <summary>Warns of a checked expression.</summary>
    /// <param name="whole">The expression.</param>
    /// <param name="compared">Its comparisons that may be told, and where.</param>
    /// <param name="scope">The names as they are seen where the expression stands.</param>
    /// <param name="problems">Takes the warnings.</param>
    public static void Report(TypedExpression whole, IReadOnlyList<PlacedExpression> compared, ExpressionScope scope, DiagnosticBag problems)
    {
        if (compared.Count == 0) return;
        RangeWarnings warnings = new(scope, problems, ExpressionRanges.Of(whole));
        foreach (PlacedExpression comparison in compared) warnings._places.TryAdd(comparison.Node, comparison.At);
        warnings.OfSingles();
        warnings.OfPairs();
    }

    private void OfSingles()
    {
        foreach (SeenNode at in _ranges.Nodes.Where(n => !_told.Contains(n.Node)))
        {
            bool isTold = ExpressionWalker.Parts(at.Node).Any(_told.Contains) || (_places.TryGetValue(at.Node, out Place place) && Tells(at, place));
            if (isTold) _told.Add(at.Node);
        }
    }

    private void OfPairs()
    {
        foreach (Clash clash in Clashes.In(_ranges, node => _places.ContainsKey(node) && !_told.Contains(node)))
        {
            ExpressionPrinter printer = PrinterAt(clash.At);
            DiagnosticCode code = clash.IsAnd ? DiagnosticCodes.NeverTogether : DiagnosticCodes.AlwaysEither;
            _problems.Report(code, _places[clash.Second].Span, Excerpt.Of(printer.Text(clash.First)), Excerpt.Of(printer.Text(clash.Second)));
        }
    }

    private bool Tells(SeenNode at, Place place)
    {
        TruthRange truth = _ranges.Truth(at.Node);
        if (_ranges[at.Node].IsWritten) return false;
        if (!truth.IsNever && !truth.IsAlways) return at.Node is MembershipExpression { Collection: ListExpression list } some && TellsItems(some, list, at, place);
        ExpressionPrinter printer = PrinterAt(at);
        if (new RangeReasons(_ranges, printer).Of(at.Node) is not { Length: > 0 } reason) return false;
        _problems.Report(truth.IsNever ? DiagnosticCodes.NeverHolds : DiagnosticCodes.AlwaysHolds, place.Span, Excerpt.Of(printer.Text(at.Node)), reason);
        return true;
    }

    private bool TellsItems(MembershipExpression membership, ListExpression list, SeenNode at, Place place)
    {
        ExpressionPrinter printer = PrinterAt(at);
        ImmutableArray<string> never = [.. list.Items.Where(i => IsNever(membership.Item, i)).Select(printer.Text)];
        if (never.IsEmpty || new RangeReasons(_ranges, printer).Of(membership) is not { Length: > 0 } reason) return false;
        _problems.Report(DiagnosticCodes.NeverAmong, place.Span, Excerpt.Of(string.Join(", ", never)), Excerpt.Of(printer.Text(membership.Item)), reason);
        return true;
    }

    private bool IsNever(TypedExpression item, TypedExpression entry) => RangeComparison.Holds(ComparisonOperator.Equal, _ranges[item].Range, _ranges[entry].Range).IsNever;

    private ExpressionPrinter PrinterAt(SeenNode at) => new(_scope with { Variables = _scope.Variables.AddRange(at.Variables) });
}
