using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using System.Runtime.Intrinsics;

namespace ComplianceRules.Tests.Engine.Columns.Kernels;

/// <summary>The same answers where the processor has no wide registers, each in a process of its own.</summary>
public sealed class NarrowRegisterTests
{
    private const int Pairs = 25;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private static int Widest => Vector512.IsHardwareAccelerated ? 512 : Vector256.IsHardwareAccelerated ? 256 : Vector128.IsHardwareAccelerated ? 128 : 64;

    [Theory]
    [InlineData(256, "EnableAVX512", "EnableAVX512F")]
    [InlineData(128, "EnableAVX512", "EnableAVX512F", "EnableAVX2")]
    [InlineData(64, "EnableHWIntrinsic")]
    public async Task Kernels_and_engines_agree_without_wide_registers(int widest, params string[] switchedOff)
    {
        ProcessStartInfo start = new("dotnet", ["exec", Assembly.GetExecutingAssembly().Location, Pairs.ToString(CultureInfo.InvariantCulture)]) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (string setting in switchedOff) start.Environment[$"DOTNET_{setting}"] = "0";
        using Process process = Process.Start(start)!;
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        Task<string> error = process.StandardError.ReadToEndAsync();
        using CancellationTokenSource patience = new(Patience);
        try
        {
            await process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }

        Assert.Equal((0, string.Empty), (process.ExitCode, await error));
        Assert.Equal(Math.Min(widest, Widest), int.Parse(await output, CultureInfo.InvariantCulture));
    }
}
