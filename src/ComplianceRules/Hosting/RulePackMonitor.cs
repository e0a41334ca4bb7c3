using System.Collections.Immutable;
using System.Diagnostics;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;

namespace ComplianceRules.Hosting;

/// <summary>Loads the packs of one name's options, and loads them anew.</summary>
internal sealed class RulePackMonitor : IRulePackMonitor, IDisposable
{
    // Whoever hears of changed options may hear of it before the options themselves are new.
    private static readonly TimeSpan OptionDelay = TimeSpan.FromMilliseconds(100);

    private readonly Lock _gate = new();
    private readonly string _name;
    private readonly IOptionsMonitor<ComplianceRulesOptions> _options;
    private readonly TimeProvider _clock;
    private readonly ILogger _logger;
    private readonly ComplianceRulesMetrics _metrics;
    private readonly PackLoader _loader;
    private readonly ChangeDelay _optionDelay;
    private readonly PackBook _book = new();
    private readonly ImmutableArray<IDisposable> _optionChanges;
    private PackWatch? _watch;
    private ComplianceRulesOptions? _watched;
    private PackLoad? _last;
    private LoadedPacks? _current;
    private bool _isDisposed;

    /// <summary>Makes the monitor; nothing is loaded yet.</summary>
    /// <param name="name">The name of the options.</param>
    /// <param name="options">The options.</param>
    /// <param name="changes">Tell when options change.</param>
    /// <param name="clock">The clock.</param>
    /// <param name="logger">Hears of loads.</param>
    /// <param name="metrics">Counts loads.</param>
    public RulePackMonitor(
        string name,
        IOptionsMonitor<ComplianceRulesOptions> options,
        IEnumerable<IOptionsChangeTokenSource<ComplianceRulesOptions>> changes,
        TimeProvider clock,
        ILogger<RulePackMonitor> logger,
        ComplianceRulesMetrics metrics)
    {
        _name = name;
        _options = options;
        _clock = clock;
        _logger = logger;
        _metrics = metrics;
        _loader = new PackLoader(clock);
        _optionDelay = new ChangeDelay(clock, OptionDelay, OnSettled);
        _optionChanges = [.. changes.Where(c => c.Name is null || c.Name == name).Select(c => ChangeToken.OnChange(c.GetChangeToken, OnOptionsChanged))];
    }

    /// <inheritdoc/>
    public event EventHandler<PackLoad>? Loaded;

    /// <inheritdoc/>
    public LoadedPacks Current => Volatile.Read(ref _current) ?? First();

    /// <inheritdoc/>
    public PackLoad? LastLoad => Volatile.Read(ref _last);

    /// <summary>Which packs a schema belongs to.</summary>
    internal PackBook Book => _book;

    /// <inheritdoc/>
    public PackLoad Reload(CancellationToken cancellation = default)
    {
        PackLoad load;
        lock (_gate) load = Load(cancellation);
        Raise(load);
        return load;
    }

    /// <summary>Stops watching; packs in force go on judging.</summary>
    public void Dispose()
    {
        foreach (IDisposable change in _optionChanges) change.Dispose();
        _optionDelay.Dispose();
        lock (_gate)
        {
            _isDisposed = true;
            _watch?.Dispose();
            _watch = null;
        }
    }

    // What was wrong once is not read again by everybody who asks: a change that is watched for, or `Reload`, tries again.
    private LoadedPacks First()
    {
        PackLoad? load = null;
        LoadedPacks? packs;
        lock (_gate)
        {
            if (_last is null) load = Load(CancellationToken.None);
            packs = _current;
        }

        if (load is not null) Raise(load);
        return packs ?? throw new RulePackLoadException(LastLoad!);
    }

    private PackLoad Load(CancellationToken cancellation)
    {
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        using Activity? activity = ComplianceRulesMetrics.Activities.StartActivity("compliance_rules.load_packs");
        long begun = _clock.GetTimestamp();
        PackLoad load = Attempt(cancellation);
        if (load is { Outcome: PackLoadOutcome.Loaded, InForce: { } packs })
        {
            _book.Add(packs);
            Volatile.Write(ref _current, packs);
        }

        Volatile.Write(ref _last, load);
        ComplianceRulesMetrics.Tell(activity, _name, load);
        _metrics.Count(_name, load, _clock.GetElapsedTime(begun));
        LogMessages.Tell(_logger, _name, load);
        return load;
    }

    // A third party's source may throw anything; whatever it is, packs in force go on judging and somebody hears of it.
    private PackLoad Attempt(CancellationToken cancellation)
    {
        try
        {
            ComplianceRulesOptions options = _options.Get(_name);
            Watch(options);
            return _loader.Load(options.Sources, _current, cancellation);
        }
        catch (Exception failure) when (failure is not OperationCanceledException || !cancellation.IsCancellationRequested)
        {
            return _loader.Failed(_current, failure);
        }
    }

    // Watched before it is read, so that no change is missed.
    private void Watch(ComplianceRulesOptions options)
    {
        if (ReferenceEquals(_watched, options)) return;
        PackWatch? watch = options.IsWatched ? new PackWatch(options, _clock, OnSettled) : null;
        _watch?.Dispose();
        _watch = watch;
        _watched = options;
    }

    private void OnSettled()
    {
        try
        {
            Reload();
        }
        catch (ObjectDisposedException)
        {
            // The application ends; nobody is left who would judge by other packs.
        }
        catch (Exception failure)
        {
            LogMessages.ReloadBroke(_logger, _name, failure);
        }
    }

    private void OnOptionsChanged()
    {
        if (LastLoad is not null) _optionDelay.Tell();
    }

    private void Raise(PackLoad load)
    {
        try
        {
            Loaded?.Invoke(this, load);
        }
        catch (Exception failure)
        {
            LogMessages.ListenerBroke(_logger, _name, failure);
        }
    }
}
