using System.Diagnostics;
using System.Globalization;
using ComplianceRules.Engine;
using ComplianceRules.Facts;

namespace ComplianceRules.Benchmarks;

/// <summary>The memory that a nation takes at most: each way to read it in a process of its own, which does nothing else.</summary>
internal static class NationMemory
{
    private const int Usual = 200_000;
    private const int Mebibyte = 1 << 20;
    private const string RegionPack = "bench-counties";
    private static readonly string[] Ways = ["json", "json_streamed", "ndjson_streamed", "ndjson_streamed_regions", "columnfile", "columnfile_streamed"];

    // As the tool runs; the benchmarks themselves have the runtime's own settings, which are better for those who make much garbage.
    private static readonly (string Name, string Value)[] Settings = [("DOTNET_TieredPGO", "0"), ("DOTNET_GCGen0MaxBudget", "400000")];

    /// <summary>Runs all ways, or one of them over a file.</summary>
    /// <returns>0; 64 where the arguments are none.</returns>
    public static int Run(string[] args)
    {
        switch (args)
        {
            case []: return RunAll(Usual);
            case ["--schools", var text] when int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int schools) && schools is > 0 and <= 1_000_000: return RunAll(schools);
            case [var way, var file] when Ways.Contains(way): return RunOne(way, file);
            default:
                Console.Error.WriteLine("usage: memory [--schools N]");
                return 64;
        }
    }

    private static int RunAll(int schools)
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("compliance-rules-");
        try
        {
            NationShape shape = new() { Schools = schools, Regions = Math.Max(1, schools / 200) };
            foreach (string way in Ways) RunApart(way, Write(way, shape, Path.Combine(folder.FullName, "nation")));
            return 0;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    // Each takes the place of the one before it: together they take gigabytes.
    private static string Write(string way, NationShape shape, string path)
    {
        if (way is "json_streamed" or "ndjson_streamed_regions" or "columnfile_streamed") return path;
        if (way == "columnfile")
        {
            ColumnFileWriter.Write(ColumnSnapshot.Make(new MadeUpNation(shape), Inputs.Bench(BenchRules.Pack).Schema), path);
            return path;
        }

        using FileStream file = File.Create(path);
        if (way == "json") JsonNation.Write(new MadeUpNation(shape), file);
        else JsonNation.WriteLines(new MadeUpNation(shape), file);
        return path;
    }

    private static void RunApart(string way, string file)
    {
        ProcessStartInfo start = new(Environment.ProcessPath!, [.. OwnAssembly(), "memory", way, file]) { RedirectStandardOutput = true };
        foreach ((string name, string value) in Settings) start.Environment[name] = value;
        using Process process = Process.Start(start) ?? throw new InvalidOperationException("the process did not start");
        Console.Out.Write(process.StandardOutput.ReadToEnd());
        process.WaitForExit();
        if (process.ExitCode != 0) throw new InvalidOperationException($"{way} ended with {process.ExitCode}");
    }

    // Where the host is not the program's own, it is told which program.
    private static string[] OwnAssembly() =>
        Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet" ? ["exec", Path.Combine(AppContext.BaseDirectory, "ComplianceRules.Benchmarks.dll")] : [];

    private static int RunOne(string way, string file)
    {
        Catalogue catalogue = Inputs.Bench(way.EndsWith("_regions", StringComparison.Ordinal) ? RegionPack : BenchRules.Pack);
        Plan plan = Plan.For(catalogue, Inputs.AsOf);
        Say($"nation_{way}_start_mib");
        if (way.Contains("_streamed", StringComparison.Ordinal))
        {
            ISnapshotSource source = way[0] == 'j' ? new JsonSnapshotSource(file) : way[0] == 'n' ? new NdjsonSnapshotSource(file) : new ColumnFileSnapshotSource(file);
            CountingSink sink = new();
            if (!plan.Run(source, sink).IsValid) throw new InvalidDataException("the nation was refused");
            Say($"nation_{way}_mib", $"{sink.Count} findings");
        }
        else
        {
            ISnapshotSource source = way == "json" ? new JsonSnapshotSource(file) : new ColumnFileSnapshotSource(file);
            Snapshot snapshot = source.Read(catalogue.Schema, new SnapshotOptions(), default).Value;
            Say($"nation_{way}_mib");
            using Judgement judgement = plan.Judge(snapshot, new RunOptions { Threads = 1 });
            Say($"nation_{way}_judged_mib", $"{Enumerable.Range(0, judgement.Rules.Length).Sum(rule => judgement.CountsOf(rule).NonCompliant)} breaches");
        }

        return 0;
    }

    private static void Say(string name, string? found = null)
    {
        using Process own = Process.GetCurrentProcess();
        Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name,-36} {own.PeakWorkingSet64 / Mebibyte,5}  {found}").TrimEnd());
    }
}
