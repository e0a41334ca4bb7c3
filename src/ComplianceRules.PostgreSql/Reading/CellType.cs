namespace ComplianceRules.PostgreSql.Reading;

/// <summary>How the values of a column come and what they are.</summary>
internal enum CellType
{
    /// <summary>Of a type that no table of people has; only whether there is a value is asked.</summary>
    Other = 0,

    Text = 1,

    /// <summary>A type that is asked for as a text, such as <c>jsonb</c>.</summary>
    AsText = 2,

    /// <summary>A list of texts.</summary>
    Texts = 3,

    Bool = 4,

    Int16 = 5,

    Int32 = 6,

    Int64 = 7,

    /// <summary>A number of the server's own, such as <c>oid</c>.</summary>
    UInt32 = 8,

    Single = 9,

    Double = 10,

    Numeric = 11,

    Date = 12,

    Time = 13,

    Timestamp = 14,

    Interval = 15,

    Uuid = 16,

    /// <summary>Bytes; the first of them are asked for.</summary>
    Bytes = 17,
}
