using BenchmarkDotNet.Running;
using ComplianceRules.Benchmarks;

return args is ["quick", .. string[] rest] ? Quick.Run(rest) : Measure(args);

static int Measure(string[] args)
{
    BenchmarkSwitcher.FromAssembly(typeof(Inputs).Assembly).Run(args);
    return 0;
}
