using System.Security.Cryptography;
using System.Text;
using ComplianceRules.Diagnostics;
using ComplianceRules.Findings;
using ComplianceRules.Reports;
using Microsoft.Extensions.Options;

namespace WorkerSample.Folders;

/// <summary>Where reports and judged inputs go. Each report is whole or not there, and an input that has one is not judged again.</summary>
internal sealed class Outbox
{
    private const int KeyLength = 16;
    private const int BlockSize = 1 << 16;

    private readonly string _reports;
    private readonly string _done;
    private readonly string _rejected;

    /// <summary>Makes the folders where they are not there.</summary>
    public Outbox(IOptions<FolderOptions> options)
    {
        _reports = Directory.CreateDirectory(options.Value.Folder("reports")).FullName;
        _done = Directory.CreateDirectory(options.Value.Folder("done")).FullName;
        _rejected = Directory.CreateDirectory(options.Value.Folder("rejected")).FullName;
        foreach (string half in Directory.EnumerateDirectories(_reports, ".*")) Directory.Delete(half, recursive: true);
    }

    /// <summary>The name under which an input is filed: its own, and the digest of its bytes.</summary>
    public static async Task<string> KeyOfAsync(string input, CancellationToken cancellation)
    {
        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        byte[] block = new byte[BlockSize];
        foreach (string file in InputStamp.FilesOf(input))
        {
            hash.AppendData(Encoding.UTF8.GetBytes(Path.GetRelativePath(input, file) + '\0'));
            await using FileStream bytes = new(file, FileMode.Open, FileAccess.Read, FileShare.Read, BlockSize, useAsync: true);
            for (int read = await bytes.ReadAsync(block, cancellation); read > 0; read = await bytes.ReadAsync(block, cancellation)) hash.AppendData(block, 0, read);
        }

        return $"{Path.GetFileName(input)}-{Convert.ToHexStringLower(hash.GetHashAndReset())[..KeyLength]}";
    }

    /// <summary>Whether the reports of an input are there.</summary>
    public bool Has(string key) => Directory.Exists(Path.Combine(_reports, key));

    /// <summary>Writes the reports aside and puts them in place by one rename.</summary>
    public void Write(string key, Assessment assessment, CancellationToken cancellation)
    {
        string half = Directory.CreateDirectory(Path.Combine(_reports, "." + key)).FullName;
        ReportOptions options = new() { Data = key };
        foreach ((string file, IReportWriter writer) in new (string, IReportWriter)[] { ("report.html", new HtmlReportWriter(options)), ("report.json", new JsonReportWriter()), ("report.md", new MarkdownReportWriter(options)) })
        {
            cancellation.ThrowIfCancellationRequested();
            using FileStream output = File.Create(Path.Combine(half, file));
            writer.Write(assessment, output);
            output.Flush(flushToDisk: true);
        }

        Directory.Move(half, Path.Combine(_reports, key));
    }

    /// <summary>Puts an input to those that have been judged.</summary>
    public void Finish(string input, string key) => MoveOver(input, Path.Combine(_done, key));

    /// <summary>Puts an input aside, with what is wrong with it beside it.</summary>
    public void Reject(string input, string key, IEnumerable<string> problems)
    {
        string target = Path.Combine(_rejected, key);
        File.WriteAllLines(target + ".problems.txt", problems);
        MoveOver(input, target);
    }

    /// <summary>A diagnostic in both languages.</summary>
    public static IEnumerable<string> Told(Diagnostic problem) => [problem.ToText(TextLanguage.Chinese), problem.ToText(TextLanguage.English)];

    // The name holds the digest of the bytes: what is there already is the same.
    private static void MoveOver(string input, string target)
    {
        if (Directory.Exists(target)) Directory.Delete(target, recursive: true);
        else if (File.Exists(target)) File.Delete(target);
        Directory.Move(input, target);
    }
}
