namespace ComplianceRules.Cli.Tests.Commands;

public sealed class BookCommandTests : IDisposable
{
    private readonly TempFolder _folder = new TempFolder().WithPack();

    private string Out => Path.Combine(_folder.Path, "book");

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("en", "files written: 5, in ", "<strong>Every class must meet: </strong>“enrolment” is at most 45 pupils.")]
    [InlineData("zh", "已写 5 个文件：", "<strong>每个班级必须做到：</strong>“人数”不超过45名学生。")]
    public void It_writes_the_book_in_the_language_asked_for(string language, string said, string demand)
    {
        Tool run = Tool.Run("book", _folder.Packs, "--out", Out, "--lang", language);
        Assert.Equal((0, string.Empty), (run.Code, run.Error));
        Assert.Equal($"{said}{Out}\n", run.Output);
        Assert.Equal(["book.css", "index.html", "instruments.html", "pack-size.html", "terms.html"], Directory.GetFiles(Out).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.Contains(demand, File.ReadAllText(Path.Combine(Out, "pack-size.html")), StringComparison.Ordinal);
        Assert.NotEqual(0xEF, File.ReadAllBytes(Path.Combine(Out, "index.html"))[0]);
    }

    [Fact]
    public void Files_of_its_own_are_replaced_and_others_left_alone()
    {
        string other = _folder.Write("book/mine.html", "mine");
        string own = _folder.Write("book/index.html", "old");
        Assert.Equal(0, Tool.Run("book", _folder.Packs, "--out", Out).Code);
        Assert.Equal("mine", File.ReadAllText(other));
        Assert.StartsWith("<!DOCTYPE html>", File.ReadAllText(own), StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_in_the_place_of_the_folder_is_wrong_usage_and_is_kept()
    {
        string file = _folder.Write("book", "a file");
        Tool run = Tool.Run("book", _folder.Packs, "--out", file);
        Assert.Equal((64, string.Empty), (run.Code, run.Output));
        Assert.Equal("a file", File.ReadAllText(file));
    }

    [Fact]
    public void A_folder_in_a_folder_that_is_not_there_is_wrong_usage() => Assert.Equal(64, Tool.Run("book", _folder.Packs, "--out", Path.Combine(_folder.Path, "no", "book")).Code);

    [Fact]
    public void Without_a_folder_to_write_to_it_is_wrong_usage() => Assert.Equal(64, Tool.Run("book", _folder.Packs).Code);

    [Fact]
    public void A_folder_where_a_page_should_be_is_told()
    {
        Directory.CreateDirectory(Path.Combine(Out, "index.html"));
        Tool run = Tool.Run("book", _folder.Packs, "--out", Out);
        Assert.Equal(70, run.Code);
        Assert.NotEmpty(run.Error);
    }

    [Fact]
    public void Packs_with_errors_make_no_book()
    {
        _folder.WithPack("\"max\": 45", "\"max\": \"many\"");
        Tool run = Tool.Run("book", _folder.Packs, "--out", Out);
        Assert.Equal((3, string.Empty), (run.Code, run.Output));
        Assert.False(Directory.Exists(Out));
    }

    [Fact]
    public void A_book_that_is_stopped_says_so()
    {
        using CancellationTokenSource stop = new();
        stop.Cancel();
        Assert.Equal(130, Tool.Run(80, stop.Token, "book", _folder.Packs, "--out", Out).Code);
    }
}
