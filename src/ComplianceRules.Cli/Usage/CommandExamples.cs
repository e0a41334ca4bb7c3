using System.Collections.Frozen;

namespace ComplianceRules.Cli.Usage;

/// <summary>Command lines that help shows, each run by a test, from the root of the repository; what they do is said beside them.</summary>
internal static class CommandExamples
{
    /// <summary>The examples of the tool as a whole.</summary>
    public const string Tool = "tool";

    private static readonly FrozenDictionary<string, string[]> Lines = new Dictionary<string, string[]>(StringComparer.Ordinal)
    {
        [Tool] =
        [
            "compliance-rules evaluate samples/county/csv --packs rulepacks",
            "compliance-rules help exit-codes",
        ],
        ["evaluate"] =
        [
            "compliance-rules evaluate samples/county/csv --packs rulepacks --area homework",
            "compliance-rules evaluate samples/nyc/made-up.csv --map samples/nyc/mapping.json --packs rulepacks --as-of 2023-10-01",
            "compliance-rules evaluate samples/gaoqing/snapshot.json --packs rulepacks --format json --out report.json",
            "cat samples/gaoqing/snapshot.json | compliance-rules evaluate - --packs rulepacks --quiet",
            "compliance-rules evaluate samples/gaoqing/snapshot.json --packs rulepacks --shard 1/2 --out part-1.json",
        ],
        ["merge"] =
        [
            "compliance-rules merge part-1.json part-2.json --packs rulepacks --format html --out report.html",
        ],
        ["compare"] =
        [
            "compliance-rules compare last-term.json this-term.json",
            "compliance-rules compare last-term.json this-term.json --format markdown --out trends.md",
        ],
        ["explain"] =
        [
            "compliance-rules explain samples/county/csv --packs rulepacks --subject class:3703229008/302 --rule cn/school_time.lessons-start",
        ],
        ["waivers"] =
        [
            "compliance-rules waivers samples/county/csv --packs rulepacks --waivers samples/county/waivers.json",
        ],
        ["map"] =
        [
            "compliance-rules map samples/nyc/made-up.csv --packs rulepacks --out mapping.json",
        ],
        ["template"] =
        [
            "compliance-rules template --packs rulepacks --region 370322 --area homework --out homework.xlsx",
            "compliance-rules template --packs rulepacks --region 370322 --out forms/",
        ],
        ["convert"] =
        [
            "compliance-rules convert samples/county/csv --packs rulepacks --out county.crcol",
        ],
        ["check"] =
        [
            "compliance-rules check rulepacks",
            "compliance-rules check rulepacks/cn-370322 --deep",
            "compliance-rules check rulepacks --format json",
        ],
        ["timeline"] =
        [
            "compliance-rules timeline rulepacks --rule cn/homework.written --as-of 2026-09-01",
        ],
        ["prove"] =
        [
            "compliance-rules prove rulepacks --child cn-370322",
        ],
        ["whatif"] =
        [
            "compliance-rules whatif samples/county/csv --packs rulepacks --parameter homework.written_max --key primary --over 30..90 --step 15",
        ],
        ["diff"] =
        [
            "compliance-rules diff rulepacks rulepacks --exit-code",
            "compliance-rules diff rulepacks rulepacks --snapshot samples/gaoqing/snapshot.json",
        ],
        ["test"] =
        [
            "compliance-rules test rulepacks/us-ny-nyc",
        ],
        ["stats"] =
        [
            "compliance-rules stats rulepacks",
        ],
        ["book"] =
        [
            "compliance-rules book rulepacks --out book --lang zh",
        ],
        ["pack"] =
        [
            "compliance-rules pack rulepacks --out packs.zip",
        ],
        ["export"] =
        [
            "compliance-rules export rules-engine rulepacks --pack cn --as-of 2026-09-01 --out workflows.json",
        ],
        ["sql"] =
        [
            "compliance-rules sql rulepacks --dialect postgresql --region 370322 --as-of 2026-09-01 --area class_size",
        ],
        ["import"] =
        [
            "compliance-rules import rules-engine samples/workflows/classes.json --facts rulepacks/cn --map input1=class --map input2=school --out imported",
        ],
        ["eval"] =
        [
            "compliance-rules eval \"[1, 2, 3].max() > 2\"",
        ],
        ["completion"] =
        [
            "compliance-rules completion bash > compliance-rules.bash",
        ],
        ["help"] =
        [
            "compliance-rules help evaluate",
        ],
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Every command that has examples; the tool itself is one of them.</summary>
    public static IEnumerable<string> Commands => Lines.Keys;

    /// <summary>The examples of a command, in the order of their texts.</summary>
    public static IReadOnlyList<string> Of(string command) => Lines.GetValueOrDefault(command, []);
}
