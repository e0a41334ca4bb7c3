using ComplianceRules.Facts;

namespace ComplianceRules.Benchmarks;

/// <summary>Draws values of those that a field declares.</summary>
internal static class OptionDraw
{
    /// <summary>One value: by the weights, else any.</summary>
    public static string One(FieldSchema field, Draw draw, ref CellChance chance)
    {
        if (draw.Weights is not { } weights) return field.Options[chance.Below(field.Options.Length)].Key;
        int left = chance.Below(weights.Values.Sum());
        foreach ((string key, int weight) in weights)
        {
            if (left < weight) return key;
            left -= weight;
        }

        throw new InvalidDataException($"`{field.Name}` has no weights");
    }

    /// <summary>Several values, at least one: an empty cell would say that nothing is known.</summary>
    public static string Some(FieldSchema field, Draw draw, decimal lapses, ref CellChance chance)
    {
        List<string> drawn = [];
        foreach (FieldOption option in field.Options)
        {
            bool isAllowed = draw.Only.IsEmpty || draw.Only.Contains(option.Key);
            if (chance.Hits(draw.Each, lapses) && isAllowed) drawn.Add(option.Key);
        }

        if (drawn.Count == 0) drawn.Add(draw.Only.IsEmpty ? field.Options[0].Key : draw.Only[0]);
        return string.Join(';', drawn);
    }
}
