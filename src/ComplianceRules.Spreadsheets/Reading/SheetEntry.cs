namespace ComplianceRules.Spreadsheets.Reading;

/// <summary>One sheet as the workbook names it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Part">The part that holds its cells.</param>
/// <param name="IsHidden">Whether people do not see it.</param>
internal sealed record SheetEntry(string Name, string Part, bool IsHidden);
