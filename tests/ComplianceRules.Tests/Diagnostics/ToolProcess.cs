using System.Diagnostics;
using System.Globalization;

namespace ComplianceRules.Tests.Diagnostics;

/// <summary>The command-line tool, run to its end in a process of its own.</summary>
/// <param name="ExitCode">What it ended with.</param>
/// <param name="Output">What it wrote on standard output.</param>
/// <param name="Error">What it wrote on standard error.</param>
internal sealed record ToolProcess(int ExitCode, string Output, string Error)
{
    private const string Tool = "compliance-rules.dll";

    private const int HeapLimit = 256 * 1024 * 1024;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>Runs the tool with 256 MiB of heap; one that does not end fails the test.</summary>
    /// <param name="stack">The bytes of stack that its threads get; on Windows the first thread keeps its own.</param>
    /// <param name="arguments">The words after the tool's name.</param>
    public static ToolProcess Run(int stack, params string[] arguments)
    {
        string[] words = [.. Limit(stack), "dotnet", "exec", Path.Combine(AppContext.BaseDirectory, Tool), .. arguments];
        ProcessStartInfo start = new(words[0], words[1..])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["DOTNET_DefaultStackSize"] = stack.ToString("x", CultureInfo.InvariantCulture);
        start.Environment["DOTNET_GCHeapHardLimit"] = HeapLimit.ToString("x", CultureInfo.InvariantCulture);
        start.Environment["LC_ALL"] = "C";
        using Process process = Process.Start(start)!;
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        Task<string> error = process.StandardError.ReadToEndAsync();
        bool ended = process.WaitForExit(Patience);
        if (!ended) process.Kill(entireProcessTree: true);
        Assert.True(ended, $"the tool did not end within {Patience}");
        return new ToolProcess(process.ExitCode, output.GetAwaiter().GetResult(), error.GetAwaiter().GetResult());
    }

    // The first thread, on which the tool works, has the stack that the shell allows.
    private static string[] Limit(int stack) =>
        OperatingSystem.IsWindows() ? [] : ["sh", "-c", string.Create(CultureInfo.InvariantCulture, $"ulimit -s {stack / 1024} && exec \"$@\""), "sh"];
}
