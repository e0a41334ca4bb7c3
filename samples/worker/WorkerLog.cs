namespace WorkerSample;

/// <summary>What is logged: names of inputs and numbers, nothing that the data says.</summary>
internal static partial class WorkerLog
{
    [LoggerMessage(1, LogLevel.Information, "`{Input}` is judged: {NonCompliant} not compliant, {Undetermined} undetermined")]
    public static partial void Judged(ILogger logger, string input, long nonCompliant, long undetermined);

    [LoggerMessage(2, LogLevel.Warning, "`{Input}` is refused, {Problems} lines say why")]
    public static partial void Rejected(ILogger logger, string input, int problems);

    [LoggerMessage(3, LogLevel.Information, "`{Input}` was written to while it was judged, it is judged again")]
    public static partial void Changed(ILogger logger, string input);

    [LoggerMessage(4, LogLevel.Error, "`{Input}` could not be judged, try {Tries}")]
    public static partial void Failed(ILogger logger, string input, int tries, Exception failure);

    [LoggerMessage(5, LogLevel.Error, "`{Input}` waits, there are no rule packs")]
    public static partial void NoPacks(ILogger logger, string input, Exception failure);

    [LoggerMessage(6, LogLevel.Error, "the folders cannot be reached, they are tried again")]
    public static partial void FoldersAway(ILogger logger, Exception failure);
}
