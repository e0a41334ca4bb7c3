namespace ComplianceRules.Cli.Commands;

/// <summary>What a form is written as.</summary>
internal enum FormFormat
{
    Workbook = 0,

    /// <summary>A folder of .csv files that hold a header line each.</summary>
    Csv = 1,
}
