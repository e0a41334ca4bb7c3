using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;

namespace ComplianceRules.Samples.Tests.Api;

/// <summary>How many requests the limits of a service have let in and not yet seen end, by the framework's own measure.</summary>
internal sealed class RunningRequests : IDisposable
{
    private readonly MeterListener _listener = new();
    private long _count;

    public RunningRequests(ApiHost host)
    {
        IMeterFactory meters = host.Services.GetRequiredService<IMeterFactory>();
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Name == "aspnetcore.rate_limiting.active_request_leases" && ReferenceEquals(instrument.Meter.Scope, meters)) listener.EnableMeasurementEvents(instrument);
        };
        _listener.SetMeasurementEventCallback<long>((_, change, _, _) => Interlocked.Add(ref _count, change));
        _listener.Start();
    }

    /// <summary>How many there are now, of those that began since this was made.</summary>
    public long Count => Interlocked.Read(ref _count);

    /// <inheritdoc/>
    public void Dispose() => _listener.Dispose();
}
