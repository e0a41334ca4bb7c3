using ComplianceRules.Diagnostics;
using ComplianceRules.Hosting;
using ComplianceRules.Packs;
using ComplianceRules.Packs.China;

namespace ComplianceRules.Tests.Hosting;

public sealed class ChinaPacksTests
{
    [Fact]
    public void The_package_has_the_packs_of_the_repository_but_those_of_other_countries_file_by_file()
    {
        Checked<PackSet> packed = PackReader.Read([ChinaPacks.Source]);
        PackSet repository = PackReader.ReadDirectory(RepositoryRoot.Combine("rulepacks")).Value;
        Assert.True(packed.IsValid, string.Join('\n', packed.Diagnostics));
        Assert.Equal(repository.Packs.Where(p => p.Region?.Text.StartsWith("US", StringComparison.Ordinal) != true).Select(p => (p.Id, p.Sha256)), packed.Value.Packs.Select(p => (p.Id, p.Sha256)));
    }

    [Fact]
    public void One_line_adds_them_beside_packs_of_ones_own()
    {
        using Packs.TempPacks own = Packs.TempPacks.One("""{ "id": "own", "version": "1.0.0", "region": "370322", "title": "本校", "extends": "cn-370322", "order": 9 }""");
        using TestHost host = new(o => o.AddChinaPacks().AddPacksFromDirectory(own.Path));
        Assert.Contains("own", host.Evaluator.Packs.Catalogue.Packs.Packs.Select(p => p.Id));
    }
}
