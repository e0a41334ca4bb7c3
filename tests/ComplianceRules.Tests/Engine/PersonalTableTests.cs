using ComplianceRules.Engine;
using ComplianceRules.Findings;
using static ComplianceRules.Tests.Packs.PackText;

namespace ComplianceRules.Tests.Engine;

public sealed class PersonalTableTests
{
    private const string Pupils = """
        { "pupil": { "parent": "class", "children": "pupils", "personal": true, "title": "学生", "fields": {
            "bedtime": { "type": "time", "range": ["17:00", "30:00"], "title": "就寝时间" } } } }
        """;

    private const string Snapshot = """
        { "schemaVersion": 1, "date": "2026-09-01", "schools": [ { "id": "s", "region": "370322", "classes": [ { "id": "1", "pupils": [
            { "id": "p1", "bedtime": "21:20" }, { "id": "p2", "bedtime": "00:30" }, { "id": "p3" } ] } ] } ] }
        """;

    private static readonly string Bedtime = Pack(facts: Pupils, rules: $"[{Rule(kind: "\"limit\": { \"of\": \"bedtime\", \"max\": \"time('21:20')\" }", subject: "pupil")}]");

    [Fact]
    public void Persons_are_judged_and_counted_past_midnight_too() =>
        Assert.Equal((1, 1, 1, 0), Judged.Counts(Judged.Of(Bedtime, Snapshot)));

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Persons_are_never_listed(bool includeAll) =>
        Assert.Empty(Judged.Of(Bedtime, Snapshot, options: new RunOptions { IncludeAll = includeAll }).Findings);

    [Fact]
    public void A_column_that_no_person_has_is_named_without_naming_a_person()
    {
        Finding finding = Assert.Single(Judged.Of(Bedtime, Snapshot.Replace("\"bedtime\"", "\"note\"", StringComparison.Ordinal)).Findings);
        Assert.Null(finding.Subject);
        Assert.Equal(3, finding.Rows);
    }
}
