using System.Collections.Immutable;
using ComplianceRules.Diagnostics;
using ComplianceRules.Facts;

namespace ComplianceRules.Spreadsheets.Tests;

/// <summary>Trouble with rows of personal tables in text tables: it is placed, and says nothing of the person.</summary>
public sealed class CsvPersonalTests : IDisposable
{
    private readonly CsvFolder _folder = new CsvFolder().With("school.csv", "id,region\nS,370322\n").With("class.csv", "id,school\n301,S\n");

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("CR4014", "id,school,class,height\n,S,301,1.5\n")]
    [InlineData("CR4015", "id,school,class\nqzperson,S,301\nqzperson,S,301\n")]
    [InlineData("CR4016", "id,school,class\nqzperson,S,999\n")]
    [InlineData("CR4024", "id,school,class,height\nqzperson,S,301,98765\n")]
    [InlineData("CR4050", "id,school,class,heigth\nqzperson,S,301,qzvalue\n")]
    [InlineData("CR4050", "qzperson,S,301,heigh\nqzother,S,301,1\n")]
    [InlineData("CR4057", "qzperson,S,301,qzvalue\nqzother,S,301,1\n")]
    [InlineData("CR4058", "id,school,class\nqzperson,S,301,qzvalue\n")]
    [InlineData("CR4059", "id,school,class\n\"qzperson,S,301\n")]
    [InlineData("CR4060", "id,school,class\nqz\"person,S,301\n")]
    [InlineData("CR4064", "id,school,class,height\nqzperson,S,301,qzvalue\n")]
    [InlineData("CR4065", "id,school,class\nqzperson,S,\n")]
    public void Trouble_with_a_person_shows_neither_id_nor_cell(string code, string pupils) => ShowsNothing(code, _folder.With("pupil.csv", pupils).Read(Skipping));

    [Theory]
    [InlineData("CR4066", "qzperson,1.5\nqzperson,1.6\n")]
    [InlineData("CR4064", "qzperson,qzvalue\n")]
    [InlineData("CR4024", "qzperson,98765\n")]
    public void A_person_made_of_repeated_columns_is_not_shown(string code, string rows) => ShowsNothing(code, _folder.With("visits.csv", "visit,pupil,height\n" + string.Concat(rows.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select((r, i) => $"v{i},{r}\n")))
        .Read(Skipping, mapping: """
            { "tables": [ { "table": "visit", "file": "visits.csv", "id": ["visit"],
                "parent": { "table": "pupil", "key": ["pupil"], "fields": { "height": { "column": "height" } } } } ] }
            """));

    private static SnapshotOptions Skipping => new() { SkipMalformed = true };

    private static void ShowsNothing(string code, Checked<Snapshot> read)
    {
        ImmutableArray<Diagnostic> problems = read.IsValid ? [.. read.Value.Data.Skipped, .. read.Value.Data.Issues] : read.Diagnostics;
        Assert.Contains(problems, d => d.Code.ToString() == code && d.Span is not null);
        foreach (Diagnostic shown in problems)
        {
            string text = string.Join('\n', shown.ToText(TextLanguage.Chinese), shown.ToText(TextLanguage.English), shown.Help(TextLanguage.English), shown.DidYouMean);
            Assert.All((string[])["qz", "98765", "1.5", "1.6"], secret => Assert.DoesNotContain(secret, text, StringComparison.Ordinal));
        }
    }
}
