using System.Text;
using ComplianceRules.Diagnostics;
using ComplianceRules.Facts;

namespace ComplianceRules.Spreadsheets.Tests.Oracle;

/// <summary>Reads the same files twice: cells from their bytes, and as texts only.</summary>
internal sealed class TwoReadings(IReadOnlyList<KeyValuePair<string, byte[]>> files)
{
    private const int MostShown = 5;

    public SnapshotMapping? Mapping { get; init; }

    public FactSchema Schema { get; init; } = OracleSchema.Value;

    public SnapshotOptions Options { get; init; } = new();

    /// <summary>Holds that both give the same facts and the same problems, in the same order and at the same places.</summary>
    /// <returns>Whether they give facts at all.</returns>
    public bool HoldTheSame()
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("direct");
        try
        {
            foreach ((string name, byte[] bytes) in files) File.WriteAllBytes(Path.Combine(folder.FullName, name), bytes);
            Checked<Snapshot> texts = Read(folder.FullName, readsTexts: true);
            Checked<Snapshot> direct = Read(folder.FullName, readsTexts: false);
            string[] expected = Problems(texts);
            string[] given = Problems(direct);
            Assert.True(expected.SequenceEqual(given), $"as texts:\n{Only(expected, given)}\nfrom bytes:\n{Only(given, expected)}\n{this}");
            Assert.Equal(texts.IsValid, direct.IsValid);
            if (texts.IsValid) Assert.True(Bytes(texts.Value).SequenceEqual(Bytes(direct.Value)), $"as texts:\n{Lines(texts.Value, direct.Value)}\nfrom bytes:\n{Lines(direct.Value, texts.Value)}\n{this}");
            return texts.IsValid;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>The files, for people.</summary>
    public override string ToString() => string.Join('\n', files.Select(f => $"-- {f.Key}\n{Encoding.UTF8.GetString(f.Value)}"));

    private Checked<Snapshot> Read(string folder, bool readsTexts) =>
        new SpreadsheetSnapshotSource(folder, "data", Mapping) { ReadsTexts = readsTexts }.Read(Schema, Options, CancellationToken.None);

    private static string[] Problems(Checked<Snapshot> read)
    {
        IEnumerable<Diagnostic> all = read.IsValid ? [.. read.Diagnostics, .. read.Value.Data.Skipped, .. read.Value.Data.Issues] : read.Diagnostics;
        return [.. all.Select(d => $"{d.Span} {d.ToText(TextLanguage.English)}")];
    }

    private static byte[] Bytes(Snapshot snapshot)
    {
        using MemoryStream file = new();
        ColumnFileWriter.Write(snapshot, file);
        return file.ToArray();
    }

    private static string Lines(Snapshot snapshot, Snapshot other) => Only(SnapshotLines.Of(snapshot), SnapshotLines.Of(other));

    private static string Only(string[] lines, string[] others) => string.Join('\n', lines.Except(others).Take(MostShown));
}
