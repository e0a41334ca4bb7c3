using System.Collections.Immutable;
using ComplianceRules.Diagnostics;
using ComplianceRules.Facts;
using ComplianceRules.Kinds;
using ComplianceRules.Packs;
using ComplianceRules.Proofs;

namespace ComplianceRules.Engine;

/// <summary>Checks packs against each other: names, types, units, stacks.</summary>
public static class PackChecker
{
    /// <summary>Checks every pack of a load; only what has passed can be run.</summary>
    /// <param name="packs">The packs.</param>
    /// <returns>The catalogue, unless there are errors, and every diagnostic in file order.</returns>
    public static Checked<Catalogue> Check(PackSet packs)
    {
        ArgumentNullException.ThrowIfNull(packs);
        return CheckAnew(packs, null);
    }

    /// <summary>Checks every pack of a load that comes after another one: where packs speak of the same facts as before, the catalogue has the very schema that it had before.</summary>
    /// <param name="packs">The packs.</param>
    /// <param name="before">The schema of the packs before; null where there were none.</param>
    internal static Checked<Catalogue> CheckAnew(PackSet packs, FactSchema? before) => Run(packs, isWhole: false, Environment.ProcessorCount, before).Checked;

    /// <summary>Proves of every rule that a pack further in replaces or gives values to whether it is loosened; what is, or cannot be told, is among the errors of <see cref="Check"/> too.</summary>
    /// <param name="packs">The packs.</param>
    /// <returns>Every comparison, by pack, rule and days; comparisons of equal values are left out. Rules with errors are not compared.</returns>
    public static ImmutableArray<RuleProof> Prove(PackSet packs)
    {
        ArgumentNullException.ThrowIfNull(packs);
        return Run(packs, isWhole: true, Environment.ProcessorCount).Proofs;
    }

    /// <summary>The same by some number of threads, on which nothing depends.</summary>
    /// <param name="packs">The packs.</param>
    /// <param name="isWhole">Whether everything shall be proved that <see cref="Prove"/> tells.</param>
    /// <param name="threads">How many threads may work.</param>
    internal static (Checked<Catalogue> Checked, ImmutableArray<RuleProof> Proofs) CheckBy(PackSet packs, bool isWhole, int threads) => Run(packs, isWhole, threads);

    /// <summary>Looks for rules that never apply, never fail, contradict, repeat or cover each other, and for grades and stages that an area leaves out between others.</summary>
    /// <remarks>Takes longer than the check. What cannot be told is not told. Each rule is looked at under the values of its own pack and those further out, of each part of the year, on the last 64 spans of days; of a pack at most 10,000 pairs of rules are compared. Where that leaves something out, a warning says so.</remarks>
    /// <param name="catalogue">The checked packs.</param>
    /// <returns>Warnings, in file order.</returns>
    public static ImmutableArray<Diagnostic> Analyse(Catalogue catalogue)
    {
        ArgumentNullException.ThrowIfNull(catalogue);
        RulePlaces places = new(catalogue.Rules, catalogue.Families);
        DiagnosticBag found = new();
        foreach (DiagnosticBag ofPack in SideBySide.Each(catalogue.Packs.Packs, p => Analysed(catalogue, p, places), Environment.ProcessorCount)) found.AddRange(ofPack.InOrderFound);
        return [.. found.InFileOrder()];
    }

    private static DiagnosticBag Analysed(Catalogue catalogue, RulePack pack, RulePlaces places)
    {
        DiagnosticBag found = new();
        new StackAnalysis(catalogue, pack, places, found).Run();
        return found;
    }

    private static (Checked<Catalogue> Checked, ImmutableArray<RuleProof> Proofs) Run(PackSet packs, bool isWhole, int threads, FactSchema? before = null)
    {
        DiagnosticBag problems = new();
        FormerCodes formerCodes = new FormerCodesReader(packs, problems).Read();
        PackScopes scopes = new(packs, formerCodes);
        new ScopeCheck(packs, scopes, problems).Check();
        FactSchema composed = FactSchemaComposer.Compose(packs.Packs, problems) with { FormerCodes = formerCodes };
        FactSchema whole = before is not null && SchemaComparison.SayTheSame(before, composed) ? before : composed;
        PackSchemas schemas = new(scopes);
        Dictionary<string, (string Id, string Subject)> named = RulesOf(packs, scopes);
        ImmutableArray<CheckedPack> packsChecked = SideBySide.Each([.. packs.Packs.Where(scopes.IsWhole).Select(p => (p, schemas.Of(p), schemas.KnownOf(p)))], p => Checked(p, (packs, scopes, named)), threads);
        foreach (CheckedPack pack in packsChecked) problems.AddRange(pack.Problems.InOrderFound);
        (RulePack Pack, ParameterBook Book)[] books = [.. packsChecked.Select(p => (p.Pack, p.Book))];
        CheckedRules rules = new([.. packsChecked.SelectMany(p => p.Rules)], packs.Packs.Any(p => p.Parameters.Any(v => v.Type == FieldType.Time)));
        CountedRules.Check(rules, problems);
        SeasonGaps.Check(books, rules.All, scopes, problems);
        ILookup<RulePack, CheckedRule> banded = rules.All.Where(r => !r.Form.Bands.IsEmpty).ToLookup(r => r.Pack);
        foreach ((RulePack pack, ParameterBook book) in books)
        {
            new LooserValueCheck(book, rules.Scales, problems).Check(pack);
            BandOrderCheck bands = new(pack, book, rules.Scales, problems);
            foreach (CheckedRule rule in scopes.Of(pack).SelectMany(p => banded[p])) bands.Check(rule);
        }

        ImmutableArray<CheckedWaiver> waivers = [.. packs.Packs.Where(scopes.IsWhole).SelectMany(pack => WaiversOf(pack, scopes, schemas, problems))];
        PackProofs proofs = new(whole, scopes, rules, isWhole);
        string[] inTrouble = [.. InTrouble(problems)];
        ImmutableArray<(List<RuleProof> Proofs, DiagnosticBag Problems)> proved = SideBySide.Each([.. books.Where(b => !HasTrouble(b.Pack, inTrouble))], b => Proved(proofs, b.Pack, b.Book), threads);
        foreach ((_, DiagnosticBag found) in proved) problems.AddRange(found.InOrderFound);
        return (problems.Finish(problems.HasErrors ? null : new Catalogue(packs, whole, scopes, rules, waivers)), [.. proved.SelectMany(p => p.Proofs)]);
    }

    private static CheckedPack Checked((RulePack Pack, FactSchema Schema, KnownConditions Known) of, (PackSet Packs, PackScopes Scopes, Dictionary<string, (string Id, string Subject)> Named) all)
    {
        DiagnosticBag problems = new();
        new DerivedFieldCheck(of.Pack, of.Schema, problems).Check();
        ParameterBook book = new ParameterBookReader(of.Schema, all.Scopes, problems).Read(all.Scopes.Of(of.Pack));
        RuleChecker checker = new(of.Pack, of.Schema, book, all.Scopes, problems);
        IEnumerable<CheckedRule> rules = checker.Check(id => all.Named.TryGetValue(id, out (string Id, string Subject) rule) ? rule : null, () => RelatedRules.To(of.Pack, all.Packs, all.Scopes, all.Named), of.Known);
        return new CheckedPack(of.Pack, book, [.. rules], problems);
    }

    private static (List<RuleProof> Proofs, DiagnosticBag Problems) Proved(PackProofs proofs, RulePack pack, ParameterBook book)
    {
        DiagnosticBag problems = new();
        return (proofs.Of(pack, book, problems), problems);
    }

    // What would be proved of packs with errors would only be told in their wake. A looser value is shown by a row all the same.
    private static IEnumerable<string> InTrouble(DiagnosticBag problems) => problems.InOrderFound
        .Where(d => d.Severity == DiagnosticSeverity.Error && d.Code != DiagnosticCodes.LooserValue).Select(d => d.Span?.File).OfType<string>().Distinct(StringComparer.Ordinal);

    private static bool HasTrouble(RulePack pack, string[] files)
    {
        string folder = $"{Path.GetDirectoryName(pack.Place.File)}{Path.DirectorySeparatorChar}";
        return Array.Exists(files, f => f.StartsWith(folder, StringComparison.Ordinal));
    }

    private static IEnumerable<CheckedWaiver> WaiversOf(RulePack pack, PackScopes scopes, PackSchemas schemas, DiagnosticBag problems) => pack.Waivers.IsEmpty
        ? []
        : new WaiverChecker(WaiverScope.Of(pack, scopes, schemas.Of(pack)), (name, _) => scopes.Instrument(pack, name), problems).Check(pack.Waivers);

    // A rule that takes the place of another answers where that one is named, and the other way round.
    private static Dictionary<string, (string Id, string Subject)> RulesOf(PackSet packs, PackScopes scopes)
    {
        OverriddenRules overridden = new(scopes);
        Dictionary<string, (string Id, string Subject)> rules = new(packs.Packs.Sum(p => p.Rules.Length), StringComparer.Ordinal);
        foreach (RulePack pack in packs.Packs)
        {
            foreach (Rule rule in pack.Rules)
            {
                string fullId = $"{pack.Id}/{rule.Id}";
                rules.TryAdd(fullId, (overridden.RootOf(pack, rule) ?? fullId, rule.Subject));
            }
        }

        return rules;
    }
}
