using System.Diagnostics;

namespace ComplianceRules.Samples.Tests.Load;

/// <summary>The service as a program of its own, on a free port of this machine.</summary>
internal sealed class RunningApi : IDisposable
{
    private const string Listening = "Now listening on: ";

    private readonly Process _process;

    private RunningApi(Process process, Uri address)
    {
        _process = process;
        Client = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = 64 }) { BaseAddress = address, Timeout = TimeSpan.FromMinutes(1) };
    }

    public HttpClient Client { get; }

    /// <summary>How many bytes of memory the program holds just now.</summary>
    public long WorkingSet
    {
        get
        {
            _process.Refresh();
            return _process.WorkingSet64;
        }
    }

    public static async Task<RunningApi> StartAsync(params string[] settings)
    {
        TaskCompletionSource<Uri> address = new(TaskCreationOptions.RunContinuationsAsynchronously);
        Process process = SampleProgram.Start("api", "ApiSample", Heard, ["--urls=http://127.0.0.1:0", .. settings]);
        try
        {
            return new RunningApi(process, await address.Task.WaitAsync(TimeSpan.FromMinutes(1)));
        }
        catch
        {
            process.Kill(entireProcessTree: true);
            throw;
        }

        void Heard(string line)
        {
            if (line.IndexOf(Listening, StringComparison.Ordinal) is >= 0 and int at) address.TrySetResult(new Uri(line[(at + Listening.Length)..].Trim()));
        }
    }

    public void Dispose()
    {
        Client.Dispose();
        _process.Kill(entireProcessTree: true);
        _process.Dispose();
    }
}
