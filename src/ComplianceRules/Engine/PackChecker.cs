using System.Collections.Immutable;
using ComplianceRules.Diagnostics;
using ComplianceRules.Facts;
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
        return Run(packs, isWhole: false).Checked;
    }

    /// <summary>Proves of every rule that a pack further in replaces or gives values to whether it is loosened; what is, or cannot be told, is among the errors of <see cref="Check"/> too.</summary>
    /// <param name="packs">The packs.</param>
    /// <returns>Every comparison, by pack, rule and days; comparisons of equal values are left out. Rules with errors are not compared.</returns>
    public static ImmutableArray<RuleProof> Prove(PackSet packs)
    {
        ArgumentNullException.ThrowIfNull(packs);
        return Run(packs, isWhole: true).Proofs;
    }

    /// <summary>Looks for rules that never apply, never fail, contradict, repeat or cover each other, and for grades and stages that an area leaves out between others.</summary>
    /// <remarks>Takes longer than the check. What cannot be told is not told. Each rule is looked at under the values of its own pack and those further out, on the last eight spans of days.</remarks>
    /// <param name="catalogue">The checked packs.</param>
    /// <returns>Warnings, in file order.</returns>
    public static ImmutableArray<Diagnostic> Analyse(Catalogue catalogue)
    {
        ArgumentNullException.ThrowIfNull(catalogue);
        DiagnosticBag found = new();
        RulePlaces places = new(catalogue.Rules);
        foreach (RulePack pack in catalogue.Packs.Packs) new StackAnalysis(catalogue, pack, places, found).Run();
        return [.. found.InFileOrder()];
    }

    private static (Checked<Catalogue> Checked, ImmutableArray<RuleProof> Proofs) Run(PackSet packs, bool isWhole)
    {
        DiagnosticBag problems = new();
        FormerCodes formerCodes = new FormerCodesReader(packs, problems).Read();
        PackScopes scopes = new(packs, formerCodes);
        new ScopeCheck(packs, scopes, problems).Check();
        FactSchema whole = FactSchemaComposer.Compose(packs.Packs, problems) with { FormerCodes = formerCodes };
        PackSchemas schemas = new(scopes);
        Dictionary<string, (string Id, string Subject)> named = RulesOf(packs, scopes);
        List<(RulePack Pack, ParameterBook Book)> books = [];
        ImmutableArray<CheckedRule>.Builder rules = ImmutableArray.CreateBuilder<CheckedRule>();
        foreach (RulePack pack in packs.Packs.Where(scopes.IsWhole))
        {
            FactSchema schema = schemas.Of(pack);
            new DerivedFieldCheck(pack, schema, problems).Check();
            ParameterBook book = new ParameterBookReader(schema, scopes, problems).Read(scopes.Of(pack));
            rules.AddRange(new RuleChecker(pack, schema, book, scopes, problems).Check(id => named.TryGetValue(id, out (string Id, string Subject) rule) ? rule : null, () => RelatedRules.To(pack, packs, scopes, named)));
            books.Add((pack, book));
        }

        CountedRules.Check(rules, problems);
        ParameterScales scales = new(rules);
        ILookup<RulePack, CheckedRule> banded = rules.Where(r => !r.Form.Bands.IsEmpty).ToLookup(r => r.Pack);
        foreach ((RulePack pack, ParameterBook book) in books)
        {
            new LooserValueCheck(book, scales, problems).Check(pack);
            BandOrderCheck bands = new(pack, book, scales, problems);
            foreach (CheckedRule rule in scopes.Of(pack).SelectMany(p => banded[p])) bands.Check(rule);
        }

        ImmutableArray<CheckedWaiver> waivers = [.. packs.Packs.Where(scopes.IsWhole).SelectMany(pack => WaiversOf(pack, scopes, schemas, problems))];
        PackProofs proofs = new(whole, scopes, scales, rules, isWhole);
        string[] inTrouble = [.. InTrouble(problems)];
        List<RuleProof> proved = [];
        foreach ((RulePack pack, ParameterBook book) in books.Where(b => !HasTrouble(b.Pack, inTrouble))) proved.AddRange(proofs.Of(pack, book, problems));
        return (problems.Finish(problems.HasErrors ? null : new Catalogue(packs, whole, scopes, rules.ToImmutable(), waivers)), [.. proved]);
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
        Dictionary<string, (string Id, string Subject)> rules = new(StringComparer.Ordinal);
        foreach (RulePack pack in packs.Packs)
        {
            foreach (Rule rule in pack.Rules) rules.TryAdd($"{pack.Id}/{rule.Id}", (overridden.RootOf(pack, rule) ?? $"{pack.Id}/{rule.Id}", rule.Subject));
        }

        return rules;
    }
}
