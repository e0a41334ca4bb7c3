using Microsoft.Extensions.Options;
using WorkerSample.Folders;

namespace ComplianceRules.Samples.Tests.Worker;

public sealed class InboxTests : IDisposable
{
    private static readonly TimeSpan Settles = TimeSpan.FromSeconds(10);

    private readonly TempFolder _folder = new();
    private readonly ManualClock _clock = new();
    private readonly Inbox _inbox;

    public InboxTests() => _inbox = new Inbox(Options.Create(new FolderOptions { Root = _folder.Path, Settles = Settles }), _clock);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_file_that_grows_is_left_until_it_has_not_grown_for_a_while()
    {
        File.WriteAllText(_folder.At("inbox", "a.json"), "half");
        Assert.Empty(_inbox.Claim());
        _clock.Pass(Settles / 2);
        Assert.Empty(_inbox.Claim());
        File.AppendAllText(_folder.At("inbox", "a.json"), "the other half");
        _clock.Pass(Settles / 2);
        Assert.Empty(_inbox.Claim());
        _clock.Pass(Settles - TimeSpan.FromTicks(1));
        Assert.Empty(_inbox.Claim());
        _clock.Pass(TimeSpan.FromTicks(1));
        Assert.Equal([_folder.At("working", "a.json")], _inbox.Claim());
        Assert.Equal("halfthe other half", File.ReadAllText(_folder.At("working", "a.json")));
        Assert.Empty(Directory.EnumerateFileSystemEntries(_folder.At("inbox")));
    }

    [Fact]
    public void A_folder_is_whole_when_none_of_its_files_changes_any_more()
    {
        Directory.CreateDirectory(_folder.At("inbox", "tables"));
        File.WriteAllText(_folder.At("inbox", "tables", "school.csv"), "id\n");
        Assert.Empty(_inbox.Claim());
        _clock.Pass(Settles);
        File.WriteAllText(_folder.At("inbox", "tables", "class.csv"), "id\n");
        Assert.Empty(_inbox.Claim());
        _clock.Pass(Settles);
        Assert.Single(_inbox.Claim());
    }

    [Theory]
    [InlineData(".a.json")]
    [InlineData("a.json.part")]
    [InlineData("a.json.tmp")]
    public void A_name_for_what_is_not_finished_is_left_alone(string name)
    {
        File.WriteAllText(_folder.At("inbox", name), "{}");
        Claimed();
        Assert.Empty(Claimed());
        Assert.True(File.Exists(_folder.At("inbox", name)));
    }

    [Fact]
    public void A_file_of_the_name_of_one_that_is_being_judged_waits()
    {
        File.WriteAllText(_folder.At("working", "a.json"), "first");
        File.WriteAllText(_folder.At("inbox", "a.json"), "second");
        Claimed();
        Assert.Single(Claimed());
        Assert.Equal("first", File.ReadAllText(_folder.At("working", "a.json")));
        File.Delete(_folder.At("working", "a.json"));
        Assert.Equal("second", File.ReadAllText(Assert.Single(Claimed())));
    }

    private IReadOnlyList<string> Claimed()
    {
        _inbox.Claim();
        _clock.Pass(Settles);
        return _inbox.Claim();
    }
}
