using System.Collections.Immutable;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using ComplianceRules.Diagnostics;
using ComplianceRules.Packs;

namespace ComplianceRules.Tests.Packs;

public sealed class PackArchiveTests
{
    private static readonly ImmutableArray<RulePackFile> Two =
    [
        File("b/pack.json", PackText.Pack("b", "370000", more: ", \"extends\": \"a\"", facts: "{}")),
        File("a/pack.json", PackText.Pack("a", rules: $"[{PackText.Rule()}]")),
    ];

    [Fact]
    public void An_archive_gives_the_packs_that_were_put_into_it()
    {
        Checked<PackSet> read = Read(Packed(Two));
        Assert.True(read.IsValid, string.Join('\n', read.Diagnostics));
        Assert.Equal(["a", "b"], read.Value.Packs.Select(p => p.Id));
    }

    [Fact]
    public void Packs_of_an_archive_have_the_fingerprints_of_the_same_packs_in_a_folder()
    {
        using TempPacks folder = new();
        foreach (RulePackFile file in Two) folder.With(file.Path, file.Bytes.ToArray());
        Assert.Equal(PackReader.ReadDirectory(folder.Path).Value.Packs.Select(p => p.Sha256), Read(Packed(Two)).Value.Packs.Select(p => p.Sha256));
    }

    [Fact]
    public void The_same_packs_in_another_order_give_the_same_bytes() =>
        Assert.Equal(Packed(Two), Packed([.. Two.Reverse()]));

    [Fact]
    public void A_place_in_an_archive_is_named_by_archive_and_file()
    {
        Checked<PackSet> read = Read(Packed([File("a/pack.json", """{ "id": "a" """)]));
        Assert.All(read.Diagnostics, d => Assert.Equal("packs.zip/a/pack.json", d.Span!.File));
    }

    [Fact]
    public void Whatever_byte_is_changed_the_archive_is_refused()
    {
        byte[] archive = Packed([File("a/pack.json", "{}"), File("a/rules.json", "[1]")]);
        HashSet<string> codes = [];
        for (int at = 0; at < archive.Length; at++)
        {
            foreach (byte flipped in (byte[])[1, 0x20, 0x80])
            {
                byte[] changed = [.. archive];
                changed[at] ^= flipped;
                string[] problems = Refused(changed);
                Assert.True(problems.Length > 0, $"byte {at} of {archive.Length} was changed by {flipped} and nobody noticed");
                codes.UnionWith(problems.Select(p => p[..6]));
            }
        }

        // A date that was changed harms nothing, and is noticed all the same.
        Assert.Superset(new HashSet<string>(["CR1181", "CR1193", "CR1194"]), codes);
    }

    [Fact]
    public void Wherever_an_archive_is_cut_off_it_is_refused()
    {
        byte[] archive = Packed([File("a/pack.json", "{}")]);
        for (int length = 0; length < archive.Length; length++) Assert.NotEmpty(Refused(archive[..length]));
    }

    [Fact]
    public void An_archive_with_bytes_behind_it_is_refused() => Assert.NotEmpty(Refused([.. Packed(Two), 0]));

    [Fact]
    public void A_file_that_was_changed_is_named() => Assert.Equal(["CR1193: `a/pack.json` is not as the manifest says"], Refused(Remade(e => e.FullName == "a/pack.json" ? "{ }"u8.ToArray() : null)));

    [Fact]
    public void A_file_that_was_added_is_named() => Assert.Equal(["CR1191: `c/pack.json` is not in the manifest of the archive"], Refused(Remade(_ => null, zip => Add(zip, "c/pack.json"))));

    [Fact]
    public void A_file_that_was_taken_out_is_named() => Assert.Equal(["CR1192: `b/pack.json` is in the manifest and not in the archive"], Refused(Remade(e => e.FullName == "b/pack.json" ? [] : null, keepsEmpty: false)));

    [Theory]
    [InlineData("../evil.json")]
    [InlineData("a/../../evil.json")]
    [InlineData("/etc/evil.json")]
    [InlineData("a\\..\\evil.json")]
    [InlineData("C:/evil.json")]
    [InlineData("a//evil.json")]
    [InlineData("a/./evil.json")]
    [InlineData("a/ /evil.json")]
    [InlineData("a/evil.json ")]
    [InlineData("a/evil\u0001.json")]
    public void A_name_that_leads_elsewhere_is_refused(string name) =>
        Assert.StartsWith("CR1184", Refused(Remade(_ => null, zip => Add(zip, name)))[0], StringComparison.Ordinal);

    [Theory]
    [InlineData(0xA1FF)]
    [InlineData(0x41ED)]
    [InlineData(0x2180)]
    [InlineData(0x1180)]
    public void A_link_a_folder_a_device_and_a_pipe_are_refused(int mode) =>
        Assert.Equal(["CR1185: `a/link.json` is a link or no plain file; an archive has plain files only"], Refused(Remade(_ => null, zip => Add(zip, "a/link.json").ExternalAttributes = mode << 16)));

    [Fact]
    public void A_bomb_is_refused_without_being_unpacked()
    {
        byte[] bomb = Remade(_ => null, zip =>
        {
            using Stream zeros = zip.CreateEntry("a/bomb.json", CompressionLevel.SmallestSize).Open();
            byte[] block = new byte[1 << 20];
            for (int i = 0; i < 256; i++) zeros.Write(block);
        });
        long before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Equal(["CR1186: `a/bomb.json` is compressed, encrypted or overlaps another entry"], Refused(bomb));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 32 << 20);
    }

    [Fact]
    public void Two_entries_of_one_name_are_refused() => Assert.Contains("CR1187: the archive has two files called `A/Pack.json`", Refused(Remade(_ => null, zip => Add(zip, "A/Pack.json"))));

    [Fact]
    public void A_plain_zip_file_is_refused_because_nothing_tells_whether_it_is_whole()
    {
        using MemoryStream zip = new();
        using (ZipArchive archive = new(zip, ZipArchiveMode.Create, leaveOpen: true)) Add(archive, "a/pack.json");
        Assert.Equal(["CR1188: the archive has no manifest `manifest.json`"], Refused(zip.ToArray()));
    }

    [Theory]
    [InlineData("")]
    [InlineData("PK")]
    [InlineData("{ \"id\": \"a\" }")]
    public void Something_that_is_no_archive_is_refused(string text) => Assert.Equal(["CR1181: `packs.zip` is no archive of rule packs, or is broken"], Refused(Encoding.UTF8.GetBytes(text)));

    [Theory]
    [InlineData("{ \"format\": 2, \"files\": [] }", "CR1190")]
    [InlineData("{ \"files\": [] }", "CR1189")]
    [InlineData("{ \"format\": 1, \"files\": [{ \"path\": 1 }] }", "CR1189")]
    [InlineData("{ \"format\": 1 }", "CR1189")]
    [InlineData("[]", "CR1189")]
    [InlineData("nonsense", "CR1189")]
    public void A_manifest_that_the_tool_did_not_write_is_refused(string manifest, string code) =>
        Assert.StartsWith(code, Refused(Remade(e => e.FullName == "manifest.json" ? Encoding.UTF8.GetBytes(manifest) : null))[0], StringComparison.Ordinal);

    [Fact]
    public void An_archive_is_taken_only_where_it_is_the_one_asked_for()
    {
        byte[] archive = Packed(Two);
        string digest = Convert.ToHexStringLower(SHA256.HashData(archive));
        Assert.True(PackReader.Read([new ArchiveRulePackSource(() => new MemoryStream(archive), "packs.zip") { Sha256 = digest.ToUpperInvariant() }]).IsValid);
        Diagnostic problem = Assert.Single(PackReader.Read([new ArchiveRulePackSource(() => new MemoryStream(Packed([Two[1]])), "packs.zip") { Sha256 = digest }]).Diagnostics);
        Assert.Equal("CR1195", problem.Code.ToString());
    }

    [Theory]
    [InlineData("../a/pack.json")]
    [InlineData("a/pack.json|x")]
    [InlineData("manifest.json")]
    [InlineData("")]
    public void A_name_that_no_archive_may_have_is_not_packed(string name) => Assert.Throws<ArgumentException>(() => Packed([File(name, "{}")]));

    [Fact]
    public void A_name_that_is_refused_is_told() =>
        Assert.StartsWith(new Diagnostic(DiagnosticCodes.NothingToPack, null, "../x").Message(TextLanguage.English), Assert.Throws<ArgumentException>(() => Packed([File("../x", "{}")])).Message, StringComparison.Ordinal);

    [Fact]
    public void An_archive_larger_than_packs_can_be_is_not_even_looked_at() =>
        Assert.Equal(["CR1182: the archive is larger than 64 MiB"], Refused(new byte[(64 << 20) + 1]));

    [Fact]
    public void An_archive_of_more_entries_than_packs_can_have_is_refused()
    {
        using MemoryStream zip = new();
        using (ZipArchive archive = new(zip, ZipArchiveMode.Create, leaveOpen: true))
        {
            for (int i = 0; i <= 65_000; i++) archive.CreateEntry($"{i}");
        }

        Assert.Equal(["CR1183: the archive has 65001 entries; 65000 is the most"], Refused(zip.ToArray()));
    }

    [Fact]
    public void Random_bytes_are_refused_and_break_nothing()
    {
        Random dice = new(7);
        byte[] archive = Packed(Two);
        for (int i = 0; i < 300; i++)
        {
            byte[] changed = [.. archive];
            for (int k = 0; k < 8; k++) changed[dice.Next(changed.Length)] = (byte)dice.Next(256);
            if (!changed.AsSpan().SequenceEqual(archive)) Assert.NotEmpty(Refused(changed));
        }
    }

    private static RulePackFile File(string path, string text) => new(path, Encoding.UTF8.GetBytes(text));

    private static byte[] Packed(ImmutableArray<RulePackFile> files)
    {
        using MemoryStream archive = new();
        PackArchiveWriter.Write(files, archive);
        return archive.ToArray();
    }

    private static Checked<PackSet> Read(byte[] archive) => PackReader.Read([new ArchiveRulePackSource(() => new MemoryStream(archive), "packs.zip")]);

    private static string[] Refused(byte[] archive)
    {
        RulePackFiles files = new ArchiveRulePackSource(() => new MemoryStream(archive), "packs.zip").Read(default);
        Assert.True(files.Problems.IsEmpty || files.Folders.IsEmpty);
        return [.. files.Problems.Select(p => $"{p.Code}: {p.Message(TextLanguage.English)}")];
    }

    // The archive of both packs, taken apart and put together again by somebody else.
    private static byte[] Remade(Func<ZipArchiveEntry, byte[]?> change, Action<ZipArchive>? add = null, bool keepsEmpty = true)
    {
        using MemoryStream made = new();
        using (ZipArchive from = new(new MemoryStream(Packed(Two)), ZipArchiveMode.Read))
        using (ZipArchive to = new(made, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (ZipArchiveEntry entry in from.Entries)
            {
                using MemoryStream bytes = new();
                using (Stream stream = entry.Open()) stream.CopyTo(bytes);
                byte[] content = change(entry) ?? bytes.ToArray();
                if (content.Length == 0 && !keepsEmpty) continue;
                using Stream written = to.CreateEntry(entry.FullName, CompressionLevel.NoCompression).Open();
                written.Write(content);
            }

            add?.Invoke(to);
        }

        return made.ToArray();
    }

    private static ZipArchiveEntry Add(ZipArchive zip, string name)
    {
        ZipArchiveEntry entry = zip.CreateEntry(name, CompressionLevel.NoCompression);
        using Stream stream = entry.Open();
        stream.Write("{}"u8);
        return entry;
    }
}
