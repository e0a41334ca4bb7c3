using System.Net;
using System.Net.Http.Headers;

namespace ComplianceRules.Samples.Tests.Api;

/// <summary>A body of which one byte is sent, and the rest when the test says so.</summary>
internal sealed class StalledContent : HttpContent
{
    private readonly byte[] _bytes;
    private readonly TaskCompletionSource _rest = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public StalledContent(string text)
    {
        _bytes = System.Text.Encoding.UTF8.GetBytes(text);
        Headers.ContentType = new MediaTypeHeaderValue("application/json");
    }

    /// <summary>Sends the rest.</summary>
    public void Go() => _rest.TrySetResult();

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
    {
        await stream.WriteAsync(_bytes.AsMemory(0, 1));
        await stream.FlushAsync();
        await _rest.Task;
        await stream.WriteAsync(_bytes.AsMemory(1));
    }

    protected override bool TryComputeLength(out long length)
    {
        length = _bytes.Length;
        return true;
    }
}
