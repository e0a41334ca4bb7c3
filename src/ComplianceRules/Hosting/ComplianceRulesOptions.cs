using System.Collections.Immutable;
using System.Reflection;
using ComplianceRules.Packs;

namespace ComplianceRules.Hosting;

/// <summary>Which packs an application judges by, and how they are looked after.</summary>
/// <remarks>Each call adds to what was said before and gives the same options back. Not for several threads; once in use nobody changes them.</remarks>
public sealed class ComplianceRulesOptions
{
    private static readonly TimeSpan UsualSettleTime = TimeSpan.FromMilliseconds(250);

    /// <summary>Where the packs come from, in the order in which they were added; together they are one set.</summary>
    public ImmutableArray<IRulePackSource> Sources { get; private set; } = [];

    /// <summary>Whether the packs are loaded when the host starts, which fails where they are wrong; else they are loaded when they are asked for first.</summary>
    public bool IsValidatedOnStart { get; private set; }

    /// <summary>Whether the packs are loaded anew after a change.</summary>
    public bool IsWatched { get; private set; }

    /// <summary>How long nothing may have changed before a change is read.</summary>
    public TimeSpan SettleTime { get; private set; } = UsualSettleTime;

    /// <summary>Adds packs of any source.</summary>
    /// <param name="source">The source.</param>
    public ComplianceRulesOptions AddPacks(IRulePackSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        Sources = Sources.Add(source);
        return this;
    }

    /// <summary>Adds the packs of a folder.</summary>
    /// <param name="path">A folder with a <c>pack.json</c>, or one whose sub-folders have; a relative one counts from the current directory.</param>
    public ComplianceRulesOptions AddPacksFromDirectory(string path) => AddPacks(new DirectoryRulePackSource(path));

    /// <summary>Adds the packs of an archive that <c>compliance-rules pack</c> made.</summary>
    /// <param name="path">The archive; a relative path counts from the current directory.</param>
    /// <param name="sha256">The SHA-256 that the archive must have, as the tool printed it; null where any will do.</param>
    public ComplianceRulesOptions AddPacksFromArchive(string path, string? sha256 = null) => AddPacks(new ArchiveRulePackSource(path) { Sha256 = sha256 });

    /// <summary>Adds the packs that an assembly brings along as embedded resources.</summary>
    /// <param name="assembly">The assembly.</param>
    /// <param name="prefix">What the logical names of the resources begin with, without the slash.</param>
    public ComplianceRulesOptions AddPacksFromAssembly(Assembly assembly, string prefix = "rulepacks") => AddPacks(new EmbeddedRulePackSource(assembly, prefix));

    /// <summary>Adds the packs that packages of content have put beside the application: those of the folder <c>rulepacks</c> where its program lies.</summary>
    public ComplianceRulesOptions AddPacksFromPackages() => AddPacksFromDirectory(Path.Combine(AppContext.BaseDirectory, "rulepacks"));

    /// <summary>Loads the packs when the host starts, so that it does not start with packs that are wrong.</summary>
    public ComplianceRulesOptions ValidateOnStart()
    {
        IsValidatedOnStart = true;
        return this;
    }

    /// <summary>Loads the packs anew after a change, of those sources that notice changes: folders, archives, and third parties' that implement <see cref="IWatchedRulePackSource"/>.</summary>
    /// <remarks>A change that is wrong leaves the packs in force as they are and is reported, see <see cref="IRulePackMonitor"/>.</remarks>
    /// <param name="settleTime">How long nothing may have changed before it is read, more than zero and at most a minute; null for a quarter of a second. Changes without end are read after ten such times.</param>
    public ComplianceRulesOptions WatchForChanges(TimeSpan? settleTime = null)
    {
        IsWatched = true;
        SettleTime = settleTime ?? UsualSettleTime;
        return this;
    }
}
