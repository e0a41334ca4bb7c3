using System.Text;
using ComplianceRules.Diagnostics;
using ComplianceRules.Packs;

namespace ComplianceRules.Tests.Packs;

public sealed class RulePackSourceTests
{
    [Fact]
    public void Packs_of_several_sources_are_one_set()
    {
        using TempPacks nation = TempPacks.One(PackText.Pack("a", rules: $"[{PackText.Rule()}]"));
        RulePackFiles province = Files(("p/pack.json", PackText.Pack("b", "370000", facts: "{}", more: ", \"extends\": \"a\"")));
        Checked<PackSet> read = PackReader.Read([new GivenSource(province), new DirectoryRulePackSource(nation.Path)]);
        Assert.True(read.IsValid, string.Join('\n', read.Diagnostics));
        Assert.Equal(["a", "b"], read.Value.Packs.Select(p => p.Id).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void One_id_in_two_sources_is_refused_with_both_places()
    {
        Checked<PackSet> read = PackReader.Read([new GivenSource(Files(("pack.json", PackText.Pack("a")))), new GivenSource(new RulePackFiles("other", [File("a/pack.json", PackText.Pack("a"))]))]);
        Diagnostic problem = Assert.Single(read.Diagnostics);
        Assert.Contains("given/pack.json(1,9)", problem.Arguments);
        Assert.Equal("other/a/pack.json", problem.Span!.File);
    }

    [Fact]
    public void A_source_without_packs_is_a_problem() => Assert.Equal("CR1103", Assert.Single(PackReader.Read([new GivenSource(Files(("readme.md", "x")))]).Diagnostics).Code.ToString());

    [Fact]
    public void No_source_at_all_gives_an_empty_set_that_is_no_problem_of_reading() => Assert.Empty(PackReader.Read([]).Value.Packs);

    [Fact]
    public void A_file_that_a_pack_names_and_nobody_gives_is_missing()
    {
        Checked<PackSet> read = PackReader.Read([new GivenSource(Files(("a/pack.json", PackText.Pack("a", more: ", \"files\": [\"more.json\"]"))))]);
        Assert.Equal("CR1105", Assert.Single(read.Diagnostics).Code.ToString());
    }

    [Fact]
    public void Files_of_one_path_are_the_callers_mistake() => Assert.Throws<ArgumentException>(() => Files(("a/pack.json", "{}"), ("a/pack.json", "{}")));

    [Fact]
    public void Resources_of_an_assembly_are_packs()
    {
        Checked<PackSet> read = PackReader.Read([new EmbeddedRulePackSource(typeof(RulePackSourceTests).Assembly, "embedded")]);
        Assert.True(read.IsValid, string.Join('\n', read.Diagnostics));
        Assert.Equal(["embedded"], read.Value.Packs.Select(p => p.Id));
    }

    [Fact]
    public void An_assembly_without_such_resources_has_no_packs() =>
        Assert.Equal("CR1103", Assert.Single(PackReader.Read([new EmbeddedRulePackSource(typeof(RulePackSourceTests).Assembly, "nothing")]).Diagnostics).Code.ToString());

    [Fact]
    public void A_folder_that_is_not_there_is_a_problem_and_no_exception() => Assert.Equal("CR1100", Assert.Single(PackReader.Read([new DirectoryRulePackSource("/no/such/folder")]).Diagnostics).Code.ToString());

    [Fact]
    public void An_archive_that_is_not_there_is_an_exception() => Assert.ThrowsAny<IOException>(() => PackReader.Read([new ArchiveRulePackSource("/no/such/folder/x.zip")]));

    [Fact]
    public void Reading_stops_when_it_is_told_to()
    {
        using TempPacks packs = TempPacks.One(PackText.Pack());
        Assert.ThrowsAny<OperationCanceledException>(() => PackReader.Read([new DirectoryRulePackSource(packs.Path)], new CancellationToken(canceled: true)));
    }

    [Fact]
    public async Task A_change_of_a_folder_is_noticed_until_nobody_watches()
    {
        using TempPacks packs = TempPacks.One(PackText.Pack());
        using SemaphoreSlim changed = new(0);
        using (new DirectoryRulePackSource(packs.Path).Watch(() => changed.Release()))
        {
            packs.With("more/rules.json", "[]");
            Assert.True(await changed.WaitAsync(TimeSpan.FromSeconds(30)));
        }
    }

    [Fact]
    public async Task An_archive_that_another_one_replaces_is_noticed()
    {
        using TempPacks packs = new();
        packs.With("a.zip", "old").With("a.tmp", "new");
        using SemaphoreSlim changed = new(0);
        using (new ArchiveRulePackSource(Path.Combine(packs.Path, "a.zip")).Watch(() => changed.Release()))
        {
            System.IO.File.Move(Path.Combine(packs.Path, "a.tmp"), Path.Combine(packs.Path, "a.zip"), overwrite: true);
            Assert.True(await changed.WaitAsync(TimeSpan.FromSeconds(30)));
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_folder_that_another_one_replaces_is_noticed_and_watched_from_then_on(bool byLink)
    {
        using TempPacks packs = new TempPacks().With("one/pack.json", PackText.Pack()).With("two/pack.json", PackText.Pack());
        string folder = Path.Combine(packs.Path, "packs");
        if (byLink) Directory.CreateSymbolicLink(folder, Path.Combine(packs.Path, "one"));
        else Directory.Move(Path.Combine(packs.Path, "one"), folder);
        int changes = 0;
        using (new DirectoryRulePackSource(folder).Watch(() => Interlocked.Increment(ref changes)))
        {
            if (byLink)
            {
                Directory.Delete(folder);
                Directory.CreateSymbolicLink(folder, Path.Combine(packs.Path, "two"));
            }
            else
            {
                Directory.Move(folder, Path.Combine(packs.Path, "old"));
                Directory.Move(Path.Combine(packs.Path, "two"), folder);
            }

            await Quiet(() => changes, least: 1);
            int before = changes;
            packs.With(byLink ? "two/pack.json" : "packs/pack.json", "{}");
            await Quiet(() => changes, least: before + 1);
        }
    }

    [Fact]
    public void A_folder_that_is_not_there_cannot_be_watched() => Assert.Throws<DirectoryNotFoundException>(() => new DirectoryRulePackSource("/no/such/folder").Watch(() => { }));

    // Events come late: counted is what has come when nothing more does.
    private static async Task Quiet(Func<int> count, int least)
    {
        using CancellationTokenSource patience = new(TimeSpan.FromMinutes(1));
        for (int seen = -1; count() < least || seen != count(); await Task.Delay(200, patience.Token)) seen = count();
    }

    private static RulePackFile File(string path, string text) => new(path, Encoding.UTF8.GetBytes(text));

    private static RulePackFiles Files(params (string Path, string Text)[] files) => new("given", files.Select(f => File(f.Path, f.Text)));

    private sealed class GivenSource(RulePackFiles files) : IRulePackSource
    {
        public RulePackFiles Read(CancellationToken cancellation) => files;
    }
}
