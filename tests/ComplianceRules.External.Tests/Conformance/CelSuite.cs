using System.Collections.Immutable;
using ComplianceRules.Tests;

namespace ComplianceRules.External.Tests.Conformance;

/// <summary>The public tests of CEL, which stay outside of the repository.</summary>
internal static class CelSuite
{
    private const string Variable = "COMPLIANCE_REAL_DATA";
    private const string Ending = ".textproto";

    /// <summary>The files that are run.</summary>
    public static ImmutableArray<string> Files { get; } =
        ["basic", "comparisons", "conversions", "fp_math", "integer_math", "lists", "logic", "macros", "parse", "string"];

    /// <summary>The cases of a file; where it is missing the test fails, it is not skipped.</summary>
    public static ImmutableArray<CelCase> Read(string file)
    {
        string folder = Path.GetFullPath(Environment.GetEnvironmentVariable(Variable) ?? "../shared", RepositoryRoot.Path);
        string path = Path.Combine(folder, "conformance", "cel-spec", file + Ending);
        Assert.True(File.Exists(path), $"{path} is missing: set {Variable} to the folder that holds conformance/cel-spec/{file}{Ending}");
        ProtoMessage suite = TextProto.Read(File.ReadAllText(path));
        return [.. suite.All("section").SelectMany(s => s.All("test").Select(t => new CelCase(file, s.TextOf("name"), t)))];
    }
}
