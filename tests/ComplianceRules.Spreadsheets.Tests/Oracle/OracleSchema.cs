using System.Collections.Immutable;
using ComplianceRules.Diagnostics;
using ComplianceRules.Facts;

namespace ComplianceRules.Spreadsheets.Tests.Oracle;

/// <summary>Schools with classes, classes with clubs: a field of every type, in units that can be taken for another.</summary>
internal static class OracleSchema
{
    public static FactSchema Value { get; } = Make();

    private static FactSchema Make()
    {
        TableSchema classes = BaseTables.Schema.Table("class")!;
        FieldSchema[] fields =
        [
            Number("enrolment", "pupil", 0, 200) with { Step = 1 },
            Number("homework", "min/d", 0, 600),
            Number("share", "%", 0, 100),
            Number("rate", "1", 0, 1),
            new("opened", FieldType.Date),
            new("starts", FieldType.Time) { Scale = TimeScale.WholeDay },
            new("bedtime", FieldType.Time) { Scale = new TimeScale(17 * 60, 30 * 60) },
            new("boarding", FieldType.Bool),
            new("kind", FieldType.Enum) { Options = Options },
            new("kinds", FieldType.Set) { Options = Options },
            new("note", FieldType.Text),
        ];
        TableSchema club = new("club", "class", "clubs", Fields([Number("members", "pupil", 0, 200), new("meets", FieldType.Time) { Scale = TimeScale.WholeDay }]));
        TableSchema extended = classes with { Fields = classes.Fields.AddRange(Fields(fields)) };
        return BaseTables.Schema with { Tables = BaseTables.Schema.Tables.SetItem("class", extended).Add("club", club) };
    }

    private static ImmutableArray<FieldOption> Options => [new("day", new LocalText("走读", "Day school")), new("full", new LocalText("寄宿", "Full board")), new("part", new LocalText("半寄", "Part"))];

    private static ImmutableSortedDictionary<string, FieldSchema> Fields(IEnumerable<FieldSchema> fields) =>
        fields.ToImmutableSortedDictionary(f => f.Name, f => f, StringComparer.Ordinal);

    private static FieldSchema Number(string name, string unit, double low, double high) => new(name, FieldType.Number)
    {
        Unit = Unit.TryParse(unit, [], out Unit read) ? read : throw new ArgumentException(unit, nameof(unit)),
        Range = new NumberRange(low, high),
    };
}
