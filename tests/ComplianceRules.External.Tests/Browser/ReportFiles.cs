using System.Collections.Immutable;
using ComplianceRules.Analysis;
using ComplianceRules.Diagnostics;
using ComplianceRules.Engine;
using ComplianceRules.Facts;
using ComplianceRules.Findings;
using ComplianceRules.Packs;
using ComplianceRules.Reports;
using ComplianceRules.Spreadsheets;
using ComplianceRules.Tests;

namespace ComplianceRules.External.Tests.Browser;

/// <summary>The pages under test: the sample county judged by the packs of <c>rulepacks</c>, the same with hostile names, and the same beside an earlier assessment. Each is made when it is first asked for.</summary>
internal sealed class ReportFiles : IDisposable
{
    /// <summary>What two schools of the hostile data are called.</summary>
    public static readonly ImmutableArray<string> HostileNames = ["<img src=x onerror=alert(1)>", "</script><script>alert(2)</script>'><svg onload=alert(3)>"];

    private const string Sample = "samples/county/csv";
    private static readonly Lazy<Catalogue> Rules = new(() => PackChecker.Check(PackReader.ReadDirectory(RepositoryRoot.Combine("rulepacks")).Value).Value);

    private static readonly Lazy<Assessment> Judged = new(() => Judge(RepositoryRoot.Combine(Sample)));
    private static readonly Lazy<AssessmentComparison> Changed = new(() => AssessmentComparison.Between(RecordedAssessment.Of(Earlier(Judged.Value)), RecordedAssessment.Of(Judged.Value)));

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("report-pages");
    private readonly Lazy<string> _county;
    private readonly Lazy<string> _hostile;
    private readonly Lazy<string> _compared;

    public ReportFiles()
    {
        _county = new(() => Write("county", Assessment, new ReportOptions()));
        _hostile = new(() => Write("hostile", Judge(HostileData()), new ReportOptions()));
        _compared = new(() => Write("compared", Assessment, new ReportOptions { Comparison = Comparison }));
    }

    /// <summary>What the pages show.</summary>
    public static Assessment Assessment => Judged.Value;

    /// <summary>What became of the findings of an assessment three months earlier.</summary>
    public static AssessmentComparison Comparison => Changed.Value;

    /// <summary>The page of the county.</summary>
    public string County => _county.Value;

    /// <summary>The page of a county of which two schools are called <see cref="HostileNames"/>.</summary>
    public string Hostile => _hostile.Value;

    /// <summary>The page of the county with <see cref="Comparison"/>.</summary>
    public string Compared => _compared.Value;

    public void Dispose() => _folder.Delete(recursive: true);

    private static Assessment Judge(string folder)
    {
        Snapshot snapshot = new SpreadsheetSnapshotSource(folder, "csv").Read(Rules.Value.Schema, new SnapshotOptions(), CancellationToken.None).Value;
        return Plan.For(Rules.Value, snapshot.Date!.Value).Run(snapshot, new RunOptions { Overview = true, Corrections = true });
    }

    // Every third finding is new since then, every fifth was worse.
    private static Assessment Earlier(Assessment now) => now with
    {
        AsOf = now.AsOf.AddMonths(-3),
        Findings = FindingList.Of(now.Findings.Where((_, i) => i % 3 != 0).Select((finding, i) => i % 5 == 0 ? Worse(finding) : finding)),
    };

    private static Finding Worse(Finding finding) => finding.Verdict == Verdict.NonCompliant && finding.Margin is { Type: FieldType.Number } ? finding with { Margin = new FindingValue(FieldType.Number, "-1000000") } : finding;

    private string HostileData()
    {
        string folder = Path.Combine(_folder.FullName, "csv");
        Directory.CreateDirectory(folder);
        foreach (string file in Directory.EnumerateFiles(RepositoryRoot.Combine(Sample))) File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
        string schools = Path.Combine(folder, "school.csv");
        string text = File.ReadAllText(schools);
        foreach ((string school, string name) in ((string[])["示例第一小学（虚构）", "示例第二小学（虚构）"]).Zip(HostileNames))
        {
            Assert.Contains(school, text, StringComparison.Ordinal);
            text = text.Replace(school, name, StringComparison.Ordinal);
        }

        File.WriteAllText(schools, text);
        return folder;
    }

    private string Write(string name, Assessment assessment, ReportOptions options)
    {
        string path = Path.Combine(_folder.FullName, $"{name}.html");
        using FileStream file = File.Create(path);
        new HtmlReportWriter(options).Write(assessment, file);
        return path;
    }
}
