using ComplianceRules.Expressions;
using ComplianceRules.Facts;

namespace ComplianceRules.Proofs;

/// <summary>Turns the numbers of a model into facts.</summary>
internal static class FactValues
{
    /// <summary>The facts that a model settles: known ones with their values, and those that have to be missing.</summary>
    /// <param name="vocabulary">The variables.</param>
    /// <param name="model">The model.</param>
    public static List<SketchedFact> Of(Vocabulary vocabulary, Model model)
    {
        List<SketchedFact> facts = [];
        for (int flag = 0; flag < model.Flags.Length; flag++)
        {
            if (vocabulary.Flags[flag] is not { Field: not null } place || model.Flags[flag] is not { } isKnown) continue;
            facts.Add(new SketchedFact(place.Name, place.Row, vocabulary.World.FieldOf(place), isKnown ? ValueOf(vocabulary, model, flag, place) : null));
        }

        return facts;
    }

    /// <summary>A number as a value of a field.</summary>
    /// <param name="field">The field.</param>
    /// <param name="number">The number.</param>
    /// <param name="texts">The texts that numbers stand for.</param>
    public static Value ValueOf(FieldSchema field, Rational number, List<string> texts) => field.Type switch
    {
        FieldType.Bool => Value.Of(!number.IsZero),
        FieldType.Date => new DateValue(DateOnly.FromDayNumber((int)number.Numerator)),
        FieldType.Time => new TimeValue((int)number.Numerator),
        FieldType.Enum or FieldType.Text => new TextValue(number.Numerator < texts.Count ? texts[(int)number.Numerator] : $"#{number}"),
        _ => new NumberValue(number),
    };

    private static Value ValueOf(Vocabulary vocabulary, Model model, int flag, FactPlace place)
    {
        FieldSchema field = vocabulary.World.FieldOf(place);
        List<ProofVariable> of = vocabulary.Variables.FindAll(v => v.Flag == flag);
        if (field.Type == FieldType.Set) return SetValue.Of(of.Where(v => v.Member is not null && !model.Values[v.Number].IsZero).Select(v => v.Member!));
        return of.Find(v => v.Member is null) is { } variable ? ValueOf(field, model.Values[variable.Number], vocabulary.Texts) : Any(field);
    }

    // Known is all that was asked of it.
    private static Value Any(FieldSchema field) => field.Type switch
    {
        FieldType.Bool => Value.True,
        FieldType.Enum => new TextValue(field.Options[0].Key),
        FieldType.Text => new TextValue("a"),
        FieldType.Date => new DateValue(new DateOnly(2020, 1, 1)),
        FieldType.Time => new TimeValue(field.Scale?.Low ?? 0),
        _ => new NumberValue(field.Range is { } range ? Rational.OfCell(range.Low) : Rational.Zero),
    };
}
