using System.Collections.Immutable;
using System.Globalization;
using ComplianceRules.Diagnostics;
using ComplianceRules.Facts;

namespace ComplianceRules.Packs;

/// <summary>Makes one field of what two packs, or a pack and the base tables, say of it.</summary>
internal static class FieldUnion
{
    /// <summary>The field that both mean; the outer one where they do not agree.</summary>
    /// <param name="table">The field's table.</param>
    /// <param name="outer">What was said first.</param>
    /// <param name="inner">What is said now.</param>
    /// <param name="problems">Takes the first thing in which they differ.</param>
    public static PlacedField Unite(string table, PlacedField outer, PlacedField inner, DiagnosticBag problems)
    {
        string name = $"{table}.{inner.Field.Name}";
        if (Difference(outer.Field, inner.Field, outer.Place is null) is { } difference)
        {
            if (outer.Place is null) problems.Report(DiagnosticCodes.BaseFieldDiffers, inner.Place, name, difference.Key, difference.Outer, difference.Inner);
            else problems.Report(DiagnosticCodes.FieldDiffers, inner.Place, name, difference.Key, difference.Inner, difference.Outer, outer.Place.ToString());
            return outer;
        }

        return outer with
        {
            Field = outer.Field with
            {
                Title = outer.Field.Title.FilledBy(inner.Field.Title),
                Meaning = outer.Field.Meaning.FilledBy(inner.Field.Meaning),
                ChangeCost = outer.Field.ChangeCost ?? inner.Field.ChangeCost,
                MovesWithin = outer.Field.ChangeCost is null ? inner.Field.MovesWithin : outer.Field.MovesWithin,
                Note = outer.Field.Note ?? inner.Field.Note,
                Options = Options(name, outer, inner, problems),
            },
        };
    }

    private static (string Key, string Outer, string Inner)? Difference(FieldSchema outer, FieldSchema inner, bool withOptions)
    {
        if (outer.Type != inner.Type) return ("type", FieldTypeWords.Of(outer.Type), FieldTypeWords.Of(inner.Type));
        if (outer.Derivation?.Text != inner.Derivation?.Text) return ("derive", outer.Derivation?.Text ?? "null", inner.Derivation?.Text ?? "null");
        if (!Equals(outer.Unit, inner.Unit)) return ("unit", $"{outer.Unit}", $"{inner.Unit}");
        if (outer.Range != inner.Range || outer.Scale != inner.Scale) return ("range", Range(outer), Range(inner));
        if (outer.Step != inner.Step) return ("step", Number(outer.Step), Number(inner.Step));
        return withOptions && !Keys(outer).SequenceEqual(Keys(inner)) ? ("values", string.Join(", ", Keys(outer)), string.Join(", ", Keys(inner))) : null;
    }

    private static ImmutableArray<FieldOption> Options(string name, PlacedField outer, PlacedField inner, DiagnosticBag problems)
    {
        List<FieldOption> options = [.. outer.Field.Options];
        foreach (FieldOption option in inner.Field.Options)
        {
            int at = options.FindIndex(o => o.Key == option.Key);
            if (at < 0) options.Add(option);
            else if (Contradict(options[at].Title, option.Title) && outer.Place is not null)
                problems.Report(DiagnosticCodes.OptionDiffers, inner.Place, name, option.Key, outer.Place.ToString());
            else options[at] = option with { Title = options[at].Title.FilledBy(option.Title) };
        }

        if (inner.Field.Type == FieldType.Set && options.Count > PackBounds.SetValues)
        {
            PackBounds.Refuse(name, PackBounds.SetValues, inner.Place, problems);
            return outer.Field.Options;
        }

        return [.. options];
    }

    private static bool Contradict(LocalText outer, LocalText inner) =>
        (outer.Chinese is not null && inner.Chinese is not null && outer.Chinese != inner.Chinese)
        || (outer.English is not null && inner.English is not null && outer.English != inner.English);

    private static IEnumerable<string> Keys(FieldSchema field) => field.Options.Select(o => o.Key).Order(StringComparer.Ordinal);

    private static string Range(FieldSchema field) =>
        field.Scale is { } scale ? $"{TimeScale.Format(scale.Low)}..{TimeScale.Format(scale.High)}" : $"{Number(field.Range?.Low)}..{Number(field.Range?.High)}";

    private static string Number(double? value) => value?.ToString("R", CultureInfo.InvariantCulture) ?? "null";
}
