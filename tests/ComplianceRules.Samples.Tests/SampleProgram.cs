using System.Diagnostics;
using ComplianceRules.External.Tests;
using ComplianceRules.Tests;

namespace ComplianceRules.Samples.Tests;

/// <summary>A sample as it was built, run as its own program.</summary>
internal static class SampleProgram
{
    private static readonly string[] BuiltIn = AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar).Split(Path.DirectorySeparatorChar)[^2..];

    /// <summary>The program's file.</summary>
    public static string PathOf(string folder, string name) => RepositoryRoot.Combine($"samples/{folder}/bin/{BuiltIn[0]}/{BuiltIn[1]}/{name}.dll");

    /// <summary>Runs a sample to its end.</summary>
    public static Task<ExternalProcess> RunAsync(string folder, string name, params string[] arguments) =>
        ExternalProcess.Run(RepositoryRoot.Combine($"samples/{folder}"), string.Empty, new Dictionary<string, string>(), ["dotnet", PathOf(folder, name), .. arguments]);

    /// <summary>Starts a sample that runs until it is stopped; what it writes is collected.</summary>
    public static Process Start(string folder, string name, Action<string> line, params string[] arguments)
    {
        Process process = new()
        {
            StartInfo = new ProcessStartInfo("dotnet", [PathOf(folder, name), .. arguments])
            {
                WorkingDirectory = RepositoryRoot.Combine($"samples/{folder}"),
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            },
        };
        process.OutputDataReceived += (_, got) => line(got.Data ?? string.Empty);
        process.ErrorDataReceived += (_, got) => line(got.Data ?? string.Empty);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }
}
