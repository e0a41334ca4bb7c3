using ComplianceRules.Diagnostics;
using ComplianceRules.Packs;

namespace ComplianceRules.Tests.Packs;

public sealed class ParentSearchTests
{
    [Fact]
    public void A_pack_is_read_with_all_that_it_builds_on_and_nothing_else()
    {
        using TempPacks packs = new TempPacks()
            .With("child/pack.json", Extending("child", "\"middle\""))
            .With("middle/pack.json", Extending("middle", "{ \"id\": \"outer\", \"version\": \"1.0\" }"))
            .With("another-folder/pack.json", PackText.Pack("outer"))
            .With("stranger/pack.json", "{ this is not read");

        Checked<PackSet> read = PackReader.ReadDirectory($"{packs.Path}/child", packs.Path);

        Assert.Empty(read.Diagnostics);
        Assert.Equal(["child", "middle", "outer"], read.Value.Packs.Select(p => p.Id));
    }

    [Fact]
    public void A_parent_that_is_not_there_is_left_to_the_checker()
    {
        using TempPacks packs = new TempPacks().With("child/pack.json", Extending("child", "\"gone\""));

        Assert.Equal("child", Assert.Single(PackReader.ReadDirectory($"{packs.Path}/child", packs.Path).Value.Packs).Id);
    }

    [Fact]
    public void Packs_that_extend_each_other_are_read_once()
    {
        using TempPacks packs = new TempPacks().With("a/pack.json", Extending("a", "\"b\"")).With("b/pack.json", Extending("b", "\"a\""));

        Assert.Equal(["a", "b"], PackReader.ReadDirectory($"{packs.Path}/a", packs.Path).Value.Packs.Select(p => p.Id));
    }

    [Fact]
    public void A_parent_that_cannot_be_read_is_known_by_its_folder_and_its_faults_are_shown()
    {
        using TempPacks packs = new TempPacks().With("child/pack.json", Extending("child", "\"cn\"")).With("cn/pack.json", "{ \"id\": \"cn\",, }");

        Diagnostic problem = Assert.Single(PackReader.ReadDirectory($"{packs.Path}/child", packs.Path).Diagnostics);

        Assert.Equal($"{packs.Path}/cn/pack.json", problem.Span!.File);
    }

    [Fact]
    public void A_missing_folder_of_parents_is_a_diagnostic()
    {
        using TempPacks packs = TempPacks.One(PackText.Pack());

        Assert.Equal(DiagnosticCodes.FolderNotFound, Assert.Single(PackReader.ReadDirectory(packs.Path, $"{packs.Path}/nowhere").Diagnostics).Code);
    }

    [Fact]
    public void A_county_pack_is_read_with_the_national_one()
    {
        Checked<PackSet> read = PackReader.ReadDirectory(Path.Combine(SmallPacks.Path, "cn-370322"), SmallPacks.Path);

        Assert.Empty(read.Diagnostics);
        Assert.Equal(["cn", "cn-370322"], read.Value.Packs.Select(p => p.Id));
    }

    private static string Extending(string id, string extends) => PackText.Pack(id, more: $", \"extends\": {extends}");
}
