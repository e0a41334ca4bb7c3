using BenchmarkDotNet.Running;
using ComplianceRules.Benchmarks;

return args switch
{
    ["quick", .. string[] rest] => Quick.Run(rest),
    ["memory", .. string[] rest] => NationMemory.Run(rest),
    ["compose", .. string[] rest] => Composition.Run(rest),
    ["generate", .. string[] rest] => Generate.Run(rest),
    ["databases", .. string[] rest] => await DatabaseTimes.RunAsync(rest),
    ["county", .. string[] rest] => MakeCounty.Run(rest),
    _ => Measure(args),
};

static int Measure(string[] args)
{
    BenchmarkSwitcher.FromAssembly(typeof(Inputs).Assembly).Run(args);
    return 0;
}
