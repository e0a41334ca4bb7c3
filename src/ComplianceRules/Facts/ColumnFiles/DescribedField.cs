using System.Collections.Immutable;
using System.Globalization;

namespace ComplianceRules.Facts;

/// <summary>A field as a column file describes it: all that decides what its cells mean.</summary>
/// <remarks>Titles and costs are no part of it: they may change and the facts stay what they are.</remarks>
/// <param name="Name">The field's name.</param>
/// <param name="Aspects">Its aspects by the keys that packs give them, in a fixed order; those that the field does not have are left out.</param>
internal sealed record DescribedField(string Name, ImmutableArray<FieldAspect> Aspects)
{
    private const string Between = ", ";

    /// <summary>Describes a field.</summary>
    public static DescribedField Of(FieldSchema field)
    {
        ImmutableArray<FieldAspect>.Builder aspects = ImmutableArray.CreateBuilder<FieldAspect>();
        aspects.Add(new FieldAspect("type", FieldTypeWords.Of(field.Type)));
        if (field.Unit is { } unit) aspects.Add(new FieldAspect("unit", unit.Text));
        if (field.Range is { } range) aspects.Add(new FieldAspect("range", $"{Text(range.Low)}{Between}{Text(range.High)}"));
        if (field.Scale is { } scale) aspects.Add(new FieldAspect("range", $"{TimeScale.Format(scale.Low)}{Between}{TimeScale.Format(scale.High)}"));
        if (field.Step is { } step) aspects.Add(new FieldAspect("step", Text(step)));
        if (!field.Options.IsEmpty) aspects.Add(new FieldAspect("values", string.Join(Between, field.Options.Select(o => o.Key))));
        return new DescribedField(field.Name, aspects.ToImmutable());
    }

    /// <summary>Reads a description.</summary>
    public static DescribedField Read(ByteReader reader) => new(reader.Text(), reader.List(() => new FieldAspect(reader.Text(), reader.Text())));

    /// <summary>Writes the description.</summary>
    public void Write(ByteWriter writer)
    {
        writer.Text(Name);
        writer.List(Aspects, aspect =>
        {
            writer.Text(aspect.Key);
            writer.Text(aspect.Text);
        });
    }

    /// <summary>The aspects in which two descriptions differ, with the text of each; empty where one lacks it.</summary>
    public IEnumerable<(string Key, string Here, string There)> DifferencesFrom(DescribedField other) =>
        from key in Aspects.Concat(other.Aspects).Select(a => a.Key).Distinct(StringComparer.Ordinal)
        let here = TextOf(key)
        let there = other.TextOf(key)
        where here != there
        select (key, here, there);

    private string TextOf(string key) => string.Join(Between, Aspects.Where(a => a.Key == key).Select(a => a.Text));

    private static string Text(double number) => number.ToString("R", CultureInfo.InvariantCulture);
}
