using ComplianceRules.Diagnostics;
using ComplianceRules.Packs;

namespace ComplianceRules.Tests.Packs;

public sealed class PackFoldersTests
{
    [Fact]
    public void The_packs_of_the_repository_are_read_without_a_diagnostic()
    {
        Checked<PackSet> read = PackReader.ReadDirectory(RepositoryRoot.Combine("rulepacks"));

        Assert.Empty(read.Diagnostics);
        IEnumerable<string?> folders = Directory.GetDirectories(RepositoryRoot.Combine("rulepacks")).Select(Path.GetFileName).Order(StringComparer.Ordinal);
        Assert.Equal(folders, read.Value.Packs.Select(p => p.Id));
        Assert.Contains("cn", folders);
    }

    [Fact]
    public void A_folder_that_is_a_pack_is_read_alone()
    {
        Checked<PackSet> read = PackReader.ReadDirectory(Path.Combine(SmallPacks.Path, "cn-370322") + "/");

        Assert.Equal("cn-370322", Assert.Single(read.Value.Packs).Id);
        Assert.Equal(3, read.Value.Packs[0].Rules.Length);
    }

    [Fact]
    public void Places_begin_with_the_path_as_the_caller_gave_it()
    {
        using TempPacks packs = new TempPacks().With("cn/pack.json", "{}");
        string path = Path.GetRelativePath(Directory.GetCurrentDirectory(), packs.Path);

        Checked<PackSet> read = PackReader.ReadDirectory(path);

        Assert.All(read.Diagnostics, d => Assert.Equal($"{path}/cn/pack.json", d.Span!.File));
        Assert.NotEmpty(read.Diagnostics);
    }

    [Fact]
    public void Problems_of_all_packs_come_in_file_order()
    {
        using TempPacks packs = new TempPacks().With("b/pack.json", "[]").With("a/pack.json", "{ \"id\": 1 }").With("c/pack.json", PackText.Pack("c"));

        string[] files = [.. PackReader.ReadDirectory(packs.Path).Diagnostics.Select(d => d.Span!.File)];

        Assert.Equal(files.Order(StringComparer.Ordinal), files);
        Assert.Equal(2, files.Distinct().Count());
    }

    [Fact]
    public void Folders_without_a_pack_and_schemas_are_passed_over()
    {
        using TempPacks packs = new TempPacks().With("cn/pack.json", PackText.Pack("cn")).With("docs/readme.md", "#").With("pack.schema.json", "{}");

        Assert.Equal("cn", Assert.Single(PackReader.ReadDirectory(packs.Path).Value.Packs).Id);
    }

    [Fact]
    public void A_missing_folder_is_a_diagnostic()
    {
        using TempPacks packs = new();

        Assert.Equal("CR1100", CodesOf($"{packs.Path}/nowhere"));
        Assert.Equal("CR1100", CodesOf(string.Empty));
        Assert.Equal("CR1100", CodesOf("a\0b"));
    }

    [Fact]
    public void A_file_instead_of_a_folder_is_a_diagnostic()
    {
        using TempPacks packs = TempPacks.One(PackText.Pack());

        Assert.Equal("CR1101", CodesOf($"{packs.Path}/pack.json"));
    }

    [Fact]
    public void A_folder_named_pack_json_is_a_diagnostic()
    {
        using TempPacks packs = new TempPacks().With("cn/pack.json/readme.md", "#");

        Assert.Equal("CR1102", CodesOf(packs.Path));
    }

    [Fact]
    public void An_empty_folder_holds_no_pack()
    {
        using TempPacks packs = new();

        Assert.Equal("CR1103", CodesOf(packs.Path));
    }

    [Fact]
    public void A_pack_file_that_is_a_link_to_nowhere_cannot_be_read()
    {
        using TempPacks packs = new();
        File.CreateSymbolicLink($"{packs.Path}/pack.json", "nowhere.json");

        Assert.Equal("CR1104", CodesOf(packs.Path));
    }

    [Fact]
    public void A_pack_file_that_is_a_link_to_itself_cannot_be_read()
    {
        using TempPacks packs = new();
        File.CreateSymbolicLink($"{packs.Path}/pack.json", "pack.json");

        Assert.Equal("CR1104", CodesOf(packs.Path));
    }

    [Fact]
    public void A_link_out_of_the_folder_is_refused()
    {
        using TempPacks packs = new TempPacks().With("secret.json", PackText.Pack()).With("a/readme.md", "#");
        File.CreateSymbolicLink($"{packs.Path}/a/pack.json", "../secret.json");

        Assert.Equal("CR1117", CodesOf(packs.Path));
    }

    [Fact]
    public void A_named_file_in_a_linked_folder_outside_is_refused_at_its_name()
    {
        using TempPacks packs = new TempPacks().With("outside/more.json", "{}").With("a/pack.json", PackText.Pack(more: ",\n\"files\": [\"in/more.json\"]"));
        Directory.CreateSymbolicLink($"{packs.Path}/a/in", $"{packs.Path}/outside");

        Diagnostic problem = Assert.Single(PackReader.ReadDirectory(packs.Path).Diagnostics);

        Assert.Equal("CR1117", problem.Code.ToString());
        Assert.Equal((10, 11), (problem.Span!.Line, problem.Span.Column));
    }

    [Fact]
    public void A_link_inside_the_folder_is_followed()
    {
        using TempPacks packs = new TempPacks().With("a/..data/pack.json", PackText.Pack());
        File.CreateSymbolicLink($"{packs.Path}/a/pack.json", "..data/pack.json");

        Assert.Empty(PackReader.ReadDirectory(packs.Path).Diagnostics);
    }

    [Fact]
    public void A_file_of_more_than_4_MiB_is_refused()
    {
        using TempPacks packs = new TempPacks().With("pack.json", new string(' ', (4 * 1024 * 1024) + 1));

        Assert.Equal("CR1001", CodesOf(packs.Path));
    }

    [Fact]
    public void Files_of_more_than_16_MiB_together_are_refused()
    {
        string large = "{}" + new string(' ', 4_000_000);
        using TempPacks packs = TempPacks.One(PackText.Pack(more: ", \"files\": [\"1.json\", \"2.json\", \"3.json\", \"4.json\", \"5.json\"]"));
        foreach (int i in Enumerable.Range(1, 5)) packs.With($"{i}.json", large);

        Assert.Equal("CR1110", CodesOf(packs.Path));
    }

    [Fact]
    public void A_hundred_thousand_nested_arrays_are_refused_on_a_small_stack()
    {
        using TempPacks packs = TempPacks.One(new string('[', 100_000) + new string(']', 100_000));
        string? codes = null;
        Thread thread = new(() => codes = CodesOf(packs.Path), maxStackSize: 256 * 1024);
        thread.Start();
        thread.Join();

        Assert.Equal("CR1006", codes);
    }

    private static string CodesOf(string path) => string.Join(' ', PackReader.ReadDirectory(path).Diagnostics.Select(d => d.Code));
}
