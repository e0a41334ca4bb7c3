using BenchmarkDotNet.Attributes;
using ComplianceRules.Engine;
using ComplianceRules.Packs;

namespace ComplianceRules.Benchmarks;

/// <summary>A pack of a thousand rules: reading, checking, planning.</summary>
[MemoryDiagnoser]
public class ManyRulesBenchmarks
{
    private DirectoryInfo _folder = null!;
    private Catalogue _catalogue = null!;

    /// <summary>How often the forty rules stand in the pack.</summary>
    [Params(25)]
    public int Copies { get; set; }

    /// <summary>Writes the pack.</summary>
    [GlobalSetup]
    public void SetUp()
    {
        _folder = CopiedRules.Write(Copies);
        _catalogue = PackChecker.Check(PackReader.ReadDirectory(_folder.FullName).Value).Value;
    }

    /// <summary>Deletes the pack.</summary>
    [GlobalCleanup]
    public void CleanUp() => _folder.Delete(recursive: true);

    /// <summary>Reads the pack; gives how many rules.</summary>
    [Benchmark]
    public int Read() => PackReader.ReadDirectory(_folder.FullName).Value.Packs.Sum(pack => pack.Rules.Length);

    /// <summary>Reads and checks it; gives how many rules.</summary>
    [Benchmark]
    public int ReadAndCheck() => PackChecker.Check(PackReader.ReadDirectory(_folder.FullName).Value).Value.Packs.Packs.Sum(pack => pack.Rules.Length);

    /// <summary>Makes a plan of it; gives its day.</summary>
    [Benchmark]
    public DateOnly MakePlan() => Plan.For(_catalogue, Inputs.AsOf).AsOf;
}
