using ComplianceRules.Tests;

namespace ComplianceRules.External.Tests.RealData;

/// <summary>The <c>compliance-rules</c> tool, run as its users run it: a process of its own in the root of the repository.</summary>
internal static class Tool
{
    private static readonly Dictionary<string, string> Environment = new(StringComparer.Ordinal) { ["LC_ALL"] = "C" };

    public static Task<ExternalProcess> Run(params string[] arguments) => ExternalProcess.Run(
        RepositoryRoot.Path, string.Empty, Environment, ["dotnet", Path.Combine(AppContext.BaseDirectory, "compliance-rules.dll"), .. arguments]);
}
