namespace ComplianceRules.Tests.Engine.Columns;

/// <summary>A field of a made schema, and values for it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">Its type as packs write it.</param>
/// <param name="Json">What a pack declares.</param>
/// <param name="Pool">Values as JSON, drawn by facts and limits alike so that limits are met exactly; the last ones stand outside the range.</param>
internal sealed record PairField(string Name, string Type, string Json, string[] Pool)
{
    /// <summary>Enum and set keys.</summary>
    public static readonly string[] Keys = ["x", "y", "z", "w"];

    /// <summary>How many values of the pool are none of the field's.</summary>
    public int Outside { get; init; }

    /// <summary>Whether it is worked out of other fields, so that no row gives it.</summary>
    public bool IsDerived { get; init; }

    /// <summary>A value that the field takes.</summary>
    public string Inside(Dice dice) => Pool[dice.Between(0, Pool.Length - Outside - 1)];
}
