namespace ComplianceRules.Facts;

/// <summary>How a value that is as it should be can be read without asking its key.</summary>
internal enum RowKeyKind : byte
{
    /// <summary>In no such way.</summary>
    Other,

    /// <summary>No value: the end of the object.</summary>
    End,

    /// <summary>The row's id.</summary>
    Id,

    /// <summary>A whole number that is kept as it is. From here on there may be no value.</summary>
    Whole,

    /// <summary>A decimal number that is kept as a count of steps.</summary>
    Steps,

    /// <summary>A number of double precision.</summary>
    Number,

    /// <summary>A truth value.</summary>
    Bool,

    /// <summary>An enum.</summary>
    Enum,

    /// <summary>A time of day.</summary>
    Time,
}
