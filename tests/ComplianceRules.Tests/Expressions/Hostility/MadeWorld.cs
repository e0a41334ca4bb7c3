using ComplianceRules.Expressions;
using ComplianceRules.Facts;
using ComplianceRules.Tests.Engine;

namespace ComplianceRules.Tests.Expressions.Hostility;

/// <summary>Facts by chance, a good part of them unknown, and the rows that an expression is worked out on.</summary>
internal sealed class MadeWorld
{
    private static readonly double[] Numbers = [0, 1, 2, 3, 7, 45, -1, 0.1, 0.3, 100, 1e-12, 1e15, 1e300, -1e300, 1e-300, 33.3333333333333];

    private readonly Dictionary<string, RowFrames> _frames = [];
    private readonly ReferenceInterpreter _interpreter;

    public MadeWorld(int seed)
    {
        Dice dice = new(seed);
        SampleFacts facts = new()
        {
            Region = Row(dice, BaseTables.Region),
            School = Row(dice, BaseTables.School),
            Classes = [.. Enumerable.Range(0, dice.Between(1, 4)).Select(_ => Row(dice, BaseTables.Class))],
            ReportsClasses = !dice.OneIn(5),
            HasRegion = !dice.OneIn(5),
            Parameters = Parameters(dice),
        };
        Snapshot snapshot = facts.Snapshot();
        _interpreter = new ReferenceInterpreter(snapshot, Written.AsOf, new SampleVerdicts());
        foreach (string table in new[] { BaseTables.Region, BaseTables.School, BaseTables.Class }) _frames[table] = facts.Frames(snapshot, table);
        ListItem child = ListItem.Of(snapshot.Table(BaseTables.Class), 0);
        _frames[BaseTables.School + BaseTables.Class] = facts.Frames(snapshot, BaseTables.School).Enter(child, new ListWork(1, facts.Classes.Count));
    }

    public Value Evaluate(TypedExpression expression, ExpressionScope scope) => _interpreter.Evaluate(expression, Frames(scope));

    public IReadOnlyList<MissingFact> Missing(TypedExpression expression, ExpressionScope scope) => _interpreter.Missing(expression, Frames(scope));

    private RowFrames Frames(ExpressionScope scope) => _frames[scope.Subject + scope.Child];

    private static SampleRow Row(Dice dice, string table)
    {
        SampleRow row = [];
        foreach (FieldSchema field in SampleSchema.Facts.Table(table)!.Fields.Values)
        {
            if (dice.OneIn(5)) continue;
            row[field.Name] = dice.OneIn(12) ? dice.Of(UnknownReason.OutOfRange, UnknownReason.WrongType, UnknownReason.Absent) : Cell(dice, field);
        }

        return row;
    }

    private static object Cell(Dice dice, FieldSchema field) => field.Type switch
    {
        FieldType.Number => dice.OneIn(2) ? dice.Pick(Numbers) : dice.Between(0, 60),
        FieldType.Bool => dice.OneIn(2),
        FieldType.Enum => dice.Pick(field.Options).Key,
        FieldType.Set => string.Join(' ', field.Options.Select(o => o.Key).Where(_ => dice.OneIn(2))),
        FieldType.Date => new DateOnly(dice.Between(1, 9999), dice.Between(1, 12), dice.Between(1, 28)),
        FieldType.Time => TimeScale.Format(dice.Between(field.Scale!.Low, field.Scale.High) % TimeScale.Day),
        _ => dice.Of("special", "班级", "2025-09-01", "8:20", "x"),
    };

    private static Dictionary<(string Name, string? Key), Value> Parameters(Dice dice)
    {
        Dictionary<(string Name, string? Key), Value> values = [];
        foreach (ParameterSignature parameter in SampleSchema.Parameters.Values)
        {
            foreach (string? key in parameter.By is null ? [null] : parameter.Keys.Cast<string?>())
            {
                if (!dice.OneIn(4)) values[(parameter.Name, key)] = Given(dice, parameter.Type);
            }
        }

        return values;
    }

    private static Value Given(Dice dice, ExpressionType type) => type.Kind switch
    {
        FieldType.Number => new NumberValue(Rational.Of(dice.Between(0, 90))),
        FieldType.Time => new TimeValue(dice.Between(0, TimeScale.Day)),
        FieldType.Date => new DateValue(new DateOnly(dice.Between(2000, 2030), 9, 1)),
        _ => SetValue.Of(type.Options.Where(_ => dice.OneIn(2))),
    };
}
