namespace ComplianceRules.Facts;

/// <summary>How wide the cells of a column are.</summary>
internal enum CellKind
{
    /// <summary>One bit a cell: truth values.</summary>
    Bit = 0,

    /// <summary>Whole numbers from 0 to 255.</summary>
    Byte = 1,

    /// <summary>Whole numbers from 0 to 65,535.</summary>
    UInt16 = 2,

    /// <summary>Whole numbers of 32 bits with a sign.</summary>
    Int32 = 3,

    /// <summary>Finite numbers of double precision.</summary>
    Double = 4,

    /// <summary>64 members, one bit each.</summary>
    UInt64 = 5,

    /// <summary>Whole numbers of 64 bits with a sign: what single expressions are tried on, never a snapshot.</summary>
    Int64 = 6,
}
