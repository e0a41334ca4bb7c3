using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using ComplianceRules.Benchmarks;
using ComplianceRules.Engine;
using ComplianceRules.Facts;
using ComplianceRules.Packs;
using ComplianceRules.Spreadsheets;

namespace ComplianceRules.Tests.Benchmarks;

/// <summary>The made-up county follows from the packs: whatever fields they have, it has facts for them.</summary>
public sealed class MadeUpCountyTests : IDisposable
{
    private static readonly string Recipe = RepositoryRoot.Combine("samples/county/recipe.json");
    private static readonly ImmutableSortedDictionary<string, byte[]> Files = MakeCounty.Make(SmallPacks.Path, Recipe);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("compliance-rules-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void The_same_packs_and_recipe_give_the_same_bytes() => Assert.Equal(Files, MakeCounty.Make(SmallPacks.Path, Recipe));

    [Fact]
    public void Packs_that_the_recipe_was_not_written_for_are_filled_too_and_read_without_an_issue()
    {
        Snapshot snapshot = Read();
        Assert.Empty(snapshot.Data.Issues);
        Assert.Equal((42, 931), (snapshot.Table("school").Count, snapshot.Table("class").Count));
        foreach (CountyTable table in CountySchema.Of(PackReader.ReadDirectory(SmallPacks.Path).Value, RegionCode.Parse("370322")).Tables)
        {
            FactTable facts = snapshot.Table(table.Name);
            Assert.All(table.Fields, field => Assert.Contains(Enumerable.Range(0, facts.Count), row => facts.Column(field.Name)!.IsKnown(row)));
        }
    }

    [Fact]
    public void Fields_of_other_places_are_left_out()
    {
        string[] columns = Head("school").Concat(Head("class")).ToArray();
        Assert.Contains("after_school_participation", columns);
        Assert.DoesNotContain("largest_class", columns);
    }

    [Fact]
    public void A_command_without_a_folder_is_refused() => Assert.Equal(64, MakeCounty.Run(["--packs", SmallPacks.Path]));

    [Fact]
    public void A_command_writes_the_files()
    {
        Assert.Equal(0, MakeCounty.Run(["--out", _folder.FullName, "--packs", SmallPacks.Path]));
        Assert.Equal(Files.Keys, Directory.EnumerateFiles(_folder.FullName, "*", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(_folder.FullName, f).Replace('\\', '/')).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_recipe_with_a_key_that_means_nothing_is_refused()
    {
        string file = Path.Combine(_folder.FullName, "recipe.json");
        File.WriteAllText(file, File.ReadAllText(Recipe).Replace("\"seed\"", "\"sead\"", StringComparison.Ordinal));
        Assert.Throws<JsonException>(() => CountyRecipe.Read(file));
        Assert.Equal(1, MakeCounty.Run(["--out", _folder.FullName, "--packs", SmallPacks.Path, "--recipe", file]));
    }

    private static string[] Head(string table) => Encoding.UTF8.GetString(Files[$"csv/{table}.csv"]).Split('\n')[0].Split(',');

    private Snapshot Read()
    {
        foreach ((string path, byte[] bytes) in Files.Where(f => f.Key.StartsWith("csv/", StringComparison.Ordinal))) File.WriteAllBytes(Path.Combine(_folder.FullName, Path.GetFileName(path)), bytes);
        FactSchema schema = PackChecker.Check(PackReader.ReadDirectory(SmallPacks.Path).Value).Value.Schema;
        return new SpreadsheetSnapshotSource(_folder.FullName, "county").Read(schema, new SnapshotOptions(), CancellationToken.None).Value;
    }
}
