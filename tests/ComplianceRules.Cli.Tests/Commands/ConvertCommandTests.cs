namespace ComplianceRules.Cli.Tests.Commands;

public sealed class ConvertCommandTests : IDisposable
{
    private readonly TempFolder _folder = new TempFolder().WithPack();

    public void Dispose() => _folder.Dispose();

    private string Out => Path.Combine(_folder.Path, "s.crcol");

    [Fact]
    public void What_was_converted_is_judged_to_the_same_bytes_as_the_data()
    {
        Tool converted = Tool.Run("convert", Tool.Gaoqing, "--packs", Tool.Packs, "--out", Out);
        Assert.Equal((0, string.Empty), (converted.Code, converted.Output));
        Assert.Contains("rows: ", converted.Error, StringComparison.Ordinal);
        Tool data = Tool.Run("evaluate", Tool.Gaoqing, "--packs", Tool.Packs, "--format", "json", "--all");
        Tool columns = Tool.Run("evaluate", Out, "--packs", Tool.Packs, "--format", "json", "--all");
        Assert.Equal((data.Code, data.Output), (columns.Code, columns.Output));
        Assert.Equal(data.Error, columns.Error);
    }

    [Fact]
    public void Problems_of_the_data_are_told_again_when_the_file_is_judged()
    {
        string data = _folder.Snapshot("\"enrolment\": \"many\", \"colour\": 1");
        Assert.Equal(0, Convert(data).Code);
        Tool judged = Tool.Run("evaluate", Out, "--packs", _folder.Packs);
        Assert.Contains("issues in the data: 2", judged.Error, StringComparison.Ordinal);
        Assert.Contains("snapshot.json(", judged.Error, StringComparison.Ordinal);
        Assert.Equal(4, Tool.Run("evaluate", Out, "--packs", _folder.Packs, "--strict").Code);
        Assert.Equal(4, Convert(data, "--strict").Code);
    }

    [Fact]
    public void A_column_file_is_explained_and_compared_with_as_data_is()
    {
        Assert.Equal(0, Convert(_folder.Snapshot("\"enrolment\": 46")).Code);
        Assert.Equal(1, Tool.Run("explain", Out, "--packs", _folder.Packs, "--rule", "most", "--subject", "class:s1/1").Code);
        Tool compared = Tool.Run("evaluate", _folder.Snapshot("\"enrolment\": 46"), "--packs", _folder.Packs, "--previous", Out);
        Assert.Equal(1, compared.Code);
        Assert.Contains("CR4130", compared.Error, StringComparison.Ordinal);
        Assert.Equal(64, Tool.Run("evaluate", Out, "--packs", _folder.Packs, "--previous", Out, "--previous-map", "m.json").Code);
        Assert.Equal(64, Tool.Run("evaluate", Out, "--packs", _folder.Packs, "--map", "m.json").Code);
    }

    [Fact]
    public void A_column_file_may_be_sent_to_standard_input()
    {
        Assert.Equal(0, Convert(_folder.Snapshot("\"enrolment\": 46")).Code);
        using MemoryStream output = new();
        using MemoryStream error = new();
        Terminal terminal = new(output, error, 80, colours: false) { Input = new MemoryStream(File.ReadAllBytes(Out)) };
        Assert.Equal(1, Program.Run(["evaluate", "-", "--stdin-filename", "s.crcol", "--packs", _folder.Packs], terminal, CancellationToken.None));
    }

    [Fact]
    public void Tables_are_converted_by_a_mapping()
    {
        string table = _folder.Write("t/班级.csv", "code,n\n301,46\n");
        string map = _folder.Write("map.json", """
            { "tables": [ { "table": "class", "file": "*.csv", "id": ["code"], "parent": { "table": "school", "key": [{ "text": "s1" }] },
                "fields": { "enrolment": { "column": "n" } } } ], "constants": { "school.region": "370322" }, "date": "2026-09-01" }
            """);
        Assert.Equal(0, Convert(table, "--map", map).Code);
        Assert.Equal(1, Tool.Run("evaluate", Out, "--packs", _folder.Packs).Code);
    }

    [Fact]
    public void Schools_without_a_region_get_one_now_or_never()
    {
        string data = _folder.Snapshot("\"enrolment\": 46", school: "");
        Tool refused = Convert(data);
        Assert.Equal(64, refused.Code);
        Assert.Contains("schools without a region: 1", refused.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(Out));
        Assert.Equal(0, Convert(data, "--region", "370322").Code);
        Assert.Equal(1, Tool.Run("evaluate", Out, "--packs", _folder.Packs).Code);
    }

    [Fact]
    public void A_damaged_file_gives_4_and_for_programs_its_problem()
    {
        Assert.Equal(0, Convert(_folder.Snapshot("\"enrolment\": 46")).Code);
        byte[] bytes = File.ReadAllBytes(Out);
        bytes[^20] ^= 1;
        File.WriteAllBytes(Out, bytes);
        Tool judged = Tool.Run("evaluate", Out, "--packs", _folder.Packs, "--format", "json");
        Assert.Equal(4, judged.Code);
        Assert.Contains("\"CR4153\"", judged.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Data_that_is_refused_gives_4_and_leaves_what_was_there()
    {
        _folder.Write("s.crcol", "before");
        Assert.Equal(4, Convert(_folder.Write("broken.json", "{")).Code);
        Assert.Equal("before", File.ReadAllText(Out));
        Assert.Equal(4, Convert(Path.Combine(_folder.Path, "nothing.json")).Code);
    }

    [Theory]
    [InlineData("s.json", "must end in .crcol")]
    [InlineData("nowhere/s.crcol", "its folder is not there")]
    public void What_cannot_be_written_is_refused_before_anything_is_read(string name, string told)
    {
        Tool refused = Tool.Run("convert", _folder.Snapshot("\"enrolment\": 46"), "--packs", _folder.Packs, "--out", Path.Combine(_folder.Path, name));
        Assert.Equal(64, refused.Code);
        Assert.Contains(told, refused.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_column_file_is_never_written_over_itself()
    {
        Assert.Equal(0, Convert(_folder.Snapshot("\"enrolment\": 46")).Code);
        Tool refused = Convert(Out);
        Assert.Equal(64, refused.Code);
        Assert.Contains("would overwrite", refused.Error, StringComparison.Ordinal);
        Assert.Equal(0, Tool.Run("convert", Out, "--packs", _folder.Packs, "--out", Path.Combine(_folder.Path, "again.crcol")).Code);
        Assert.Equal(File.ReadAllBytes(Out), File.ReadAllBytes(Path.Combine(_folder.Path, "again.crcol")));
    }

    [Fact]
    public void Wrong_packs_give_3()
    {
        using TempFolder other = new TempFolder().WithPack("\"max\": 45", "\"max\": \"many\"");
        Assert.Equal(3, Tool.Run("convert", other.Snapshot("\"enrolment\": 46"), "--packs", other.Packs, "--out", Out).Code);
    }

    private Tool Convert(string data, params string[] options) => Tool.Run(["convert", data, "--packs", _folder.Packs, "--out", Out, .. options]);
}
