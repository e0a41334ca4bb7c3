using BenchmarkDotNet.Attributes;
using ComplianceRules.Engine;
using ComplianceRules.Facts;
using ComplianceRules.Reports;

namespace ComplianceRules.Benchmarks;

/// <summary>From packs and a JSON file to a report with every finding, its evidence and its sentences.</summary>
[MemoryDiagnoser]
public class EndToEndBenchmarks
{
    private NationFiles _files = null!;

    /// <summary>How many schools, eighteen classes each.</summary>
    [Params(1_000, 20_000)]
    public int Schools { get; set; }

    /// <summary>Writes the files.</summary>
    [GlobalSetup]
    public void SetUp() => _files = new NationFiles(new NationShape { Schools = Schools, Regions = Math.Max(1, Schools / 200) });

    /// <summary>Deletes the files.</summary>
    [GlobalCleanup]
    public void CleanUp() => _files.Delete();

    /// <summary>Reads, judges and reports as JSON; gives the length of the report.</summary>
    [Benchmark]
    public long JsonReport() => Report("json");

    /// <summary>Reads, judges and reports as NDJSON; gives the length of the report.</summary>
    [Benchmark]
    public long LinesReport() => Report("ndjson");

    private long Report(string format)
    {
        Catalogue catalogue = Inputs.Bench(BenchRules.Pack);
        Snapshot snapshot = new JsonSnapshotSource(_files.Json).Read(catalogue.Schema, new SnapshotOptions(), default).Value;
        using CountingStream output = new();
        ReportFormats.All[format](new ReportOptions()).Write(Plan.For(catalogue, Inputs.AsOf).Run(snapshot), output);
        return output.Length;
    }
}
