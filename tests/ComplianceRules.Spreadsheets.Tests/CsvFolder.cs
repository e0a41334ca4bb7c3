using System.Collections.Immutable;
using System.Text;
using ComplianceRules.Diagnostics;
using ComplianceRules.Facts;

namespace ComplianceRules.Spreadsheets.Tests;

/// <summary>A folder of files that lives as long as one test, and the ways to read it.</summary>
public sealed class CsvFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("csv");

    internal static FactSchema Schema { get; } = MakeSchema();

    internal string Path => _folder.FullName;

    public void Dispose() => _folder.Delete(recursive: true);

    internal CsvFolder With(string file, string text) => With(file, Encoding.UTF8.GetBytes(text));

    internal CsvFolder With(string file, byte[] bytes)
    {
        File.WriteAllBytes(System.IO.Path.Combine(Path, file), bytes);
        return this;
    }

    internal Checked<Snapshot> Read(SnapshotOptions? options = null, string? mapping = null) =>
        new SpreadsheetSnapshotSource(Path, "data", mapping is null ? null : Mapping(mapping)).Read(Schema, options ?? new SnapshotOptions(), CancellationToken.None);

    internal Checked<Snapshot> ReadFile(string file, SnapshotOptions? options = null, string? mapping = null) =>
        new SpreadsheetSnapshotSource(System.IO.Path.Combine(Path, file), file, mapping is null ? null : Mapping(mapping))
            .Read(Schema, options ?? new SnapshotOptions(), CancellationToken.None);

    /// <summary>The codes and places, such as <c>CR4056 class.csv(1)</c>; proves by the way that every text can be made.</summary>
    internal static string[] Places(IEnumerable<Diagnostic> problems) => [.. problems.Select(p =>
    {
        Assert.NotEmpty(p.Message(TextLanguage.Chinese));
        Assert.NotNull(p.Help(TextLanguage.English));
        return $"{p.Code} {p.Span}";
    })];

    internal static SnapshotMapping Mapping(string json) => SnapshotMapping.Read(new SourceFile("mapping.json", Encoding.UTF8.GetBytes(json)), Schema).Value;

    private static FactSchema MakeSchema()
    {
        TableSchema classes = BaseTables.Schema.Table("class")!;
        FieldSchema[] fields =
        [
            new("enrolment", FieldType.Number) { Unit = Unit.One, Range = new NumberRange(0, 100), Step = 1 },
            new("homework", FieldType.Number) { Unit = Unit.TryParse("min/d", [], out Unit unit) ? unit : Unit.One, Range = new NumberRange(0, 300) },
            new("boarding", FieldType.Bool),
            new("opened", FieldType.Date),
            new("starts", FieldType.Time) { Scale = TimeScale.WholeDay },
            new("kinds", FieldType.Set) { Options = [new("a", new LocalText("甲", "A")), new("b", new LocalText("乙", "B"))] },
        ];
        TableSchema pupil = new(
            "pupil",
            "class",
            "pupils",
            ImmutableSortedDictionary.CreateRange(StringComparer.Ordinal, [KeyValuePair.Create("height", new FieldSchema("height", FieldType.Number) { Unit = Unit.One, Range = new NumberRange(0, 3) })]))
        {
            Personal = true,
        };
        TableSchema extended = classes with { Fields = classes.Fields.AddRange(fields.Select(f => KeyValuePair.Create(f.Name, f))) };
        TableSchema visit = new("visit", "pupil", "visits", ImmutableSortedDictionary<string, FieldSchema>.Empty.WithComparers(StringComparer.Ordinal));
        return BaseTables.Schema with { Tables = BaseTables.Schema.Tables.SetItem("class", extended).Add("pupil", pupil).Add("visit", visit) };
    }
}
