namespace ComplianceRules.Tests.HouseRules;

/// <summary>Says every fault that a guard found, one a line, instead of the first few cut short.</summary>
internal static class NoFaults
{
    public static void In(IEnumerable<string> faults)
    {
        string[] all = [.. faults];
        Assert.True(all.Length == 0, string.Join('\n', all));
    }
}
