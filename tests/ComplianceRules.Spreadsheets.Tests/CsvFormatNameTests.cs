using ComplianceRules.Facts;

namespace ComplianceRules.Spreadsheets.Tests;

/// <summary>The names that tables and columns of the format itself can have.</summary>
public sealed class CsvFormatNameTests : IDisposable
{
    private readonly CsvFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_table_named_snapshot_says_the_day_the_title_and_what_is_covered()
    {
        Snapshot read = _folder.With("snapshot.csv", "date,title,covers\n2026/9/1,高青县,\"370322、370323\"\n").With("school.csv", "id\nS\n").Read().Value;
        Assert.Equal((new DateOnly(2026, 9, 1), "高青县", 2), (read.Date!.Value, read.Title, read.Covers.Length));
        Assert.Empty(read.Data.Issues);
    }

    [Theory]
    [InlineData("date\n2026-02-30\n", "CR4064 data/snapshot.csv(2,1)")]
    [InlineData("covers\n370322;37\n", "CR4025 data/snapshot.csv(2,1)")]
    [InlineData("datum,date\nx,2026-09-01\n", "CR4050 data/snapshot.csv(1)")]
    public void What_the_table_snapshot_cannot_mean_is_listed(string text, string expected) =>
        Assert.Equal([expected], CsvFolder.Places(_folder.With("snapshot.csv", text).With("school.csv", "id\nS\n").Read().Value.Data.Issues));

    [Fact]
    public void A_second_record_about_the_snapshot_is_refused_or_skipped()
    {
        _folder.With("snapshot.csv", "date\n2026-09-01\n\n2026-09-02\n").With("school.csv", "id\nS\n");
        Assert.Equal(["CR4077 data/snapshot.csv(4)"], CsvFolder.Places(_folder.Read().Diagnostics));
        Snapshot read = _folder.Read(new SnapshotOptions { SkipMalformed = true }).Value;
        Assert.Equal((new DateOnly(2026, 9, 1), 1), (read.Date!.Value, read.Data.Skipped.Length));
    }

    [Fact]
    public void A_year_group_is_called_by_its_grade_and_a_region_by_its_code()
    {
        Snapshot read = _folder.With("region.csv", "code,name\n370322,高青\n").With("school.csv", "id,region\nS,370322\n")
            .With("year_group.csv", "school,grade\nS,3\nS,4\n").Read().Value;
        Assert.Equal((2, "3"), (read.Table("year_group").Count, read.Table("year_group").Id(0)));
        Assert.Equal("高青", ((TextColumn)read.Table("region").Column("name")!)[read.Table("region").Count - 1]);
        Assert.Empty(read.Data.Issues);
    }

    [Fact]
    public void A_school_names_its_template_packs() =>
        Assert.Equal("a b", string.Join(' ', _folder.With("school.csv", "id,packs\nS,a、b\n").Read().Value.PacksOfSchool(0)));

    [Theory]
    [InlineData("是", true)]
    [InlineData("否", false)]
    [InlineData("", false)]
    public void A_school_without_classes_may_say_that_it_has_none(string says, bool reported)
    {
        Snapshot read = _folder.With("school.csv", $"id,classes\nS,{says}\nT,\n").With("class.csv", "id,school\n1,T\n").Read().Value;
        Assert.Equal((reported, true), (read.Table("school").List("classes")!.IsReported(0), read.Table("school").List("classes")!.IsReported(1)));
    }

    [Fact]
    public void A_school_that_says_that_its_classes_are_not_all_there_is_believed()
    {
        Snapshot read = _folder.With("school.csv", "id,classes\nS,否\n").With("class.csv", "id,school\n1,S\n").Read().Value;
        Assert.Null(read.Table("school").List("classes") is { } list && list.IsReported(0) ? list : null);
        Assert.Equal(1, read.Table("class").Count);
    }

    [Fact]
    public void A_cell_that_does_not_say_whether_the_list_is_whole_is_listed() =>
        Assert.Equal(["CR4064 data/school.csv(2,2)"], CsvFolder.Places(_folder.With("school.csv", "id,classes\nS,maybe\n").Read().Value.Data.Issues));

    [Fact]
    public void A_column_without_a_name_is_listed_once_where_it_has_cells() =>
        Assert.Equal(["CR4074 data/school.csv(3,3)"], CsvFolder.Places(_folder.With("school.csv", "id,name,,\nS,a,,\nT,b,7,\nU,c,8,\n").Read().Value.Data.Issues));

    [Fact]
    public void A_file_that_no_entry_of_the_mapping_reads_is_listed()
    {
        Snapshot read = _folder.With("a.csv", "id\nS\n").With("b.csv", "id\nT\n")
            .Read(mapping: """{ "tables": [ { "table": "school", "file": "a.csv", "id": ["id"], "fields": {} } ] }""").Value;
        Assert.Equal(["CR4072 data/b.csv"], CsvFolder.Places(read.Data.Issues));
    }
}
