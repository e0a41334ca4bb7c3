using System.Collections.Concurrent;
using System.Diagnostics;
using ComplianceRules.Tests;

namespace ComplianceRules.Samples.Tests.Worker;

public sealed class WorkerProgramTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task The_program_judges_a_file_and_stops_cleanly_when_it_is_told_to()
    {
        using TempFolder folder = new();
        ConcurrentQueue<string> lines = [];
        using Process worker = SampleProgram.Start("worker", "WorkerSample", lines.Enqueue, $"--Folders:Root={folder.At("work")}", $"--Folders:Packs={SmallPacks.Path}", "--Folders:Settles=00:00:00.100", "--Folders:LooksEvery=00:00:00.100");
        try
        {
            await Waiting.UntilAsync(() => Directory.Exists(folder.At("work", "inbox")));
            File.Copy(RepositoryRoot.Combine("samples/gaoqing/snapshot.json"), folder.At("work", "inbox", "a.json"));
            await Waiting.UntilAsync(() => Directory.Exists(folder.At("work", "done")) && Directory.EnumerateFiles(folder.At("work", "done")).Any());
            using Process kill = Process.Start("kill", ["-TERM", $"{worker.Id}"]);
            using CancellationTokenSource patience = new(Patience);
            await worker.WaitForExitAsync(patience.Token);
            Assert.True(worker.ExitCode == 0, string.Join('\n', lines));
        }
        finally
        {
            if (!worker.HasExited) worker.Kill(entireProcessTree: true);
        }
    }
}
