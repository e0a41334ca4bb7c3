namespace ComplianceRules.Spreadsheets.Tests.Oracle;

/// <summary>Compares what two readings gave and shows what only one of them has.</summary>
internal static class SameLines
{
    public static void Hold(string[] expected, string[] read, OracleCase given)
    {
        if (expected.SequenceEqual(read)) return;
        IEnumerable<string> lost = expected.Except(read).Select(l => $"- {l}");
        IEnumerable<string> more = read.Except(expected).Select(l => $"+ {l}");
        Assert.Fail(string.Join('\n', [.. lost, .. more, given.ToString()]));
    }
}
