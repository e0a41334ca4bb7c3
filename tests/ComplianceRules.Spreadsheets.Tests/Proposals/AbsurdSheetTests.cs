using System.Text.Json.Nodes;
using ComplianceRules.Diagnostics;
using ComplianceRules.Spreadsheets.Proposals;

namespace ComplianceRules.Spreadsheets.Tests.Proposals;

public sealed class AbsurdSheetTests
{
    public static TheoryData<string> Absurd =>
    [
        string.Empty, "|", "班额", "\n\n\n", "班额|班额|班额\n1|2|3", "合计", string.Join('|', Enumerable.Repeat(string.Empty, 500)) + "\n" + string.Join('|', Enumerable.Repeat("1", 500)),
        "\0\u0001\u202E|\uD800|\uE000\n\uFFFF|\uDC00|x", "一年级|一年级\n1|2", new string('班', 40_000), "：|：\n：|：", "初一|高三|十二年级|零年级\n|||", "(((（（（|)))\n1|2", "班级\n\n合计",
    ];

    [Theory]
    [MemberData(nameof(Absurd))]
    public void Absurd_sheets_give_a_proposal_and_no_exception(string lines)
    {
        MappingProposal proposal = MadeSheet.Propose(lines);
        Assert.NotNull(JsonNode.Parse(proposal.Json)!["tables"]);
        Assert.NotEmpty(proposal.Remarks);
        Assert.All(proposal.Remarks, r => Assert.NotEmpty(r.Text(TextLanguage.Chinese)));
    }

    [Fact]
    public void No_sheet_at_all_is_an_empty_proposal() => Assert.Empty(JsonNode.Parse(MadeSheet.Propose(MadeSheet.Schema).Json)!["tables"]!.AsArray());

    [Fact]
    public void Merges_that_lie_outside_or_go_backwards_are_left_out()
    {
        MappingProposal proposal = MadeSheet.Propose("年级|班级|班额\n一年级|1班|40", new(-1, 0, 0, 2), new(5, 5, 9, 9), new(1, 2, 0, 0), new(0, 0, int.MaxValue, 0));
        Assert.NotNull(JsonNode.Parse(proposal.Json)!["tables"]);
    }

    [Fact]
    public void Columns_that_share_a_name_are_named_and_not_used()
    {
        MappingProposal proposal = MadeSheet.Propose("学校代码|班级|班额|班额\ns1|1班|40|41");
        Assert.DoesNotContain("班额", proposal.Json, StringComparison.Ordinal);
        Assert.Single(proposal.Remarks("unmatched.duplicate"));
    }

    [Fact]
    public void Only_the_first_rows_are_looked_at()
    {
        string rows = string.Concat(Enumerable.Repeat("\ns1|三1班|45", SampleSheet.MostRows));
        Assert.Empty(MadeSheet.Propose("学校代码|班级|班额" + rows + "\ns1|三2班|多").Remarks("guess.misfits"));
    }

    [Fact]
    public void The_same_sheets_give_the_same_text()
    {
        SampleSheet sheet = MadeSheet.Of("学校代码|班级|每周体育课时|班额（人）\ns1|三(1)班|4|45");
        MappingProposal first = MadeSheet.Propose(MadeSheet.Schema, sheet);
        MappingProposal second = MadeSheet.Propose(MadeSheet.Schema, sheet);
        Assert.Equal(first.Json, second.Json);
        Assert.Equal(first.Remarks.Select(r => r.Text(TextLanguage.English)), second.Remarks.Select(r => r.Text(TextLanguage.English)));
    }
}
