using System.Collections.Immutable;
using ComplianceRules.Diagnostics;
using ComplianceRules.Expressions;
using ComplianceRules.Facts;

namespace ComplianceRules.Tests.Expressions;

/// <summary>Fields of every type and parameters of every kind, over the base tables.</summary>
internal static class SampleSchema
{
    public static FactSchema Facts { get; } = Extended(
        BaseTables.Schema,
        (BaseTables.Class,
        [
            Number("a", "1"), Number("b", "1"), Number("c", "1"), Number("enrolment", "pupil"), Number("teachers", "teacher"), Number("written_minutes", "min/d"),
            Number("written_hours", "h/d"), Number("break_minutes", "min"), Number("sleep_hours", "h"), Number("rate", "%"), Number("gap", "pp"),
            Number("per_hundred", "teacher/100 pupil"), Ranged("seats", "1", 0, 60, 1), Ranged("signed", "1", -3, 5.5), Ranged("halves", "1", 1, 4, 0.5), Ranged("homework", "min/d", 0, 600),
            new FieldSchema("flag", FieldType.Bool), new FieldSchema("other", FieldType.Bool),
            new FieldSchema("kind", FieldType.Enum) { Options = [Option("ordinary"), Option("special")] },
            new FieldSchema("subjects", FieldType.Set) { Options = [Option("art"), Option("music"), Option("sport")] },
            new FieldSchema("opened", FieldType.Date), new FieldSchema("closed", FieldType.Date),
            Time("starts", 360, 1320), Time("ends", 480, 1380), Time("lights_out", 1020, 1800), Time("study_end", 1020, 1800), Time("gate_closes", 1080, 1740),
        ]),
        (BaseTables.School,
        [
            new FieldSchema("boarding", FieldType.Bool), Number("site", "m2"), Number("staff", "teacher"), Number("anything", "1"), Ranged("gates", "1", 0, 20, 1), Ranged("tenths", "1", -1, 1, 0.1),
            Ranged("few", "1", 1, 3, 1), new FieldSchema("founded", FieldType.Date), Time("evening", 1020, 1800),
        ]),
        (BaseTables.Region, [Number("population", "person")]));

    public static ImmutableSortedDictionary<string, ParameterSignature> Parameters { get; } = new[]
    {
        Plain("homework.daily_max", ExpressionType.Number(UnitOf("min/d"))),
        Plain("homework.weekly_max", ExpressionType.Number(UnitOf("h/week"))),
        Plain("lights", ExpressionType.Time),
        Plain("opening", ExpressionType.Date),
        Plain("allowed", new ExpressionType(FieldType.Set) { Options = ["primary", "junior", "senior"] }),
        new ParameterSignature("class.limit", ExpressionType.Number(UnitOf("pupil")), "stage", ["primary", "junior"]),
        new ParameterSignature("by.level", ExpressionType.Number(UnitOf("pupil")), "level", ["county", "city"]),
        new ParameterSignature("by.nothing", ExpressionType.Number(UnitOf("pupil")), "nothing", ["x"]),
    }.ToImmutableSortedDictionary(p => p.Name, p => p, StringComparer.Ordinal);

    public static ExpressionScope Scope(string subject = BaseTables.Class, string? child = null) => new(Facts, subject, Parameters) { Child = child };

    public static Unit UnitOf(string text) => Unit.TryParse(text, [], out Unit unit) ? unit : throw new FormatException(text);

    private static ParameterSignature Plain(string name, ExpressionType type) => new(name, type, null, []);

    private static FieldOption Option(string key) => new(key, LocalText.Same(key));

    private static FieldSchema Number(string name, string unit) => new(name, FieldType.Number) { Unit = UnitOf(unit) };

    private static FieldSchema Ranged(string name, string unit, double low, double high, double? step = null) => Number(name, unit) with { Range = new NumberRange(low, high), Step = step };

    private static FieldSchema Time(string name, int low, int high) => new(name, FieldType.Time) { Scale = new TimeScale(low, high) };

    private static FactSchema Extended(FactSchema schema, params ReadOnlySpan<(string Table, FieldSchema[] Fields)> more)
    {
        foreach ((string table, FieldSchema[] fields) in more)
        {
            TableSchema old = schema.Table(table)!;
            schema = schema with { Tables = schema.Tables.SetItem(table, old with { Fields = old.Fields.AddRange(fields.ToDictionary(f => f.Name)) }) };
        }

        return schema;
    }
}
