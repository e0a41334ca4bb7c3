using System.Collections.Immutable;
using ComplianceRules.Benchmarks;
using ComplianceRules.Diagnostics;
using ComplianceRules.Engine;
using ComplianceRules.Facts;
using ComplianceRules.Findings;
using ComplianceRules.Packs;
using ComplianceRules.Spreadsheets;

namespace ComplianceRules.Tests.Benchmarks;

/// <summary>The county of <c>samples/county</c>, judged by the packs of <c>rulepacks</c>.</summary>
public sealed class CountySampleTests
{
    private const string Folder = "samples/county";
    private static readonly string[] Parts = ["csv", "previous"];
    private static readonly Lazy<PackSet> Packs = new(() => PackReader.ReadDirectory(RepositoryRoot.Combine("rulepacks")).Value);
    private static readonly Lazy<Catalogue> Rules = new(() => PackChecker.Check(Packs.Value).Value);
    private static readonly Lazy<Checked<Snapshot>> Now = new(() => Read("csv"));
    private static readonly Lazy<Checked<Snapshot>> Before = new(() => Read("previous"));
    private static readonly Lazy<Assessment> Judged = new(() => Plan.For(Rules.Value, Now.Value.Value.Date!.Value).Run(Now.Value.Value, Options()));

    [Fact]
    public void The_packs_and_the_recipe_give_the_committed_files_and_no_others()
    {
        ImmutableSortedDictionary<string, byte[]> made = MakeCounty.Make(RepositoryRoot.Combine("rulepacks"), RepositoryRoot.Combine($"{Folder}/recipe.json"));
        Assert.Equal(made.Keys, Parts.SelectMany(part => Directory.EnumerateFiles(RepositoryRoot.Combine($"{Folder}/{part}")).Select(f => $"{part}/{Path.GetFileName(f)}")).Order(StringComparer.Ordinal));
        Assert.All(made, file => Assert.True(File.ReadAllBytes(RepositoryRoot.Combine($"{Folder}/{file.Key}")).AsSpan().SequenceEqual(file.Value), $"make {file.Key} again: see samples/county/README.md"));
    }

    [Fact]
    public void It_is_read_without_an_issue_and_without_a_record_left_out()
    {
        Assert.All([Now.Value, Before.Value], read => Assert.Empty(read.Diagnostics));
        Assert.All([Now.Value.Value.Data, Before.Value.Value.Data], data => Assert.Equal((0, 0), (data.Issues.Length, data.Skipped.Length)));
    }

    [Fact]
    public void Every_table_and_field_of_its_packs_has_a_value() => Assert.Empty(
        from table in CountySchema.Of(Packs.Value, RegionCode.Parse("370322")).Tables
        let facts = Now.Value.Value.Table(table.Name)
        from field in table.Fields
        where !Enumerable.Range(0, facts.Count).Any(row => facts.Column(field.Name)!.IsKnown(row))
        select $"{table.Name}.{field.Name}");

    [Fact]
    public void Every_table_and_field_that_the_recipe_names_is_there()
    {
        CountySchema schema = CountySchema.Of(Packs.Value, RegionCode.Parse("370322"));
        Assert.Empty(
            from table in CountyRecipe.Read(RepositoryRoot.Combine($"{Folder}/recipe.json")).Tables
            from field in table.Value.Fields.Keys.Concat(table.Value.Series.Values.SelectMany(s => s.Facts.Keys))
            where schema.Table(table.Key).Field(field) is null
            select $"{table.Key}.{field}");
    }

    [Fact]
    public void Every_verdict_occurs()
    {
        VerdictCounts counts = Judged.Value.Counts;
        Assert.All([counts.Compliant, counts.NonCompliant, counts.Undetermined, counts.NotApplicable, counts.Waived], count => Assert.NotEqual(0, count));
    }

    [Theory]
    [InlineData("homework")]
    [InlineData("class_size")]
    [InlineData("school_time")]
    [InlineData("exercise")]
    [InlineData("sleep")]
    [InlineData("phones")]
    [InlineData("reading")]
    [InlineData("physical_health")]
    public void Each_of_the_five_areas_and_the_five_managements_is_kept_and_broken(string area)
    {
        RuleSummary[] rules = [.. Judged.Value.Rules.Where(r => r.Area == area)];
        Assert.NotEqual(0, rules.Sum(r => r.Counts.Compliant));
        Assert.NotEqual(0, rules.Sum(r => r.Counts.NonCompliant));
    }

    private static Checked<Snapshot> Read(string part) =>
        new SpreadsheetSnapshotSource(RepositoryRoot.Combine($"{Folder}/{part}"), part).Read(Rules.Value.Schema, new SnapshotOptions(), CancellationToken.None);

    private static RunOptions Options() => new()
    {
        Previous = Before.Value.Value,
        Waivers = WaiverFile.Read(new SourceFile("waivers.json", File.ReadAllBytes(RepositoryRoot.Combine($"{Folder}/waivers.json"))), Rules.Value).Value,
    };
}
