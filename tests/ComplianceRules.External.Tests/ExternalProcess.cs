using System.Diagnostics;
using System.Text;

namespace ComplianceRules.External.Tests;

/// <summary>A program outside of the tests, run to its end.</summary>
/// <param name="ExitCode">What it ended with.</param>
/// <param name="Output">What it wrote on standard output.</param>
/// <param name="Error">What it wrote on standard error.</param>
internal sealed record ExternalProcess(int ExitCode, string Output, string Error)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    /// <summary>Runs a program; one that cannot be started or does not end fails the test.</summary>
    /// <param name="folder">The working folder.</param>
    /// <param name="input">What it reads on standard input.</param>
    /// <param name="environment">Variables to set.</param>
    /// <param name="program">The program and its arguments.</param>
    public static async Task<ExternalProcess> Run(string folder, string input, IReadOnlyDictionary<string, string> environment, params string[] program)
    {
        UTF8Encoding utf8 = new(encoderShouldEmitUTF8Identifier: false);
        ProcessStartInfo start = new(program[0], program[1..])
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = utf8,
            StandardOutputEncoding = utf8,
            StandardErrorEncoding = utf8,
        };
        foreach ((string name, string value) in environment) start.Environment[name] = value;
        using Process process = Process.Start(start)!;
        using CancellationTokenSource stop = new(Patience);
        Task<string> output = process.StandardOutput.ReadToEndAsync(stop.Token);
        Task<string> error = process.StandardError.ReadToEndAsync(stop.Token);
        await process.StandardInput.WriteAsync(input.AsMemory(), stop.Token);
        process.StandardInput.Close();
        try
        {
            await process.WaitForExitAsync(stop.Token);
            return new ExternalProcess(process.ExitCode, await output, await error);
        }
        finally
        {
            if (!process.HasExited) process.Kill(entireProcessTree: true);
        }
    }
}
