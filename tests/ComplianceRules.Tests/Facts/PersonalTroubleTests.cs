using System.Collections.Immutable;
using ComplianceRules.Diagnostics;
using ComplianceRules.Facts;

namespace ComplianceRules.Tests.Facts;

/// <summary>Trouble with rows of personal tables in JSON: it is placed, and says nothing of the person.</summary>
public sealed class PersonalTroubleTests
{
    private static readonly FactSchema Schema = MakeSchema();

    [Theory]
    [InlineData("CR4015", """{ "id": "qzperson" }, { "id": "qzperson" }""")]
    [InlineData("CR4021", """{ "id": "qzperson", "heigth": "qzvalue" }""")]
    [InlineData("CR4023", """{ "id": "qzperson", "height": "qzvalue" }""")]
    [InlineData("CR4023", """{ "id": [ "qzperson" ] }""")]
    [InlineData("CR4024", """{ "id": "qzperson", "height": 98765 }""")]
    [InlineData("CR4024", """{ "id": "qzperson", "bedtime": "16:59" }""")]
    [InlineData("CR4024", """{ "id": "qzperson", "sex": "girll" }""")]
    [InlineData("CR4024", """{ "id": "qzperson", "clubs": [ "qzvalue" ] }""")]
    [InlineData("CR4024", """{ "id": "qzperson", "id ": 1, "clubs": [ "gox" ] }""")]
    [InlineData("CR4012", """{ "id": "qzperson", "exams": "qzvalue" }""")]
    [InlineData("CR4011", """{ "id": "qzperson", "exams": [ "qzvalue" ] }""")]
    [InlineData("CR4015", """{ "id": "qzperson", "exams": [ { "id": "qzexam" }, { "id": "qzexam" } ] }""")]
    [InlineData("CR4008", """{ "id": "qzperson", "note": { "qzname": 1, "qzname": 2 } }""")]
    [InlineData("CR4001", """{ "id": "qzperson", "name": qzvalue }""")]
    [InlineData("CR4014", """{ "name": "qzvalue" }""")]
    [InlineData("CR4011", "\"qzvalue\"")]
    public void Trouble_with_a_person_shows_neither_id_nor_value(string code, string pupils) =>
        ShowsNothing(code, $$"""{"schemaVersion":1,"schools":[{"id":"s","region":"370322","classes":[{"id":"1","pupils":[{{pupils}}]}]}]}""");

    [Theory]
    [InlineData("CR4016", """ "pupils": [ { "id": "qzperson", "class": "s/9" } ] """)]
    [InlineData("CR4016", """ "exams": [ { "id": "qzexam", "pupil": "s/1/qzperson" } ] """)]
    [InlineData("CR4025", """ "nurses": [ { "id": "qzperson", "region": "qzvalue" } ] """)]
    public void A_person_without_a_parent_is_not_named(string code, string lists) =>
        ShowsNothing(code, $$"""{"schemaVersion":1,"schools":[{"id":"s","region":"370322","classes":[{"id":"1"}]}],{{lists}}}""");

    [Theory]
    [InlineData("CR4001", """{ "id": "qzperson", "name": qzvalue }""")]
    [InlineData("CR4008", """{ "id": "qzperson", "note": { "qzname": 1, "qzname": 2 } }""")]
    [InlineData("CR4029", """{ "id": "qzperson", "name": "qzvalue""")]
    public void A_bad_line_of_ndjson_shows_nothing_of_the_person_in_it(string code, string pupil) =>
        ShowsNothing(code, Problems(Lines($$"""{"schemaVersion":1}{{'\n'}}{"id":"s","classes":[{"id":"1","pupils":[{{pupil}}]}]}{{'\n'}}""")));

    [Fact]
    public void Other_rows_are_shown_as_before() => Assert.Contains("`c9`", Assert.Single(Problems(Json("""
        {"schemaVersion":1,"schools":[{"id":"s","region":"370322","classes":[{"id":"c9","pupils":[{"id":"p"}]},{"id":"c9"}]}]}
        """))).Message(TextLanguage.English), StringComparison.Ordinal);

    // A document on one line is a header of NDJSON too.
    private static void ShowsNothing(string code, string json)
    {
        ShowsNothing(code, Problems(Json(json)));
        ShowsNothing(code, Problems(Lines(json)));
    }

    private static void ShowsNothing(string code, ImmutableArray<Diagnostic> problems)
    {
        Diagnostic problem = Assert.Single(problems, d => d.Code.ToString() == code);
        Assert.NotNull(problem.Span);
        foreach (Diagnostic shown in problems)
        {
            string text = string.Join('\n', shown.ToText(TextLanguage.Chinese), shown.ToText(TextLanguage.English), shown.DidYouMean);
            Assert.All((string[])["qz", "98765", "16:59", "girl", "`go"], secret => Assert.DoesNotContain(secret, text, StringComparison.Ordinal));
        }
    }

    private static JsonSnapshotSource Json(string text) => new(() => Stream(text), "s.json");

    private static NdjsonSnapshotSource Lines(string text) => new(() => Stream(text), "s.ndjson");

    private static MemoryStream Stream(string text) => new(System.Text.Encoding.UTF8.GetBytes(text));

    private static ImmutableArray<Diagnostic> Problems(ISnapshotSource source)
    {
        Checked<Snapshot> read = source.Read(Schema, new SnapshotOptions { SkipMalformed = true }, CancellationToken.None);
        return read.IsValid ? [.. read.Value.Data.Skipped, .. read.Value.Data.Issues] : read.Diagnostics;
    }

    private static FactSchema MakeSchema()
    {
        FieldSchema[] fields =
        [
            new("name", FieldType.Text),
            new("height", FieldType.Number) { Unit = Unit.One, Range = new NumberRange(0, 3) },
            new("bedtime", FieldType.Time) { Scale = new TimeScale(17 * 60, 30 * 60) },
            new("sex", FieldType.Enum) { Options = [Option("girl"), Option("boy")] },
            new("clubs", FieldType.Set) { Options = [Option("go"), Option("choir")] },
        ];
        ImmutableSortedDictionary<string, FieldSchema> none = ImmutableSortedDictionary<string, FieldSchema>.Empty.WithComparers(StringComparer.Ordinal);
        TableSchema pupil = new("pupil", "class", "pupils", none.AddRange(fields.Select(f => KeyValuePair.Create(f.Name, f)))) { Personal = true };
        TableSchema exam = new("exam", "pupil", "exams", none);
        TableSchema nurse = new("nurse", "region", "nurses", none) { Personal = true };
        return BaseTables.Schema with { Tables = BaseTables.Schema.Tables.Add("pupil", pupil).Add("exam", exam).Add("nurse", nurse) };
    }

    private static FieldOption Option(string key) => new(key, LocalText.Same(key));
}
