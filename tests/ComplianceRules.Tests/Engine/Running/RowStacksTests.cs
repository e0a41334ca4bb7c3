using System.Text;
using ComplianceRules.Engine;
using ComplianceRules.Facts;
using ComplianceRules.Tests.Packs;
using static ComplianceRules.Tests.Packs.PackText;

namespace ComplianceRules.Tests.Engine;

public sealed class RowStacksTests
{
    private const string Nation = """
        { "schemaVersion": 1, "date": "2026-09-01", "schools": [
            { "id": "a", "region": "370322", "classes": [ { "id": "1" }, { "id": "2" } ] },
            { "id": "b", "region": "370303", "classes": [ { "id": "1" } ] },
            { "id": "c", "region": "440100", "classes": [] },
            { "id": "e", "region": "440100", "classes": [ { "id": "1" } ] },
            { "id": "d", "classes": [ { "id": "1" } ] } ] }
        """;

    private static string Dark(string id) => $"[{Rule(id, "\"forbid\": \"bright\"")}]";

    public static TheoryData<string> Narrowed => ["", "370000", "440100", "CN", "990000"];

    [Theory]
    [MemberData(nameof(Narrowed))]
    public void Runs_of_rows_are_the_rows_one_by_one_whether_schools_are_told_apart_or_not(string only)
    {
        using TempPacks folder = new();
        folder.With("packs/0/pack.json", Pack("n", "CN", rules: Dark("x"))).With("packs/1/pack.json", Pack("p", "370000", rules: Dark("y"))).With("packs/2/pack.json", Pack("t", rules: Dark("z"), more: ", \"template\": true"));
        Catalogue catalogue = Judged.Catalogue(folder.Path + "/packs").Value;
        Snapshot snapshot = new JsonSnapshotSource(() => new MemoryStream(Encoding.UTF8.GetBytes(Nation)), "n.json").Read(catalogue.Schema, new SnapshotOptions(), CancellationToken.None).Value;
        RunOptions options = new() { Only = only.Length == 0 ? null : RegionCode.Parse(only) };
        StackBook book = new(catalogue, Judged.Day);
        RowStacks plain = new(snapshot, book, options);
        RowStacks told = new(snapshot, book, options with { SchoolPacks = [new SchoolPack("nowhere", "t")] });
        foreach (FactTable table in snapshot.Tables)
        {
            PackStack?[] stacks = [.. Enumerable.Range(0, table.Count).Select(row => plain.Of(table, row))];
            Assert.Equal(stacks, Enumerable.Range(0, table.Count).Select(row => told.Of(table, row)));
            Assert.Equal<StackRun>([.. plain.AllRuns(table)], [.. told.AllRuns(table)]);
            PackStack?[] ofRuns = new PackStack?[table.Count];
            foreach (StackRun run in plain.AllRuns(table)) ofRuns.AsSpan(run.Start..run.End).Fill(run.Stack);
            Assert.Equal(stacks, ofRuns);
        }
    }

    [Fact]
    public void A_school_without_region_has_a_stack_of_its_own_unless_an_area_is_chosen()
    {
        using TempPacks folder = new();
        folder.With("packs/0/pack.json", Pack("n", "CN", rules: Dark("x")));
        Catalogue catalogue = Judged.Catalogue(folder.Path + "/packs").Value;
        Snapshot snapshot = new JsonSnapshotSource(() => new MemoryStream(Encoding.UTF8.GetBytes(Nation)), "n.json").Read(catalogue.Schema, new SnapshotOptions(), CancellationToken.None).Value;
        FactTable schools = snapshot.Table("school");
        int homeless = Enumerable.Range(0, schools.Count).Single(row => schools.Parent(row) < 0);
        StackBook book = new(catalogue, Judged.Day);
        Assert.Empty(new RowStacks(snapshot, book, new RunOptions()).Of(schools, homeless)!.Packs);
        Assert.Null(new RowStacks(snapshot, book, new RunOptions { Only = RegionCode.Parse("CN") }).Of(schools, homeless));
    }
}
