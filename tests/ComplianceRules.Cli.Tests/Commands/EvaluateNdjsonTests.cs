namespace ComplianceRules.Cli.Tests.Commands;

public sealed class EvaluateNdjsonTests : IDisposable
{
    private const string Header = """{"schemaVersion":1,"date":"2026-09-01","covers":["370322"]}""";

    private const string School = """{"id":"s1","region":"370322","classes":[{"id":"1","enrolment":46}]}""";

    private readonly TempFolder _folder = new TempFolder().WithPack();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Schools_are_read_line_by_line() => Assert.Equal(1, Evaluate($"{Header}\n{School}\n").Code);

    [Fact]
    public void A_broken_line_gives_4_with_its_place_or_is_skipped_and_listed()
    {
        Tool refused = Evaluate($"{Header}\n{{\"id\":\n{School}\n");
        Assert.Equal((4, string.Empty), (refused.Code, refused.Output));
        Assert.Contains("s.ndjson(2,7): error CR4029: ", refused.Error, StringComparison.Ordinal);
        Tool skipped = Evaluate($"{Header}\n{{\"id\":\n{School}\n", "--skip-malformed");
        Assert.Equal(1, skipped.Code);
        Assert.Contains("s.ndjson(2,7): error CR4029: ", skipped.Error, StringComparison.Ordinal);
    }

    private Tool Evaluate(string lines, params string[] options) =>
        Tool.Run(["evaluate", _folder.Write("s.ndjson", lines), "--packs", _folder.Packs, .. options]);
}
