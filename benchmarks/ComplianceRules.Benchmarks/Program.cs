using BenchmarkDotNet.Running;
using ComplianceRules.Benchmarks;

BenchmarkSwitcher.FromAssembly(typeof(Inputs).Assembly).Run(args);
