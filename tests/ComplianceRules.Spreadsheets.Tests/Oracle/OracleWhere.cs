using System.Collections.Immutable;

namespace ComplianceRules.Spreadsheets.Tests.Oracle;

/// <summary>A condition on the trimmed cell of a column.</summary>
internal sealed record OracleWhere(string Column, bool IsNot, ImmutableArray<string> Texts);
