namespace ComplianceRules.Tests.Readme;

/// <summary>Tests that change what belongs to the whole process, the console and the working folder; no other test runs beside them.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class WholeProcess
{
    /// <summary>The name that such tests give.</summary>
    public const string Name = "whole process";
}
