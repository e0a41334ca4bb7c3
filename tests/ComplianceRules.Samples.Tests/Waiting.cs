namespace ComplianceRules.Samples.Tests;

/// <summary>Waits for what happens on other threads.</summary>
internal static class Waiting
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    /// <summary>Waits until something holds; fails the test where it never does.</summary>
    public static async Task UntilAsync(Func<bool> holds)
    {
        using CancellationTokenSource patience = new(Patience);
        while (!holds()) await Task.Delay(20, patience.Token);
    }
}
