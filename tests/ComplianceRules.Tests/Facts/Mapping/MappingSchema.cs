using System.Collections.Immutable;
using ComplianceRules.Diagnostics;
using ComplianceRules.Facts;

namespace ComplianceRules.Tests.Facts;

/// <summary>The base tables with a field of each type for class, as a pack would declare them.</summary>
internal static class MappingSchema
{
    public static FactSchema Value { get; } = Make();

    public static FieldSchema Field(string name) => Value.Table("class")!.Field(name)!;

    private static FactSchema Make()
    {
        TableSchema classes = BaseTables.Schema.Table("class")!;
        FieldSchema[] fields =
        [
            Number("enrolment", Unit.One, 0, 100) with { Step = 1 },
            Number("share", Unit.Percent, 0, 100),
            Number("ratio", Unit.One, 0, 100),
            Number("minutes", Unit.Minute, 0, 10_000),
            new("boarding", FieldType.Bool),
            new("remark", FieldType.Text),
            new("kind", FieldType.Enum) { Options = Options },
            new("kinds", FieldType.Set) { Options = Options },
            new("opened", FieldType.Date),
            new("starts", FieldType.Time) { Scale = TimeScale.WholeDay },
        ];
        TableSchema extended = classes with { Fields = classes.Fields.AddRange(fields.Select(f => KeyValuePair.Create(f.Name, f))) };
        return BaseTables.Schema with { Tables = BaseTables.Schema.Tables.SetItem("class", extended) };
    }

    private static ImmutableArray<FieldOption> Options => [new("ordinary", new LocalText("普通班", "ordinary class")), new("special", new LocalText("特教班", "special class"))];

    private static FieldSchema Number(string name, Unit unit, double low, double high) => new(name, FieldType.Number) { Unit = unit, Range = new NumberRange(low, high) };
}
