namespace ComplianceRules.Spreadsheets.Tests.Agreement;

/// <summary>How rows stand in JSON.</summary>
internal enum JsonShape
{
    /// <summary>Rows within the row above.</summary>
    Nested = 0,

    /// <summary>A list at the top for each table.</summary>
    Flat = 1,

    /// <summary>NDJSON.</summary>
    Lines = 2,
}
