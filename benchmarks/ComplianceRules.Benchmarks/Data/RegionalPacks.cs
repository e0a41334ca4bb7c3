using System.Globalization;
using ComplianceRules.Engine;
using ComplianceRules.Packs;

namespace ComplianceRules.Benchmarks;

/// <summary>A pack for each county of a nation that sets stricter limits, so that no two neighbours have the same.</summary>
internal static class RegionalPacks
{
    /// <summary>The benchmark pack and those of all counties, checked.</summary>
    public static Catalogue Catalogue(MadeUpNation nation)
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("compliance-rules-");
        try
        {
            int number = 0;
            foreach (int county in nation.Regions) Write(folder, county, number++);
            return PackChecker.Check(PackReader.ReadDirectory(folder.FullName, RepositoryFolder.Combine("benchmarks/packs")).Value).Value;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static void Write(DirectoryInfo folder, int county, int number)
    {
        string id = string.Create(CultureInfo.InvariantCulture, $"{BenchRules.Pack}-{county}");
        string pack = folder.CreateSubdirectory(id).FullName;
        File.WriteAllText(Path.Combine(pack, "pack.json"), Text(id, county, number));
    }

    // Five, four and three steps go round, so that neighbours always differ in each parameter.
    private static string Text(string id, int county, int number)
    {
        (int five, int four, int three) = (number % 5, number % 4, number % 3);
        return string.Create(CultureInfo.InvariantCulture, $$"""
            { "id": "{{id}}", "version": "1.0.0", "region": "{{county}}", "language": "zh", "extends": "{{BenchRules.Pack}}", "title": { "zh": "县域指标（虚构）" },
              "instruments": { "county-standard": { "kind": "standard", "title": { "zh": "县域指标（虚构）" }, "certainty": "unverified" } },
              "parameters": {
                "size.max": { "values": [{{Value($$"""{ "primary": {{45 - five}}, "junior": {{50 - five}} }""")}}] },
                "written.max": { "values": [{{Value($$"""{ "primary": {{60 - (5 * four)}}, "junior": {{90 - (5 * four)}} }""")}}] },
                "activity.min": { "values": [{{Value($"{120 + (5 * three)}")}}] },
                "sleep.min": { "values": [{{Value($$"""{ "primary": 10.{{three}}, "junior": 9.{{three}}, "senior": 8.{{three}} }""")}}] },
                "start.earliest": { "values": [{{Value($$"""{ "primary": "08:2{{five}}", "junior": "08:0{{five}}" }""")}}] },
                "participation.min": { "values": [{{Value($"{90 + four}")}}] }
              } }
            """);
    }

    private static string Value(string value) => $$"""{ "from": "2020-01-01", "value": {{value}}, "source": { "instrument": "county-standard", "clause": null } }""";
}
