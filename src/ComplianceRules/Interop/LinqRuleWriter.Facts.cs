using System.Collections.Frozen;
using System.Collections.Immutable;
using ComplianceRules.Diagnostics;
using ComplianceRules.Expressions;
using ComplianceRules.Facts;

namespace ComplianceRules.Interop;

internal sealed partial class LinqRuleWriter
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

    private (string Text, ExportedRowShape Row, LinqTest Known)? Row(RowPath path, ImmutableArray<LinqFrame> frames)
    {
        LinqFrame frame = frames[path.Frame];
        (string text, ExportedRowShape row, LinqTest known) = (frame.Text, frame.Row, LinqTest.True);
        if (path.InPrevious) Refuse(DiagnosticCodes.ExportFunction, "previous");
        for (bool climbs = path.Above; climbs || row.Table != path.Table; climbs = false)
        {
            string? parent = schema.Table(row.Table)!.Parent;
            bool ends = parent is null || (parent == row.Table && row.Table != path.Table) || schema.Table(parent) is null;
            if (ends || !CanName(parent!)) return null;
            (text, row) = ($"{text}.{parent}", row.Above(parent!));
            known = LinqTest.And(known, LinqTest.Of($"{text} != null"));
        }

        return (text, row, known);
    }

    private (string Text, LinqTest Known)? Place(FieldExpression fact, ImmutableArray<LinqFrame> frames)
    {
        if (Row(fact.Row, frames) is not { } row || !CanName(fact.Field.Name)) return null;
        row.Row.Read(fact.Field);
        string text = $"{row.Text}.{fact.Field.Name}";
        return (text, LinqTest.And(row.Known, LinqTest.Of($"{text} != null")));
    }

    private LinqTruth Fact(FieldExpression fact, ImmutableArray<LinqFrame> frames) => Place(fact, frames) is { } place
        ? new LinqTruth(LinqTest.And(place.Known, LinqTest.Of($"{place.Text} == true")), LinqTest.And(place.Known, LinqTest.Of($"{place.Text} == false")))
        : LinqTruth.Unknown;

    private LinqTruth Has(HasExpression has, ImmutableArray<LinqFrame> frames)
    {
        if (Row(has.Row, frames) is not { } row || !CanName(has.List ?? has.Field!.Name)) return LinqTruth.Always.Not;
        if (has.List is { } list) row.Row.List(list, schema.List(row.Row.Table, list)!.Name);
        else row.Row.Read(has.Field!);
        return Both(LinqTest.And(row.Known, LinqTest.Of($"{row.Text}.{has.List ?? has.Field!.Name} != null")));
    }

    private ImmutableArray<LinqCase> FactValue(FieldExpression fact, ImmutableArray<LinqFrame> frames)
    {
        if (Place(fact, frames) is not { } place) return [];
        return Term(fact.Field, place.Text) is { } term ? [new LinqCase(place.Known, term)] : RefuseValue(DiagnosticCodes.ExportInexact);
    }

    private static LinqTerm? Term(FieldSchema field, string text) => field.Type switch
    {
        FieldType.Number => field.Range is { } range && ScaleOf(field) is { } scale ? LinqNumber.Of(new LinqFactor(text, Rational.OfCell(range.Low), Rational.OfCell(range.High), scale)) : null,
        FieldType.Time => LinqNumber.Of(new LinqFactor(text, Rational.Of(field.Scale!.Low), Rational.Of(field.Scale.High), 0)),
        FieldType.Date => DayOf($"{text}.Value"),
        FieldType.Set => new LinqSet(text, []),
        _ => new LinqWord(text),
    };

    private static int? ScaleOf(FieldSchema field) => field.Step is not { } step ? ExportedRow.MostDecimals : LinqFactor.Of(Rational.OfCell(step))?.Scale;

    private static LinqNumber DayOf(string day) => LinqNumber.Of(DaysOf(day)) with { Day = day };

    private static LinqFactor DaysOf(string day) => new($"({day} - DateTime(1, 1, 1)).Days", Rational.Zero, Rational.Of(DateOnly.MaxValue.DayNumber), 0) { IsInt = true };

    private static LinqTerm TermOf(Value value) => value switch
    {
        NumberValue number => LinqNumber.Of(number.Number),
        TimeValue time => LinqNumber.Of(LinqFactor.Of(time.Minutes)),
        DateValue date => LinqNumber.Of(LinqFactor.Of(date.Day.DayNumber)) with { Day = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"DateTime({date.Day.Year}, {date.Day.Month}, {date.Day.Day})") },
        SetValue set => new LinqSet(null, [.. set.Members]),
        _ => LinqWord.Quoted(value.Text),
    };

    private IEnumerable<(LinqTest When, Value Value)> InForce(ParameterExpression parameter, ImmutableArray<LinqFrame> frames)
    {
        if (parameter.SeasonOf is not null) Refuse(DiagnosticCodes.ExportSeason, parameter.Name);
        if (parameter.Key is null) return Of(LinqTest.True, null);
        if (parameter.Key is LiteralExpression { Value: TextValue written }) return Of(LinqTest.True, written.Content);
        ImmutableArray<LinqCase> key = Value(parameter.Key, frames);
        return key.SelectMany(k => parameters.KeysOf(parameter.Name).SelectMany(name => Of(LinqTest.And(k.When, LinqTest.Of($"{Text(k.Term)} == {LinqWord.Quoted(name).Text}")), name)));

        IEnumerable<(LinqTest, Value)> Of(LinqTest when, string? name)
        {
            Value? value = parameter.Type.Scale is { } scale ? parameters.ValueOn(parameter.Name, name, scale) : parameters.ValueOf(parameter.Name, name);
            return value is null or UnknownValue ? [] : [(when, value)];
        }
    }
}
