using ComplianceRules.Tests;

namespace ComplianceRules.External.Tests.Packages;

/// <summary>Runs the SDK, and programs that it made, in a folder.</summary>
internal static class DotNet
{
    /// <summary>Runs it, which must go well.</summary>
    /// <returns>What it wrote on standard output.</returns>
    public static async Task<string> Run(string folder, params string[] arguments)
    {
        ExternalProcess run = await Start(folder, ["dotnet", .. arguments]);
        Assert.True(run.ExitCode == 0, $"dotnet {string.Join(' ', arguments)} ended with {run.ExitCode}:\n{run.Output}{run.Error}");
        return run.Output;
    }

    /// <summary>Runs a program.</summary>
    public static Task<ExternalProcess> Start(string folder, params string[] program)
    {
        Dictionary<string, string> environment = new() { ["MSBUILDDISABLENODEREUSE"] = "1", ["DOTNET_NOLOGO"] = "1", ["DOTNET_CLI_UI_LANGUAGE"] = "en" };
        if (folder.StartsWith(RepositoryRoot.Path, StringComparison.Ordinal)) return ExternalProcess.Run(folder, string.Empty, environment, program);

        // Packages under test are kept apart from those that other builds have unpacked, which may be of the same version.
        environment["NUGET_PACKAGES"] = Path.Combine(Path.GetDirectoryName(folder)!, "unpacked");
        environment["NUGET_FALLBACK_PACKAGES"] = Environment.GetEnvironmentVariable("NUGET_PACKAGES") ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
        return ExternalProcess.Run(folder, string.Empty, environment, program);
    }
}
