using System.Text;
using ComplianceRules.Engine;
using ComplianceRules.Facts;
using ComplianceRules.Findings;
using ComplianceRules.Packs;
using ComplianceRules.Reports;
using ComplianceRules.Tests;
using ComplianceRules.Tests.Golden;
using Microsoft.Data.Sqlite;

namespace ComplianceRules.Spreadsheets.Tests.Samples;

/// <summary>The Gaoqing sample in every format.</summary>
public sealed class SampleFormatTests
{
    private static readonly Catalogue Packs = PackChecker.Check(PackReader.ReadDirectory(SmallPacks.Path).Value).Value;
    private static readonly byte[] Expected = Assess(new JsonSnapshotSource(At("snapshot.json")), null);

    private static bool IsApproval => Environment.GetEnvironmentVariable("APPROVE") == "1";

    [Fact]
    public void The_text_formats_have_what_the_json_has()
    {
        SampleDocument sample = SampleDocument.Value;
        Match("snapshot.ndjson", SampleText.Ndjson(sample));
        Match("csv/snapshot.csv", SampleText.SnapshotCsv(sample, sample.Date));
        Match("csv/school.csv", SampleText.Csv(sample.Schools));
        Match("csv/class.csv", SampleText.Csv(sample.ClassRows));
        Encoding gb18030 = CodePagesEncodingProvider.Instance.GetEncoding("gb18030")!;
        ApprovedFile.Match(Shown("csv-gb18030/snapshot.csv"), gb18030.GetBytes(SampleText.SnapshotCsv(sample, SampleText.ChineseDay(sample.Date))));
        ApprovedFile.Match(Shown("csv-gb18030/school.csv"), gb18030.GetBytes(SampleText.ChineseCsv(sample.Schools, Packs.Schema)));
        ApprovedFile.Match(Shown("csv-gb18030/class.csv"), gb18030.GetBytes(SampleText.ChineseCsv(sample.ClassRows, Packs.Schema)));
    }

    [Fact]
    public void Lines_of_json_give_the_same_assessment() => Compare(new NdjsonSnapshotSource(At("snapshot.ndjson")), null);

    [Theory]
    [InlineData("csv", null)]
    [InlineData("csv-gb18030", "gb18030")]
    public void Csv_files_give_the_same_assessment(string folder, string? encoding) => Compare(new SpreadsheetSnapshotSource(At(folder), folder), encoding);

    [Fact]
    public void A_form_that_was_filled_in_gives_the_same_assessment()
    {
        byte[] made = SampleWorkbook.Make(SampleDocument.Value, Packs);
        if (IsApproval) File.WriteAllBytes(At("snapshot.xlsx"), made);
        // Archives of the same parts differ between operating systems.
        Assert.Equal(SampleWorkbook.Parts(made), SampleWorkbook.Parts(File.ReadAllBytes(At("snapshot.xlsx"))));
        Compare(new SpreadsheetSnapshotSource(At("snapshot.xlsx"), "snapshot.xlsx"), null);
    }

    [Theory]
    [InlineData("snapshot-libreoffice.xlsx")]
    [InlineData("snapshot-libreoffice-ods.xlsx")]
    public void A_form_that_another_program_saved_gives_the_same_assessment(string file) =>
        Compare(new SpreadsheetSnapshotSource(RepositoryRoot.Combine($"tests/ComplianceRules.Spreadsheets.Tests/Fixtures/{file}"), "snapshot.xlsx"), null);

    [Fact]
    public void A_database_gives_the_same_assessment()
    {
        if (IsApproval) SampleDatabase.Write(At("snapshot.db"), SampleDocument.Value);
        using SqliteConnection connection = SampleDatabase.Open(At("snapshot.db"), SqliteOpenMode.ReadOnly);
        Compare(SampleDatabase.Source(connection), null);
    }

    private static void Compare(ISnapshotSource source, string? encoding) => Assert.Equal(Encoding.UTF8.GetString(Expected), Encoding.UTF8.GetString(Assess(source, encoding)));

    private static byte[] Assess(ISnapshotSource source, string? encoding)
    {
        Snapshot snapshot = source.Read(Packs.Schema, new SnapshotOptions { Encoding = encoding }, CancellationToken.None).Value;
        Assessment assessment = Plan.For(Packs, snapshot.Date!.Value).Run(snapshot);
        using MemoryStream output = new();
        new JsonReportWriter().Write(assessment, output);
        return output.ToArray();
    }

    private static void Match(string file, string text) => ApprovedFile.Match(Shown(file), text);

    private static string At(string file) => RepositoryRoot.Combine(Shown(file));

    private static string Shown(string file) => $"{SampleDocument.Folder}/{file}";
}
