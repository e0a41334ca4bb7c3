namespace ComplianceRules.Spreadsheets.Tests.Oracle;

/// <summary>A part of an id: a column, or a text that every record has.</summary>
internal sealed record OraclePart(string? Column, string? Text = null);
