using System.Collections.Immutable;
using ComplianceRules.Diagnostics;
using ComplianceRules.Facts;

namespace ComplianceRules.Spreadsheets.Tests.Agreement;

/// <summary>The base tables with fields of every type, and persons two tables deep.</summary>
internal static class AgreementSchema
{
    public static FactSchema Value { get; } = Make();

    private static FactSchema Make()
    {
        TableSchema classes = BaseTables.Schema.Table("class")!;
        FieldSchema[] fields =
        [
            new("enrolment", FieldType.Number) { Unit = Unit.One },
            new("boarding", FieldType.Bool),
            new("opened", FieldType.Date),
            new("ends", FieldType.Time) { Scale = new TimeScale(17 * 60, 30 * 60) },
            new("kinds", FieldType.Set) { Options = [new("a", new LocalText("甲", "A")), new("b", new LocalText("乙", "B"))] },
        ];
        TableSchema extended = classes with { Fields = classes.Fields.AddRange(fields.Select(f => KeyValuePair.Create(f.Name, f))) };
        TableSchema pupil = Below("class", "pupil", "pupils", new FieldSchema("bedtime", FieldType.Time) { Scale = new TimeScale(17 * 60, 30 * 60) }) with { Personal = true };
        TableSchema visit = Below("pupil", "visit", "visits", new FieldSchema("day", FieldType.Date));
        return BaseTables.Schema with { Tables = BaseTables.Schema.Tables.SetItem("class", extended).Add("pupil", pupil).Add("visit", visit) };
    }

    private static TableSchema Below(string above, string name, string children, FieldSchema field) =>
        new(name, above, children, ImmutableSortedDictionary.CreateRange(StringComparer.Ordinal, [KeyValuePair.Create(field.Name, field)]));
}
