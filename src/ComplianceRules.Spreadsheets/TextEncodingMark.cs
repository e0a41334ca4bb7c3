namespace ComplianceRules.Spreadsheets;

/// <summary>What the first bytes of a file say of its encoding.</summary>
internal enum TextEncodingMark
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>A byte order mark of UTF-8.</summary>
    Utf8 = 1,

    /// <summary>A byte order mark of UTF-16.</summary>
    Utf16 = 2,
}
