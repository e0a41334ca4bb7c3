using System.Collections.Frozen;
using System.Collections.Immutable;
using ComplianceRules.Diagnostics;
using ComplianceRules.Expressions;
using ComplianceRules.Facts;

namespace ComplianceRules.Interop;

internal sealed partial class DynamicRuleWriter
{
    // Words that are signs there wherever they stand, and the type that days are written with.
    private static readonly FrozenSet<string> Signs = new[]
    {
        "eq", "equal", "ne", "neq", "notequal", "lt", "lessthan", "le", "lessthanequal", "gt", "greaterthan", "ge", "greaterthanequal",
        "and", "andalso", "or", "orelse", "not", "mod", "datetime",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Whether a name of a pack, which has small letters, digits and underscores, means nothing else there.</summary>
    private bool CanName(string name)
    {
        bool isFrame = name is "input1" or "m" || (name.Length > 1 && name[0] == 'r' && name.AsSpan(1).IndexOfAnyExceptInRange('0', '9') < 0);
        if (isFrame || Signs.Contains(name)) Refuse(DiagnosticCodes.ExportName, name);
        return Refusal is null;
    }

    private (string Text, ExportedRowShape Row, DynamicTest Known)? Row(RowPath path, ImmutableArray<DynamicFrame> frames)
    {
        DynamicFrame frame = frames[path.Frame];
        (string text, ExportedRowShape row, DynamicTest known) = (frame.Text, frame.Row, DynamicTest.True);
        if (path.InPrevious) Refuse(DiagnosticCodes.ExportFunction, "previous");
        for (bool climbs = path.Above; climbs || row.Table != path.Table; climbs = false)
        {
            string? parent = schema.Table(row.Table)!.Parent;
            bool ends = parent is null || (parent == row.Table && row.Table != path.Table) || schema.Table(parent) is null;
            if (ends || !CanName(parent!)) return null;
            (text, row) = ($"{text}.{parent}", row.Above(parent!));
            known = DynamicTest.And(known, DynamicTest.Of($"{text} != null"));
        }

        return (text, row, known);
    }

    private (string Text, DynamicTest Known)? Place(FieldExpression fact, ImmutableArray<DynamicFrame> frames)
    {
        if (Row(fact.Row, frames) is not { } row || !CanName(fact.Field.Name)) return null;
        row.Row.Read(fact.Field);
        string text = $"{row.Text}.{fact.Field.Name}";
        return (text, DynamicTest.And(row.Known, DynamicTest.Of($"{text} != null")));
    }

    private DynamicTruth Fact(FieldExpression fact, ImmutableArray<DynamicFrame> frames) => Place(fact, frames) is { } place
        ? new DynamicTruth(DynamicTest.And(place.Known, DynamicTest.Of($"{place.Text} == true")), DynamicTest.And(place.Known, DynamicTest.Of($"{place.Text} == false")))
        : DynamicTruth.Unknown;

    private DynamicTruth Has(HasExpression has, ImmutableArray<DynamicFrame> frames)
    {
        if (Row(has.Row, frames) is not { } row || !CanName(has.List ?? has.Field!.Name)) return DynamicTruth.Always.Not;
        if (has.List is { } list) row.Row.List(list, schema.List(row.Row.Table, list)!.Name);
        else row.Row.Read(has.Field!);
        return Both(DynamicTest.And(row.Known, DynamicTest.Of($"{row.Text}.{has.List ?? has.Field!.Name} != null")));
    }

    private ImmutableArray<DynamicCase> FactValue(FieldExpression fact, ImmutableArray<DynamicFrame> frames)
    {
        if (Place(fact, frames) is not { } place) return [];
        return Term(fact.Field, place.Text) is { } term ? [new DynamicCase(place.Known, term)] : RefuseValue(DiagnosticCodes.ExportInexact);
    }

    private static DynamicTerm? Term(FieldSchema field, string text) => field.Type switch
    {
        FieldType.Number => field.Range is { } range && ScaleOf(field) is { } scale ? DynamicNumber.Of(new DynamicFactor(text, Rational.OfCell(range.Low), Rational.OfCell(range.High), scale)) : null,
        FieldType.Time => DynamicNumber.Of(new DynamicFactor(text, Rational.Of(field.Scale!.Low), Rational.Of(field.Scale.High), 0)),
        FieldType.Date => DayOf($"{text}.Value"),
        FieldType.Set => new DynamicSet(text, []),
        _ => new DynamicWord(text),
    };

    private static int? ScaleOf(FieldSchema field) => field.Step is not { } step ? ExportedRow.MostDecimals : DynamicFactor.Of(Rational.OfCell(step))?.Scale;

    private static DynamicNumber DayOf(string day) => DynamicNumber.Of(DaysOf(day)) with { Day = day };

    private static DynamicFactor DaysOf(string day) => new($"({day} - DateTime(1, 1, 1)).Days", Rational.Zero, Rational.Of(DateOnly.MaxValue.DayNumber), 0) { IsInt = true };

    private static DynamicTerm TermOf(Value value) => value switch
    {
        NumberValue number => DynamicNumber.Of(number.Number),
        TimeValue time => DynamicNumber.Of(DynamicFactor.Of(time.Minutes)),
        DateValue date => DynamicNumber.Of(DynamicFactor.Of(date.Day.DayNumber)) with { Day = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"DateTime({date.Day.Year}, {date.Day.Month}, {date.Day.Day})") },
        SetValue set => new DynamicSet(null, [.. set.Members]),
        _ => DynamicWord.Quoted(value.Text),
    };

    private IEnumerable<(DynamicTest When, Value Value)> InForce(ParameterExpression parameter, ImmutableArray<DynamicFrame> frames)
    {
        if (parameter.SeasonOf is not null) Refuse(DiagnosticCodes.ExportSeason, parameter.Name);
        if (parameter.Key is null) return Of(DynamicTest.True, null);
        if (parameter.Key is LiteralExpression { Value: TextValue written }) return Of(DynamicTest.True, written.Content);
        ImmutableArray<DynamicCase> key = Value(parameter.Key, frames);
        return key.SelectMany(k => parameters.KeysOf(parameter.Name).SelectMany(name => Of(DynamicTest.And(k.When, DynamicTest.Of($"{Text(k.Term)} == {DynamicWord.Quoted(name).Text}")), name)));

        IEnumerable<(DynamicTest, Value)> Of(DynamicTest when, string? name)
        {
            Value? value = parameter.Type.Scale is { } scale ? parameters.ValueOn(parameter.Name, name, scale) : parameters.ValueOf(parameter.Name, name);
            return value is null or UnknownValue ? [] : [(when, value)];
        }
    }
}
