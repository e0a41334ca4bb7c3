namespace ComplianceRules.Hosting;

/// <summary>Looks after the packs that an application judges by: loads them, and loads them anew.</summary>
/// <remarks>A singleton; its members may be called by several threads. Packs are read, checked, proved and made ready aside and swapped as a whole; packs that are wrong are never in force.</remarks>
public interface IRulePackMonitor
{
    /// <summary>The packs in force; the first to ask loads them.</summary>
    /// <exception cref="RulePackLoadException">No packs could be loaded; they are tried again after a change that is watched for, and by <see cref="Reload"/>.</exception>
    LoadedPacks Current { get; }

    /// <summary>The last attempt to load packs; null where nobody has asked for any yet.</summary>
    PackLoad? LastLoad { get; }

    /// <summary>Raised after each attempt to load packs, on the thread that made it; what it throws is logged.</summary>
    event EventHandler<PackLoad>? Loaded;

    /// <summary>Loads the packs now, whether or not they have changed.</summary>
    /// <param name="cancellation">Stops the loading; what was in force is in force still.</param>
    /// <returns>What became of it; where packs are wrong, what is wrong with them.</returns>
    /// <exception cref="OperationCanceledException">The loading was stopped.</exception>
    PackLoad Reload(CancellationToken cancellation = default);
}
