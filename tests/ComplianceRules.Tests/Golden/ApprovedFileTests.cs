using System.Text;
using Xunit.Sdk;

namespace ComplianceRules.Tests.Golden;

public sealed class ApprovedFileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory().FullName;

    private string File => Path.Combine(_folder, "some.approved.txt");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_text_that_was_never_approved_fails_and_says_how_to_approve()
    {
        XunitException failure = Assert.ThrowsAny<XunitException>(() => Match("one\n"));
        Assert.Contains("some.approved.txt does not exist: run `APPROVE=1 dotnet test`", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_approved_text_passes()
    {
        Match("one\ntwo\n", approve: true);
        Match("one\ntwo\n");
        Assert.Equal("one\ntwo\n", System.IO.File.ReadAllText(File));
    }

    [Fact]
    public void Another_text_fails_and_shows_the_first_line_that_differs()
    {
        Match("one\ntwo\n", approve: true);
        XunitException failure = Assert.ThrowsAny<XunitException>(() => Match("one\nthree\n"));
        Assert.Contains("some.approved.txt(2) is not what was approved", failure.Message, StringComparison.Ordinal);
        Assert.Contains("approved: two", failure.Message, StringComparison.Ordinal);
        Assert.Contains("actual:   three", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_last_line_fails()
    {
        Match("one\ntwo", approve: true);
        Assert.ThrowsAny<XunitException>(() => Match("one"));
    }

    private void Match(string text, bool approve = false) => ApprovedFile.Match(File, "some.approved.txt", Encoding.UTF8.GetBytes(text), approve);
}
