namespace ComplianceRules.Sql.Layout;

/// <summary>What the cells of a column are, as far as the database promises it.</summary>
internal enum SqlCellType
{
    /// <summary>Each cell has a type of its own, as in SQLite.</summary>
    Dynamic = 0,

    /// <summary>Whole numbers of up to 64 bits.</summary>
    Whole = 1,

    /// <summary>Floating-point numbers of 64 bits.</summary>
    Double = 2,

    /// <summary>Decimals.</summary>
    Decimal = 3,

    /// <summary>Truth values.</summary>
    Bool = 4,

    /// <summary>Texts.</summary>
    Text = 5,

    /// <summary>Days.</summary>
    Date = 6,

    /// <summary>Times of day.</summary>
    Time = 7,

    /// <summary>What SQL has no sure way to read.</summary>
    Other = 8,
}
