using System.Collections.Immutable;
using ComplianceRules.Packs;

namespace ComplianceRules.Hosting;

/// <summary>Watches the sources of some options.</summary>
internal sealed class PackWatch : IDisposable
{
    private readonly ChangeDelay _delay;
    private readonly ImmutableArray<IDisposable> _watched;

    /// <summary>Begins to watch.</summary>
    /// <param name="options">The sources and the time to settle.</param>
    /// <param name="clock">The clock.</param>
    /// <param name="settled">Called after changes have settled.</param>
    /// <exception cref="IOException">A source cannot be watched.</exception>
    public PackWatch(ComplianceRulesOptions options, TimeProvider clock, Action settled)
    {
        _delay = new ChangeDelay(clock, options.SettleTime, settled);
        ImmutableArray<IDisposable>.Builder watched = ImmutableArray.CreateBuilder<IDisposable>();
        try
        {
            foreach (IWatchedRulePackSource source in options.Sources.OfType<IWatchedRulePackSource>()) watched.Add(source.Watch(_delay.Tell));
        }
        catch
        {
            _delay.Dispose();
            foreach (IDisposable one in watched) one.Dispose();
            throw;
        }

        _watched = watched.ToImmutable();
    }

    /// <summary>Ends the watching.</summary>
    public void Dispose()
    {
        foreach (IDisposable one in _watched) one.Dispose();
        _delay.Dispose();
    }
}
