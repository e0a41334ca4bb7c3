namespace ComplianceRules.Facts;

/// <summary>What kind of value a field holds.</summary>
public enum FieldType
{
    /// <summary>A decimal number of at most 15 significant digits, with a unit.</summary>
    Number = 0,

    /// <summary>True or false.</summary>
    Bool = 1,

    /// <summary>Free text.</summary>
    Text = 2,

    /// <summary>One of the declared values.</summary>
    Enum = 3,

    /// <summary>Any number of the declared values, none of them twice.</summary>
    Set = 4,

    /// <summary>A local day.</summary>
    Date = 5,

    /// <summary>A local time of day in whole minutes; its scale may pass 24:00.</summary>
    Time = 6,
}
