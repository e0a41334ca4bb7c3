using System.Collections.Immutable;
using ComplianceRules.Diagnostics;
using ComplianceRules.Findings;
using ComplianceRules.Packs;

namespace ComplianceRules.Engine;

/// <summary>Checks waivers against the rules that they excuse.</summary>
/// <param name="scope">What they may speak of.</param>
/// <param name="instrument">Finds an instrument by its name, as the pack of a rule may mean it; null where there is none.</param>
/// <param name="problems">Takes what is wrong.</param>
internal sealed class WaiverChecker(WaiverScope scope, Func<string, RulePack, Instrument?> instrument, DiagnosticBag problems)
{
    private readonly Dictionary<(string, WaiverKind, string?), ImmutableArray<string>> _rules = [];

    /// <summary>Checks every waiver.</summary>
    /// <param name="waivers">The waivers of one file.</param>
    /// <returns>Those that are right.</returns>
    public IEnumerable<CheckedWaiver> Check(IEnumerable<Waiver> waivers) => waivers.Select(Check).OfType<CheckedWaiver>();

    private CheckedWaiver? Check(Waiver waiver)
    {
        int before = problems.Count;
        CheckReach(waiver);
        ImmutableArray<(RulePack Pack, Rule Rule)> rules = RulesOf(waiver);
        Instrument? found = waiver.Instrument is { } name && !rules.IsEmpty ? InstrumentOf(name, waiver, rules[0].Pack) : null;
        if (rules.IsEmpty || problems.Count != before) return null;
        return new CheckedWaiver(scope.Pack, new FindingWaiver(waiver, found, scope.Pack?.Id, PlaceOf(waiver)), Shared(waiver, rules));
    }

    // Thousands of waivers of one area excuse the same rules.
    private ImmutableArray<string> Shared(Waiver waiver, ImmutableArray<(RulePack Pack, Rule Rule)> rules)
    {
        (string, WaiverKind, string?) key = (waiver.Rule ?? $" {waiver.Area}", waiver.Kind, waiver.SubjectTable);
        if (!_rules.TryGetValue(key, out ImmutableArray<string> known)) _rules.Add(key, known = [.. rules.Select(WaiverScope.FullId)]);
        return known;
    }

    private ImmutableArray<(RulePack Pack, Rule Rule)> RulesOf(Waiver waiver)
    {
        ImmutableArray<(RulePack Pack, Rule Rule)> named = [.. waiver.Rule is { } rule ? scope.Named(rule) : scope.OfArea(waiver.Area!)];
        if (named.IsEmpty)
        {
            problems.Add(new Diagnostic(waiver.Rule is null ? DiagnosticCodes.WaiverOfUnknownArea : DiagnosticCodes.WaiverOfUnknownRule, waiver.TargetPlace, waiver.Rule ?? waiver.Area!) { DidYouMean = scope.Nearest(waiver) });
            return [];
        }

        if (waiver.Rule is { } id && named.Length > 1)
        {
            problems.Report(DiagnosticCodes.WaiverOfSeveralRules, waiver.TargetPlace, id, string.Join(", ", named.Select(r => $"`{WaiverScope.FullId(r)}`")));
            return [];
        }

        return Excusable(waiver, Below(waiver, named));
    }

    private ImmutableArray<(RulePack Pack, Rule Rule)> Below(Waiver waiver, ImmutableArray<(RulePack Pack, Rule Rule)> named)
    {
        if (waiver.SubjectTable is not { } table || scope.Schema.Table(table) is null) return named;
        ImmutableArray<(RulePack Pack, Rule Rule)> below = [.. named.Where(r => scope.Schema.Table(r.Rule.Subject) is null || scope.Schema.SelfAndAncestors(r.Rule.Subject).Any(t => t.Name == table))];
        if (below.IsEmpty) problems.Report(DiagnosticCodes.WaiverAboveSubject, waiver.ReachPlace, WaiverScope.FullId(named[0]), named[0].Rule.Subject, table);
        return below;
    }

    private ImmutableArray<(RulePack Pack, Rule Rule)> Excusable(Waiver waiver, ImmutableArray<(RulePack Pack, Rule Rule)> rules)
    {
        if (rules.IsEmpty) return [];
        if (waiver.Kind == WaiverKind.Reason)
        {
            ImmutableArray<(RulePack Pack, Rule Rule)> allowing = [.. rules.Where(r => r.Rule.Binding == Binding.Principle)];
            if (allowing.IsEmpty) problems.Report(DiagnosticCodes.ReasonOfBindingRule, waiver.TargetPlace, WaiverScope.FullId(rules[0]), PackWords.Of(rules[0].Rule.Binding));
            return allowing;
        }

        (RulePack Pack, Rule Rule)[] outer = [.. rules.Where(r => r.Pack != scope.Pack || r.Rule.Overrides is not null)];
        if (outer.Length > 0 && (waiver.Instrument is null || waiver.Authority is null))
            problems.Report(DiagnosticCodes.WaiverNeedsInstrument, waiver.TargetPlace, WaiverScope.FullId(outer[0]));
        return rules;
    }

    private void CheckReach(Waiver waiver)
    {
        if (waiver.Region is { } region && scope.Pack?.Region is { } own && !scope.FormerCodes.Contains(own, region))
            problems.Report(DiagnosticCodes.WaiverOutsideRegion, waiver.ReachPlace, region.Text, own.Text);
        if (waiver.SubjectTable is { } table && scope.Schema.Table(table) is null)
            problems.Add(new Diagnostic(DiagnosticCodes.WaiverOfUnknownTable, waiver.ReachPlace, table) { DidYouMean = NearestName.Of(table, scope.Schema.Tables.Keys) });
    }

    private Instrument? InstrumentOf(string name, Waiver waiver, RulePack pack)
    {
        Instrument? found = instrument(name, pack);
        if (found is null) problems.Report(DiagnosticCodes.UnknownInstrument, waiver.InstrumentPlace, name);
        return found;
    }

    // The folder is where packs happen to lie; the same packs are to give the same report.
    private static string PlaceOf(Waiver waiver)
    {
        string file = waiver.Place.File.Replace('\\', '/');
        return (waiver.Place with { File = file[(file.LastIndexOf('/') + 1)..] }).ToString();
    }
}
