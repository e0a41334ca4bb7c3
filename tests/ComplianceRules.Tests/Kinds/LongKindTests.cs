using ComplianceRules.Diagnostics;
using ComplianceRules.Tests.Diagnostics;
using ComplianceRules.Tests.Engine;
using ComplianceRules.Tests.Packs;

namespace ComplianceRules.Tests.Kinds;

/// <summary>Rules of as many parts as there may be are judged and explained even where the stack is small; those of more are refused.</summary>
public sealed class LongKindTests
{
    private const int SmallStack = 256 * 1024;
    private const int MostItems = 64;
    private const int MostSteps = 32;

    private const string Facts = """
        { "class": { "fields": { "bright": { "type": "bool" }, "enrolment": { "type": "number", "unit": "pupil", "range": [0, 300], "step": 1 },
            "opened": { "type": "date" }, "closed": { "type": "date" } } } }
        """;

    public static TheoryData<string, int> Kinds => new() { { "k-of", MostItems }, { "sequence", MostSteps }, { "bands", MostItems } };

    [Theory]
    [MemberData(nameof(Kinds))]
    public void As_many_parts_as_there_may_be_are_judged_and_explained_on_a_small_stack(string kind, int most)
    {
        using TempPacks folder = new();
        folder.With("packs/a/pack.json", Pack(kind, most));
        folder.With("snapshot.json", Judged.School("{ \"id\": \"1\", \"bright\": false, \"enrolment\": 40, \"opened\": \"2026-08-01\", \"closed\": \"2026-08-02\" }, { \"id\": \"2\" }"));
        string[] data = [$"{folder.Path}/snapshot.json", "--packs", $"{folder.Path}/packs", "--lang", "en", "--as-of", "2026-09-01"];

        ToolProcess judged = ToolProcess.Run(SmallStack, ["evaluate", .. data]);
        ToolProcess known = ToolProcess.Run(SmallStack, ["explain", .. data, "--subject", "class:s/1", "--rule", "a/r"]);
        ToolProcess unknown = ToolProcess.Run(SmallStack, ["explain", .. data, "--subject", "class:s/2", "--rule", "a/r"]);

        Assert.True(judged.ExitCode is 1 or 2, $"{judged}");
        Assert.True(known.ExitCode is 0 or 1, $"{known}");
        Assert.Equal((2, string.Empty), (unknown.ExitCode, unknown.Error));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void One_more_is_refused(string kind, int most)
    {
        using TempPacks folder = TempPacks.One(Pack(kind, most + 1));
        Assert.Equal([DiagnosticCodes.TooManyEntries], Judged.Catalogue(folder.Path).Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error).Select(d => d.Code));
    }

    private static string Pack(string kind, int parts)
    {
        string body = kind switch
        {
            "k-of" => $"{{ \"k\": {parts / 2}, \"floor\": 50, \"items\": [{Parts(parts, i => $"\"limit\": {{ \"of\": \"{Nested("enrolment", 14)}\", \"min\": {i + 1} }}")}] }}",
            "sequence" => $"{{ \"steps\": [{Parts(parts, i => $"\"on\": \"{(i % 2 == 0 ? "opened" : "closed")}\", \"when\": \"bright || enrolment > {i}\"{(i == 0 ? string.Empty : $", \"after\": \"p{i - 1}\", \"wait\": {{ \"min\": 1, \"days\": \"working\" }}")}")}] }}",
            _ => $"{{ \"of\": \"enrolment\", \"compliantFrom\": \"p3\", \"bands\": [{Parts(parts, i => $"\"from\": {i}")}] }}",
        };
        return PackText.Pack(facts: Facts, rules: $"[{PackText.Rule(kind: $"\"{kind}\": {body}")}]");
    }

    private static string Parts(int count, Func<int, string> part) => string.Join(", ", Enumerable.Range(0, count).Select(i => $"{{ \"id\": \"p{i}\", {part(i)} }}"));

    private static string Nested(string inner, int depth) => string.Concat(Enumerable.Repeat("-(-(", depth / 2)) + inner + string.Concat(Enumerable.Repeat("))", depth / 2));
}
