using Microsoft.Extensions.Logging;

namespace ComplianceRules.Hosting;

/// <summary>What is logged. Ids, names and facts of schools never are.</summary>
internal static partial class LogMessages
{
    private const int MostTold = 10;

    /// <summary>Logs what became of a load.</summary>
    public static void Tell(ILogger logger, string name, PackLoad load)
    {
        switch (load.Outcome)
        {
            case PackLoadOutcome.Loaded:
                PacksLoaded(logger, load.InForce!.Catalogue.Packs.Packs.Length, NameOf(name), load.Problems.Length);
                break;
            case PackLoadOutcome.Unchanged:
                PacksUnchanged(logger, NameOf(name));
                break;
            case PackLoadOutcome.Refused when load.InForce is { } inForce:
                PacksRefused(logger, NameOf(name), load.Errors.Count(), inForce.LoadedAt, Told(load));
                break;
            case PackLoadOutcome.Refused:
                NoPacks(logger, NameOf(name), load.Errors.Count(), Told(load));
                break;
            case PackLoadOutcome.Failed:
                PacksUnreachable(logger, NameOf(name), load.InForce is not null, load.Failure);
                break;
        }
    }

    [LoggerMessage(1, LogLevel.Information, "{Packs} rule packs of `{Name}` are in force ({Warnings} warnings)")]
    private static partial void PacksLoaded(ILogger logger, int packs, string name, int warnings);

    [LoggerMessage(2, LogLevel.Debug, "the rule packs of `{Name}` have not changed")]
    private static partial void PacksUnchanged(ILogger logger, string name);

    [LoggerMessage(3, LogLevel.Error, "the rule packs of `{Name}` have {Errors} errors; those loaded at {Since} stay in force: {Problems}")]
    private static partial void PacksRefused(ILogger logger, string name, int errors, DateTimeOffset since, string problems);

    [LoggerMessage(4, LogLevel.Critical, "the rule packs of `{Name}` have {Errors} errors, and none are in force: {Problems}")]
    private static partial void NoPacks(ILogger logger, string name, int errors, string problems);

    [LoggerMessage(5, LogLevel.Error, "the rule packs of `{Name}` cannot be reached (earlier ones stay in force: {InForce})")]
    private static partial void PacksUnreachable(ILogger logger, string name, bool inForce, Exception? failure);

    [LoggerMessage(6, LogLevel.Error, "loading the rule packs of `{Name}` anew broke off; those in force stay so")]
    public static partial void ReloadBroke(ILogger logger, string name, Exception failure);

    [LoggerMessage(7, LogLevel.Error, "a listener to loads of the rule packs of `{Name}` threw")]
    public static partial void ListenerBroke(ILogger logger, string name, Exception failure);

    [LoggerMessage(8, LogLevel.Debug, "judged {Rows} rows as of {AsOf} by the rule packs of `{Name}` in {Elapsed}")]
    public static partial void Evaluated(ILogger logger, long rows, DateOnly asOf, string name, TimeSpan elapsed);

    [LoggerMessage(9, LogLevel.Warning, "data for the rule packs of `{Name}` was refused: {Problems} problems")]
    public static partial void DataRefused(ILogger logger, string name, int problems);

    // Packs have no names of persons in them: their problems may be logged, data's may not.
    private static string Told(PackLoad load) => string.Join("; ", load.Errors.Take(MostTold));

    /// <summary>What options without a name are called.</summary>
    public static string NameOf(string name) => name.Length == 0 ? "default" : name;
}
