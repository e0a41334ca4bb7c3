using BenchmarkDotNet.Attributes;
using ComplianceRules.Engine;
using ComplianceRules.Packs;

namespace ComplianceRules.Benchmarks;

/// <summary>From the files of packs to a catalogue.</summary>
[MemoryDiagnoser]
public class PackReadingBenchmarks
{
    private readonly string _packs = Inputs.Packs;

    /// <summary>Reads the shipped packs; gives the number of their rules.</summary>
    [Benchmark]
    public int Read() => PackReader.ReadDirectory(_packs).Value.Packs.Sum(pack => pack.Rules.Length);

    /// <summary>Reads and checks them; gives the number of tables that they speak of.</summary>
    [Benchmark]
    public int ReadAndCheck() => PackChecker.Check(PackReader.ReadDirectory(_packs).Value).Value.Schema.Tables.Count;
}
