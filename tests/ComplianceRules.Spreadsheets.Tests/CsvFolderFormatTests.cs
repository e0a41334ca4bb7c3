using ComplianceRules.Diagnostics;
using ComplianceRules.Facts;

namespace ComplianceRules.Spreadsheets.Tests;

public sealed class CsvFolderFormatTests : IDisposable
{
    private readonly CsvFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_folder_of_tables_becomes_rows_below_their_parents()
    {
        Snapshot snapshot = _folder
            .With("school.csv", "id,region,name\nS1,370322,第一小学\nS2,370322,\n")
            .With("class.csv", "id,school,grade,enrolment,boarding,opened,starts,kinds\n301,S1,3,45,是,2025/9/1,8：20,甲、b\n302,S1,,,,,,\n")
            .Read().Value;

        FactTable classes = snapshot.Table("class");
        Assert.Equal(["S1/301", "S1/302"], Enumerable.Range(0, classes.Count).Select(classes.Key));
        Assert.Equal(45, ((NumberColumn)classes.Column("enrolment")!)[0]);
        Assert.True(((BoolColumn)classes.Column("boarding")!).IsKnown(0));
        Assert.Equal(500, ((TimeColumn)classes.Column("starts")!)[0]);
        Assert.Equal(UnknownReason.Absent, classes.Column("enrolment")!.ReasonAt(1));
        Assert.False(classes.Column("enrolment")!.IsKnown(1));
        Assert.Equal("第一小学", ((TextColumn)snapshot.Table("school").Column("name")!)[0]);
        Assert.Equal("370322", snapshot.Table("region").Id(snapshot.Table("school").Parent(0)));
        Assert.Equal(2, snapshot.Data.Rows["class"]);
        Assert.Empty(snapshot.Data.Issues);
    }

    [Fact]
    public void A_parent_with_rows_has_a_list_and_one_without_is_not_reported()
    {
        Snapshot snapshot = _folder.With("school.csv", "id\nS1\nS2\n").With("class.csv", "id,school\n301,S1\n").Read().Value;

        ChildList list = snapshot.Table("school").List("classes")!;
        Assert.Equal([true, false], [list.IsReported(0), list.IsReported(1)]);
    }

    [Fact]
    public void One_file_alone_makes_the_schools_that_it_names()
    {
        Snapshot snapshot = _folder.With("class.csv", "id,school\n301,S1\n302,S1\n301,S2\n").ReadFile("class.csv").Value;

        Assert.Equal((3, 2), (snapshot.Table("class").Count, snapshot.Table("school").Count));
    }

    [Fact]
    public void The_region_of_the_options_is_that_of_schools_without_one()
    {
        Snapshot snapshot = _folder.With("school.csv", "id,region\nS1,\nS2,370300\n").Read(new SnapshotOptions { DefaultRegion = RegionCode.Parse("370322") }).Value;

        FactTable schools = snapshot.Table("school");
        Assert.Equal(["370300", "370322"], Enumerable.Range(0, 2).Select(r => snapshot.Table("region").Id(schools.Parent(r))).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_malformed_region_is_an_issue_and_the_school_stays()
    {
        Snapshot snapshot = _folder.With("school.csv", "id,region\nS1,高青\n").Read(new SnapshotOptions { DefaultRegion = RegionCode.Parse("370322") }).Value;

        Assert.Equal(["CR4025 data/school.csv(2)"], CsvFolder.Places(snapshot.Data.Issues));
        Assert.Equal(-1, snapshot.Table("school").Parent(0));
    }

    [Fact]
    public void Region_rows_are_named_by_their_codes()
    {
        Snapshot snapshot = _folder.With("region.csv", "id,name\n370322,高青县\n").Read().Value;

        Assert.Contains("370322", Enumerable.Range(0, snapshot.Table("region").Count).Select(snapshot.Table("region").Id));
        Assert.Equal(["CR4017 data/region.csv(2)"], CsvFolder.Places(_folder.With("region.csv", "id\n高青\n").Read().Diagnostics));
    }

    [Fact]
    public void Rows_of_a_table_with_local_ids_are_found_through_all_their_ancestors()
    {
        Snapshot snapshot = _folder
            .With("class.csv", "id,school\n301,S1\n301,S2\n")
            .With("pupil.csv", "id,school,class,height\np,S2,301,1.5\n")
            .Read().Value;

        Assert.Equal("S2/301/p", snapshot.Table("pupil").Key(0));
    }

    [Fact]
    public void Without_the_column_of_the_ancestor_such_rows_cannot_be_found() =>
        Assert.Equal(["CR4057 data/pupil.csv(1)"], CsvFolder.Places(_folder.With("pupil.csv", "id,class\np,301\n").Read().Diagnostics));

    [Fact]
    public void An_orphan_is_refused_and_may_be_skipped()
    {
        _folder.With("school.csv", "id\nS1\n").With("class.csv", "id,school\n301,S1\n302,S9\n303,\n");

        Assert.Equal(["CR4016 data/class.csv(3)", "CR4065 data/class.csv(4)"], CsvFolder.Places(_folder.Read().Diagnostics));
        Snapshot skipped = _folder.Read(new SnapshotOptions { SkipMalformed = true }).Value;
        Assert.Equal(["CR4016 data/class.csv(3)", "CR4065 data/class.csv(4)"], CsvFolder.Places(skipped.Data.Skipped));
        Assert.Equal(1, skipped.Table("class").Count);
    }

    [Fact]
    public void Ids_are_unique_below_one_parent_and_signs_of_paths_are_encoded()
    {
        Checked<Snapshot> read = _folder.With("class.csv", "id,school\n3/1,S1\n3/1,S2\n3/1,S1\n,S1\n").Read();
        Assert.Equal(["CR4015 data/class.csv(4)", "CR4014 data/class.csv(5)"], CsvFolder.Places(read.Diagnostics));

        Assert.Equal("S%251/3%2F1%7Cx", _folder.With("class.csv", "id,school\n3/1|x,S%1\n").Read().Value.Table("class").Key(0));
    }

    [Fact]
    public void A_column_that_no_field_takes_is_a_warning_with_the_nearest_name()
    {
        Snapshot snapshot = _folder.With("class.csv", "id,school,enrollment,extra\n301,S1,45,x\n").Read().Value;

        Assert.Equal(["CR4050 data/class.csv(1)", "CR4050 data/class.csv(1)"], CsvFolder.Places(snapshot.Data.Issues));
        Assert.Equal("enrolment", snapshot.Data.Issues[0].DidYouMean);
    }

    [Fact]
    public void A_cell_of_a_wrong_type_or_out_of_range_is_unknown_with_its_reason_and_place()
    {
        Snapshot snapshot = _folder.With("class.csv", "id,school,enrolment\n1,S,\"1,234\"\n2,S,101\n3,S,-1\n4,S,2.5\n5,S,7\n").Read().Value;

        FactColumn column = snapshot.Table("class").Column("enrolment")!;
        Assert.Equal([UnknownReason.WrongType, UnknownReason.OutOfRange, UnknownReason.OutOfRange, UnknownReason.OutOfRange], Enumerable.Range(0, 4).Select(column.ReasonAt));
        Assert.True(column.IsKnown(4));
        Assert.Equal(["CR4064 data/class.csv(2,3)", "CR4024 data/class.csv(3,3)", "CR4024 data/class.csv(4,3)", "CR4024 data/class.csv(5,3)"], CsvFolder.Places(snapshot.Data.Issues));
        Assert.Contains("1,234", snapshot.Data.Issues[0].ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_of_a_person_stands_in_a_message()
    {
        Checked<Snapshot> read = _folder.With("pupil.csv", "id,school,class,height\n张三,S,301,9.99\n张三,S,301,x\n").Read(new SnapshotOptions { SkipMalformed = true });

        Assert.Single(read.Value.Data.Skipped);
        Assert.DoesNotContain(read.Value.Data.Skipped.Concat(read.Value.Data.Issues), d => d.ToString().Contains("张三", StringComparison.Ordinal) || d.ToString().Contains("9.99", StringComparison.Ordinal));
    }

    [Fact]
    public void A_file_that_is_no_table_is_left_out_of_a_folder_and_refused_alone()
    {
        _folder.With("class.csv", "id,school\n1,S\n").With("clas.csv", "id\n1\n").With("readme.txt", "no data");

        Snapshot snapshot = _folder.Read().Value;
        Assert.Equal(["CR4053 data/clas.csv", "CR4111 data/readme.txt"], CsvFolder.Places(snapshot.Data.Issues));
        Diagnostic alone = Assert.Single(_folder.ReadFile("clas.csv").Diagnostics);
        Assert.Equal(("CR4052", "class"), (alone.Code.ToString(), alone.DidYouMean));
    }

    [Fact]
    public void A_missing_file_is_an_exception_of_the_machine() => Assert.Throws<FileNotFoundException>(() => _folder.ReadFile("class.csv"));

    [Fact]
    public void A_cancelled_reading_stops()
    {
        _folder.With("class.csv", "id,school\n1,S\n");

        Assert.Throws<OperationCanceledException>(() => new SpreadsheetSnapshotSource(_folder.Path, "data").Read(CsvFolder.Schema, new SnapshotOptions(), new CancellationToken(canceled: true)));
    }
}
