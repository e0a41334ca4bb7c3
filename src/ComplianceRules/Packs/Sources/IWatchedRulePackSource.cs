namespace ComplianceRules.Packs;

/// <summary>A source of packs that notices when they change.</summary>
public interface IWatchedRulePackSource : IRulePackSource
{
    /// <summary>Begins to watch.</summary>
    /// <param name="changed">Called after each change, perhaps several times for one, on any thread; it returns at once and throws nothing.</param>
    /// <returns>Ends the watching when it is disposed of.</returns>
    IDisposable Watch(Action changed);
}
