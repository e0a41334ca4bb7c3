using System.Globalization;
using ComplianceRules.Findings;
using ComplianceRules.Tests.Engine;
using ComplianceRules.Tests.Engine.Columns;
using Xunit.Abstractions;

namespace ComplianceRules.Tests.Sql;

/// <summary>SQLite says of every row what the engine says; <c>SQL_PAIRS</c> in the environment asks for more packs, <c>SQL_FROM</c> for others.</summary>
public sealed class SqlPairTests(ITestOutputHelper output)
{
    private const int Few = 120;
    private const int MostShown = 2;

    [Fact]
    public void Sqlite_says_of_every_row_what_the_engine_says()
    {
        (int first, int count) = (Asked("SQL_FROM", 1), Asked("SQL_PAIRS", Few));
        List<string> faults = [];
        Dictionary<Verdict, long> seen = [];
        SortedDictionary<string, int> leftOut = new(StringComparer.Ordinal);
        (int rules, int doubtful, int schools) = (0, 0, 0);
        for (int seed = first; seed < first + count && faults.Count < MostShown; seed++)
        {
            Dice dice = new(seed);
            PairPacks packs = PairPacks.Make(dice, dice.Between(2, 9));
            SqlPair pair = new(packs.Catalogue);
            string json = PairFacts.Json(dice, packs, dice.Of(1, 2, 4, 8, 16), dice.Of(2, 4, 9));
            using MadeDatabase database = MadeDatabase.Of(packs.Catalogue.Schema, json, dice.OneIn(3) ? dice : null);
            if (pair.Fault(database) is { } fault) faults.Add($"seed {seed}: {fault}\n{packs.Text}\n{json}");
            foreach ((Verdict verdict, long rows) in pair.Seen) seen[verdict] = seen.GetValueOrDefault(verdict) + rows;
            foreach ((string code, int many) in pair.LeftOut) leftOut[code] = leftOut.GetValueOrDefault(code) + many;
            (rules, doubtful, schools) = (rules + pair.Count.Rules, doubtful + pair.Count.Doubtful, schools + pair.Count.Schools);
        }

        output.WriteLine($"{rules} rules written, left out {string.Join(", ", leftOut)}; {doubtful} of {schools} schools in doubt; {string.Join(", ", seen)}");
        Assert.True(faults.Count == 0, string.Join("\n\n", faults));
    }

    private static int Asked(string variable, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), NumberStyles.None, CultureInfo.InvariantCulture, out int many) ? many : otherwise;
}
