namespace ComplianceRules.Analysis;

/// <summary>What sort of change between two versions of packs.</summary>
public enum PackChangeKind
{
    /// <summary>A pack came, went, judges other places or schools, or builds on other packs.</summary>
    Pack = 0,

    /// <summary>A rule came.</summary>
    RuleAdded = 1,

    /// <summary>A rule went.</summary>
    RuleRemoved = 2,

    /// <summary>A rule takes the place of another one than before, or of none any more.</summary>
    RuleReplaces = 3,

    /// <summary>A parameter has another value on some days.</summary>
    Value = 4,

    /// <summary>A parameter is keyed, measured or folded otherwise.</summary>
    Parameter = 5,

    /// <summary>A rule concerns other rows.</summary>
    Applies = 6,

    /// <summary>A rule measures something else, or demands something else of it.</summary>
    Condition = 7,

    /// <summary>A rule binds otherwise.</summary>
    Binding = 8,

    /// <summary>A rule is in force on other days, or its breaches are warnings on other days.</summary>
    Days = 9,

    /// <summary>A rule or a value stands on another law, or something else is said of a law.</summary>
    Source = 10,

    /// <summary>A table or a field came, went or changed.</summary>
    Facts = 11,

    /// <summary>A counting unit came or went.</summary>
    Unit = 12,

    /// <summary>A waiver came, went, holds on other days or stands on something else.</summary>
    Waiver = 13,

    /// <summary>A calendar came, went or has other days.</summary>
    Calendar = 14,

    /// <summary>Only what people read changed.</summary>
    Texts = 15,
}
