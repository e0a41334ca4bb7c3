using System.Diagnostics;
using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Engines;

namespace ComplianceRules.Benchmarks;

/// <summary>A process from its start to its end: the tool that only says its version, and that judges a nation.</summary>
/// <remarks>The tool is the one that was built with this project; the published one starts faster.</remarks>
[SimpleJob(RunStrategy.Monitoring, warmupCount: 2, iterationCount: 12)]
public class ColdStartBenchmarks
{
    private readonly string _tool = Path.Combine(AppContext.BaseDirectory, "compliance-rules.dll");

    private NationFiles _files = null!;

    /// <summary>How many schools, eighteen classes each.</summary>
    [Params(100, 20_000)]
    public int Schools { get; set; }

    /// <summary>Writes the files.</summary>
    [GlobalSetup]
    public void SetUp() => _files = new NationFiles(new NationShape { Schools = Schools, Regions = Math.Max(1, Schools / 200) });

    /// <summary>Deletes the files.</summary>
    [GlobalCleanup]
    public void CleanUp() => _files.Delete();

    /// <summary>Starts and says its version; gives the exit code.</summary>
    [Benchmark(Baseline = true)]
    public int Version() => Run("--version");

    /// <summary>Judges JSON; gives the exit code, 1 where there are breaches.</summary>
    [Benchmark]
    public int EvaluateJson() => Run("evaluate", _files.Json, "--packs", RepositoryFolder.Combine("benchmarks/packs/bench"), "--format", "ndjson");

    private int Run(params IEnumerable<string> arguments)
    {
        ProcessStartInfo start = new("dotnet", ["exec", _tool, .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true };
        using Process process = Process.Start(start) ?? throw new InvalidOperationException("dotnet did not start");
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        process.StandardOutput.BaseStream.CopyTo(Stream.Null);
        process.WaitForExit();
        return process.ExitCode;
    }
}
