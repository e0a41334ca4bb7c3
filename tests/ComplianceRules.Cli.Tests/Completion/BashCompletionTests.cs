using System.Diagnostics;
using ComplianceRules.Tests;

namespace ComplianceRules.Cli.Tests.Completion;

/// <summary>The script for bash, in bash where there is one.</summary>
public sealed class BashCompletionTests
{
    private const string Bash = "/bin/bash";

    [Theory]
    [InlineData("evalu", "evaluate")]
    [InlineData("evaluate data.json --form", "--format")]
    [InlineData("evaluate data.json --format = nd", "ndjson")]
    [InlineData("check rulepac", "rulepacks")]
    [InlineData("evaluate samples/gaoqing/snapshot.j", "samples/gaoqing/snapshot.json")]
    public void What_is_typed_is_completed(string typed, string expected)
    {
        if (!File.Exists(Bash)) return;
        Assert.Equal(expected, Complete(typed.Split(' ')));
    }

    private static string Complete(string[] typed)
    {
        const string Script = "compliance-rules() { dotnet exec \"$DLL\" \"$@\"; }; eval \"$(compliance-rules completion bash)\"; COMP_WORDS=(compliance-rules \"$@\"); COMP_CWORD=$#; _compliance_rules; printf '%s\\n' \"${COMPREPLY[@]}\"";
        ProcessStartInfo start = new(Bash, ["-c", Script, "bash", .. typed]) { RedirectStandardOutput = true, WorkingDirectory = RepositoryRoot.Path };
        start.Environment["DLL"] = Path.Combine(AppContext.BaseDirectory, "compliance-rules.dll");
        using Process process = Process.Start(start)!;
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return output.TrimEnd('\n');
    }
}
