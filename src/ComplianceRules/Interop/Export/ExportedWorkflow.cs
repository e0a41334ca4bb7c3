using System.Collections.Immutable;

namespace ComplianceRules.Interop;

/// <summary>The rules on the rows of one table, as one workflow.</summary>
/// <param name="Name">The workflow's name.</param>
/// <param name="Row">What its rules read of a row, <c>input1</c>.</param>
/// <param name="Rules">The rules, in ordinal order of their ids.</param>
public sealed record ExportedWorkflow(string Name, ExportedRow Row, ImmutableArray<ExportedRule> Rules);
