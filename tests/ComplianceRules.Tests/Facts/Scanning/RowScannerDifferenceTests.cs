using System.Globalization;
using Xunit.Abstractions;

namespace ComplianceRules.Tests.Facts;

/// <summary>Reading from bytes and reading token by token mean the same; <c>SCANNING_CASES</c> in the environment asks for more documents, <c>SCANNING_FROM</c> for others.</summary>
public sealed class RowScannerDifferenceTests(ITestOutputHelper output)
{
    private const int Few = 2_000;
    private const int MostShown = 3;

    [Fact]
    public void Any_document_gives_the_same_facts_and_the_same_problems_as_when_it_is_read_token_by_token()
    {
        (int from, int count) = (Asked("SCANNING_FROM", 1), Asked("SCANNING_CASES", Few));
        List<string> broken = [];
        int sound = 0;
        for (int seed = from; seed < from + count && broken.Count < MostShown; seed++)
        {
            ScanningCase made = ScanningCase.Of(seed);
            (string plain, string scanned) = made.Read();
            if (plain != scanned) broken.Add($"seed {seed}, {made}\n{Difference(plain, scanned)}");
            if (plain.Contains("school ", StringComparison.Ordinal)) sound++;
        }

        output.WriteLine($"{sound} of {count} documents gave facts");
        Assert.True(broken.Count == 0, string.Join("\n\n", broken));
        Assert.InRange(sound, count / 4, count - 1);
    }

    private static string Difference(string plain, string scanned)
    {
        (string[] wanted, string[] given) = (plain.Split('\n'), scanned.Split('\n'));
        return $"token by token:\n{string.Join('\n', wanted.Except(given).Take(MostShown))}\nfrom bytes:\n{string.Join('\n', given.Except(wanted).Take(MostShown))}";
    }

    private static int Asked(string variable, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), NumberStyles.None, CultureInfo.InvariantCulture, out int many) ? many : otherwise;
}
