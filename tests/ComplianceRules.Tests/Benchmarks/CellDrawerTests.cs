using System.Text.Json;
using ComplianceRules.Benchmarks;
using ComplianceRules.Diagnostics;
using ComplianceRules.Facts;

namespace ComplianceRules.Tests.Benchmarks;

/// <summary>How one cell of a made-up county is drawn.</summary>
public sealed class CellDrawerTests
{
    private static readonly CountyRecipe Shipped = CountyRecipe.Read(RepositoryRoot.Combine("samples/county/recipe.json"));

    private static readonly CountyTable Table = new("school", "region", "schools", [Number("pupils", 0, 50_000, 1), Number("tested", 0, 50_000, 1), new FieldSchema("open", FieldType.Bool)]);

    [Fact]
    public void A_part_of_another_fact_is_at_most_that_fact()
    {
        CellDrawer drawer = Drawer("""{ "pupils": { "between": [200, 900] }, "tested": { "of": "pupils", "between": [0.9, 1] } }""");
        Assert.All(Rows(200), row => Assert.InRange(CountyRow.Number(drawer.Cell(row, "tested")), 180, CountyRow.Number(drawer.Cell(row, "pupils"))));
    }

    [Fact]
    public void Ends_are_included_and_numbers_stand_on_the_step()
    {
        CellDrawer drawer = Drawer("""{ "pupils": { "between": [3, 5] } }""");
        Assert.Equal(["3", "4", "5"], Rows(200).Select(row => drawer.Cell(row, "pupils")).Distinct().Order());
    }

    [Fact]
    public void A_draw_of_some_rows_counts_for_about_as_many()
    {
        CellDrawer drawer = Drawer("""{ "pupils": { "is": 0, "also": [{ "share": 20, "is": 7 }, { "share": 20, "blank": true }] } }""");
        string[] cells = [.. Rows(1000).Select(row => drawer.Cell(row, "pupils"))];
        Assert.InRange(cells.Count(c => c == "7"), 150, 250);
        Assert.InRange(cells.Count(c => c.Length == 0), 110, 210);
    }

    [Fact]
    public void A_school_without_lapses_has_nothing_rare()
    {
        CellDrawer drawer = Drawer("""{ "open": { "true": 90 } }""");
        Assert.Contains(Rows(200), row => drawer.Cell(row, "open") == "false");
        Assert.All(Rows(200, lapses: 0), row => Assert.Equal("true", drawer.Cell(row, "open")));
    }

    [Fact]
    public void A_fact_does_not_depend_on_the_facts_drawn_before_it()
    {
        CellDrawer one = Drawer("""{ "pupils": { "between": [200, 900] } }"""), other = Drawer("""{ "pupils": { "between": [200, 900] } }""");
        Assert.All(Rows(20).Zip(Rows(20)), pair =>
        {
            other.Cell(pair.Second, "open");
            Assert.Equal(one.Cell(pair.First, "pupils"), other.Cell(pair.Second, "pupils"));
        });
    }

    [Fact]
    public void A_field_that_nobody_knows_and_that_says_it_counts_some_of_them_is_at_most_the_one_before_it()
    {
        FieldSchema part = Table.Fields[1] with { Meaning = LocalText.Same("其中参加测试的人数。") };
        CountyTable table = Table with { Fields = [Table.Fields[0], part] };
        CellDrawer drawer = Drawer("""{ "pupils": { "between": [2000, 9000] } }""");
        Assert.All(Rows(50, table: table), row => Assert.InRange(CountyRow.Number(drawer.Cell(row, "tested")), 1000, CountyRow.Number(drawer.Cell(row, "pupils"))));
    }

    [Fact]
    public void A_fact_that_follows_from_itself_is_refused() =>
        Assert.Throws<InvalidDataException>(() => Drawer("""{ "pupils": { "of": "tested" }, "tested": { "of": "pupils" } }""").Cell(Rows(1)[0], "pupils"));

    private static CountyRow[] Rows(int count, decimal lapses = 1, CountyTable? table = null) => [.. Enumerable.Range(1, count).Select(i => new CountyRow(table ?? Table, null, $"{i}", $"{i}") { Lapses = lapses })];

    private static CellDrawer Drawer(string fields)
    {
        TableRecipe table = JsonSerializer.Deserialize<TableRecipe>($$"""{ "fields": {{fields}} }""", JsonSerializerOptions.Web)!;
        return new CellDrawer(Shipped with { Tables = Shipped.Tables.Clear().Add("school", table) });
    }

    private static FieldSchema Number(string name, double low, double high, double step) => new(name, FieldType.Number) { Unit = Unit.One, Range = new NumberRange(low, high), Step = step };
}
