using ComplianceRules.Facts;

namespace ComplianceRules.Interop;

/// <summary>What an input of a workflow is here.</summary>
/// <param name="Table">The table whose row it is, or whose row has the list.</param>
/// <param name="List">The table of the list's rows; null where the input is a row.</param>
internal sealed record InputPlace(TableSchema Table, TableSchema? List);
