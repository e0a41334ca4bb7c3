using System.Collections.Immutable;
using ComplianceRules.Diagnostics;
using ComplianceRules.Engine;
using ComplianceRules.Packs;

namespace ComplianceRules.Tests.Packs;

/// <summary>Every folder of <c>tests/packs/bad</c> says in <c>expected.txt</c> what is wrong with it, and where.</summary>
public sealed class BadPackTests
{
    private const string Folder = "tests/packs/bad";

    public static TheoryData<string> Folders => [.. Directory.GetDirectories(RepositoryRoot.Combine(Folder)).Select(d => Path.GetFileName(d)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Folders))]
    public void A_bad_pack_gives_its_code_at_its_place_and_nothing_else(string name)
    {
        string folder = RepositoryRoot.Combine($"{Folder}/{name}");
        string[] expected = File.ReadAllLines(Path.Combine(folder, "expected.txt"));

        ImmutableArray<Diagnostic> diagnostics = Diagnose(folder);

        Assert.Equal(expected, diagnostics.Select(d => Line(d, folder)).Order(StringComparer.Ordinal));
        Assert.All(expected, line => Assert.EndsWith(name[..name.IndexOf('-', StringComparison.Ordinal)], line, StringComparison.Ordinal));
        Assert.All(diagnostics, HasTexts);
    }

    private static ImmutableArray<Diagnostic> Diagnose(string folder)
    {
        Checked<PackSet> read = PackReader.ReadDirectory(folder);
        if (!read.IsValid) return read.Diagnostics;
        return PackChecker.Check(read.Value).Diagnostics;
    }

    private static string Line(Diagnostic diagnostic, string folder)
    {
        SourceSpan place = Assert.IsType<SourceSpan>(diagnostic.Span);
        string file = place.File == folder ? "." : Path.GetRelativePath(folder, place.File).Replace('\\', '/');
        return $"{place with { File = file }}: {diagnostic.Code}";
    }

    private static void HasTexts(Diagnostic diagnostic)
    {
        foreach (TextLanguage language in Enum.GetValues<TextLanguage>())
        {
            Assert.NotEmpty(diagnostic.Message(language));
            Assert.NotEqual(string.Empty, diagnostic.Help(language));
        }
    }
}
