namespace ComplianceRules.Facts;

/// <summary>What a key of an object is for.</summary>
internal enum RowKeyRole
{
    /// <summary>A value of the row.</summary>
    Value,

    /// <summary>The row's id, whose place is noted.</summary>
    Id,

    /// <summary>Rows below the row.</summary>
    List,

    /// <summary>None: the object ends.</summary>
    End,
}
