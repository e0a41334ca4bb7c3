using System.Text;
using ComplianceRules.Engine;
using ComplianceRules.Facts;
using ComplianceRules.Findings;
using ComplianceRules.Packs;
using ComplianceRules.Reports;
using ComplianceRules.Tests;

namespace ComplianceRules.NRules.Tests;

/// <summary>Packs and facts that tests judge, and assessments as text.</summary>
internal static class Sample
{
    public static readonly DateOnly Day = new(2026, 9, 1);

    private static readonly Lazy<Catalogue> SmallOnes = new(() => Checked(SmallPacks.Path));
    private static readonly Lazy<Catalogue> Shipped = new(() => Checked(RepositoryRoot.Combine("rulepacks")));

    /// <summary>The small packs of the tests.</summary>
    public static Catalogue Small => SmallOnes.Value;

    /// <summary>The packs that ship.</summary>
    public static Catalogue All => Shipped.Value;

    /// <summary>The sample of a district.</summary>
    /// <param name="catalogue">The packs.</param>
    public static Snapshot District(Catalogue catalogue) => Read(catalogue, new JsonSnapshotSource(RepositoryRoot.Combine("samples/gaoqing/snapshot.json")));

    /// <summary>Reads facts.</summary>
    /// <param name="catalogue">The packs.</param>
    /// <param name="source">The facts.</param>
    public static Snapshot Read(Catalogue catalogue, ISnapshotSource source) => source.Read(catalogue.Schema, new SnapshotOptions(), CancellationToken.None).Value;

    /// <summary>An assessment as its document.</summary>
    /// <param name="assessment">The assessment.</param>
    public static string Written(Assessment assessment)
    {
        using MemoryStream stream = new();
        new JsonReportWriter().Write(assessment, stream);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    /// <summary>Packs in a folder of the repository.</summary>
    /// <param name="folder">The folder.</param>
    public static Catalogue Of(string folder) => Checked(RepositoryRoot.Combine(folder));

    private static Catalogue Checked(string folder) => PackChecker.Check(PackReader.ReadDirectory(folder).Value).Value;
}
