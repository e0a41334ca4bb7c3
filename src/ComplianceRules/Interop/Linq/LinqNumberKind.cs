namespace ComplianceRules.Interop;

/// <summary>How Dynamic LINQ counts with a number that is written.</summary>
internal enum LinqNumberKind
{
    /// <summary>A whole number of 32 bits.</summary>
    Int = 0,

    /// <summary>A whole number of up to 64 bits.</summary>
    Long = 1,

    /// <summary>A binary fraction of double precision.</summary>
    Binary = 2,

    /// <summary>A decimal.</summary>
    Decimal = 3,

    /// <summary>A binary fraction of single precision, which is another number beside a double.</summary>
    Single = 4,
}
