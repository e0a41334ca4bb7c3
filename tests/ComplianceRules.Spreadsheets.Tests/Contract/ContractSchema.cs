using System.Collections.Immutable;
using ComplianceRules.Facts;

namespace ComplianceRules.Spreadsheets.Tests.Contract;

/// <summary>The base tables with the facts of the contract's classes.</summary>
internal static class ContractSchema
{
    public static FactSchema Value { get; } = Make();

    private static FactSchema Make()
    {
        TableSchema classes = BaseTables.Schema.Table("class")!;
        FieldSchema[] fields =
        [
            new("enrolment", FieldType.Number) { Unit = Of("pupil"), Range = new NumberRange(0, 200), Step = 1 },
            new("homework", FieldType.Number) { Unit = Unit.Minute, Range = new NumberRange(0, 10_000) },
            new("share", FieldType.Number) { Unit = Unit.Percent, Range = new NumberRange(0, 100) },
            new("opened", FieldType.Date),
            new("starts", FieldType.Time) { Scale = TimeScale.WholeDay },
            new("bedtime", FieldType.Time) { Scale = new TimeScale(17 * 60, 30 * 60) },
        ];
        TableSchema extended = classes with { Fields = classes.Fields.AddRange(fields.Select(f => KeyValuePair.Create(f.Name, f))) };
        return BaseTables.Schema with { Tables = BaseTables.Schema.Tables.SetItem("class", extended) };
    }

    private static Unit Of(string text) => Unit.TryParse(text, ImmutableArray<string>.Empty, out Unit unit) ? unit : throw new ArgumentException(text, nameof(text));
}
