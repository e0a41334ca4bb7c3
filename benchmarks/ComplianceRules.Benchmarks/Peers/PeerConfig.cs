using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Toolchains.InProcess.Emit;

namespace ComplianceRules.Benchmarks.Peers;

/// <summary>Measures in the program that was built with the other engines: one that is built anew would be built without them.</summary>
internal sealed class PeerConfig : ManualConfig
{
    public PeerConfig() => AddJob(Job.Default.WithToolchain(InProcessEmitToolchain.Instance).WithWarmupCount(3).WithIterationCount(12));
}
