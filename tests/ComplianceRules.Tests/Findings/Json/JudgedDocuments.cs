using System.Collections.Immutable;
using ComplianceRules.Cases;
using ComplianceRules.Diagnostics;
using ComplianceRules.Engine;
using ComplianceRules.Facts;
using ComplianceRules.Findings;
using ComplianceRules.Packs;
using ComplianceRules.Spreadsheets;

namespace ComplianceRules.Tests.Findings;

/// <summary>Assessments that show between them whatever an assessment can hold.</summary>
internal static class JudgedDocuments
{
    private static readonly Lazy<Assessment> SmallPacksJudged = new(() => Judged(
        SmallPacks.Folder, _ => Gaoqing, _ => new RunOptions { IncludeAll = true, Corrections = true }));

    private static readonly Lazy<Assessment> ComposedJudged = new(() => Judged("tests/packs/good/composed", _ => Gaoqing, _ => new RunOptions { IncludeAll = true }));

    private static readonly Lazy<(Assessment All, Assessment Report)> CountyJudged = new(() => (CountyOf(includeAll: true), CountyOf(includeAll: false)));

    /// <summary>The small packs on the sample of one district.</summary>
    public static Assessment Small => SmallPacksJudged.Value;

    /// <summary>Packs that tighten and relax each other, on the same.</summary>
    public static Assessment Composed => ComposedJudged.Value;

    /// <summary>The packs that ship on the sample of a county: everything asked for.</summary>
    public static Assessment County => CountyJudged.Value.All;

    /// <summary>The same without what is kept and what does not apply.</summary>
    public static Assessment CountyReport => CountyJudged.Value.Report;

    private static JsonSnapshotSource Gaoqing => new(RepositoryRoot.Combine("samples/gaoqing/snapshot.json"));

    /// <summary>The cases of a folder of packs, each judged by itself.</summary>
    /// <param name="folder">The folder.</param>
    public static IEnumerable<Assessment> Cases(string folder)
    {
        Catalogue catalogue = CatalogueOf(folder);
        foreach (RulePack pack in catalogue.Packs.Packs)
        {
            DiagnosticBag problems = new();
            WaiverChecker waivers = new(WaiverScope.Of(pack, catalogue.Scopes, catalogue.Schema), (name, _) => catalogue.Scopes.Instrument(pack, name), problems);
            foreach (PackCase given in CaseFiles.Of(pack).SelectMany(f => new CaseReader(pack.Language, problems).Read(f)))
            {
                Plan plan = Plan.For(catalogue, given.AsOf);
                PackStack stack = CaseParameters.Lay(given.Parameters, plan.StackOf(pack), catalogue.BookOf(pack), problems);
                Snapshot facts = CaseSnapshotReader.Read(catalogue.Schema, given.Facts.Bytes, given.Facts.Span, given.Calendar).Value;
                Snapshot? previous = given.Previous is { } earlier ? CaseSnapshotReader.Read(catalogue.Schema, earlier.Bytes, earlier.Span, null).Value : null;
                ImmutableArray<string> rules = [.. catalogue.Rules.Where(r => catalogue.Scopes.Of(pack).Contains(r.Pack)).Select(r => r.FullId).Distinct()];
                yield return plan.RunCase((facts, previous), stack, rules, [.. waivers.Check(given.Waivers)], CancellationToken.None).Item1;
            }

            Assert.False(problems.HasErrors);
        }
    }

    private static Assessment CountyOf(bool includeAll) => Judged(
        "rulepacks",
        _ => new SpreadsheetSnapshotSource(RepositoryRoot.Combine("samples/county/csv"), "csv"),
        catalogue => new RunOptions { IncludeAll = includeAll, IncludePersonal = true, Corrections = true, Waivers = WaiversOf(catalogue), Previous = PreviousOf(catalogue) });

    private static Assessment Judged(string packs, Func<Catalogue, ISnapshotSource> source, Func<Catalogue, RunOptions> options)
    {
        Catalogue catalogue = CatalogueOf(packs);
        Snapshot snapshot = source(catalogue).Read(catalogue.Schema, new SnapshotOptions(), CancellationToken.None).Value;
        Assessment judged = Plan.For(catalogue, snapshot.Date!.Value).Run(snapshot, options(catalogue));
        // Corrections are searched whenever their finding is reached; here every test reaches all of them.
        return judged with { Findings = FindingList.Of((IEnumerable<Finding>)judged.Findings) };
    }

    private static Catalogue CatalogueOf(string folder) => PackChecker.Check(PackReader.ReadDirectory(RepositoryRoot.Combine(folder)).Value).Value;

    private static WaiverFile WaiversOf(Catalogue catalogue) =>
        WaiverFile.Read(new SourceFile("waivers.json", File.ReadAllBytes(RepositoryRoot.Combine("samples/county/waivers.json"))), catalogue).Value;

    private static Snapshot PreviousOf(Catalogue catalogue) =>
        new SpreadsheetSnapshotSource(RepositoryRoot.Combine("samples/county/previous"), "previous").Read(catalogue.Schema, new SnapshotOptions(), CancellationToken.None).Value;
}
