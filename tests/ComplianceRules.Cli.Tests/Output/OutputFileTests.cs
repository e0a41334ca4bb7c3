using ComplianceRules.Cli.Output;

namespace ComplianceRules.Cli.Tests.Output;

public sealed class OutputFileTests : IDisposable
{
    private readonly TempFolder _folder = new();

    private string Target => Path.Combine(_folder.Path, "report.json");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_file_is_there_once_everything_is_written()
    {
        File.WriteAllText(Target, "before");
        OutputFile.Write(Target, stream =>
        {
            stream.Write("after"u8);
            Assert.Equal("before", File.ReadAllText(Target));
        });
        Assert.Equal("after", File.ReadAllText(Target));
        Assert.Single(Directory.GetFiles(_folder.Path));
    }

    [Fact]
    public void A_failure_leaves_the_old_file_and_nothing_else()
    {
        File.WriteAllText(Target, "before");
        Assert.Throws<IOException>(() => OutputFile.Write(Target, stream =>
        {
            stream.Write("half"u8);
            throw new IOException("the disk is full");
        }));
        Assert.Equal("before", File.ReadAllText(Target));
        Assert.Single(Directory.GetFiles(_folder.Path));
    }

    // A device stands for every program of the machine: no test may come near to replacing one.
    [Theory]
    [InlineData("/dev/null", true)]
    [InlineData("/dev/stdout", true)]
    [InlineData("/dev/../dev/null", true)]
    [InlineData("/dev/no-such-device", false)]
    [InlineData("/dev/shm/report.json", false)]
    [InlineData("/tmp/report.json", false)]
    public void A_device_is_told_from_a_file_by_its_folder(string path, bool device) =>
        Assert.Equal(device && !OperatingSystem.IsWindows(), OutputFile.IsDevice(path));

    [Fact]
    public void An_open_stream_of_the_process_is_written_to_as_it_is()
    {
        if (!OperatingSystem.IsLinux()) return;
        using FileStream target = new(Target, FileMode.Create, FileAccess.ReadWrite, FileShare.ReadWrite);
        OutputFile.Write($"/proc/self/fd/{target.SafeFileHandle.DangerousGetHandle()}", stream => stream.Write("through"u8));
        using StreamReader written = new(target);
        Assert.Equal("through", written.ReadToEnd());
        Assert.Single(Directory.GetFiles(_folder.Path));
    }

    [Theory]
    [InlineData("report.json", true)]
    [InlineData("nowhere/report.json", false)]
    [InlineData(".", false)]
    public void A_file_can_stand_only_in_a_folder_that_is_there(string name, bool possible) =>
        Assert.Equal(possible, OutputFile.IsPossible(Path.Combine(_folder.Path, name)));
}
