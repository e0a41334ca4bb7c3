namespace ComplianceRules.Spreadsheets.Tests.Oracle;

/// <summary>How a CSV file is written; none of it means anything.</summary>
internal sealed record CsvManner(string LineEnd = "\n", bool HasMark = false, bool QuotesAll = false);
