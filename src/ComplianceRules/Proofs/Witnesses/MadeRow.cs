using ComplianceRules.Facts;

namespace ComplianceRules.Proofs;

/// <summary>A row that was made to be judged.</summary>
/// <param name="Snapshot">The facts.</param>
/// <param name="Previous">The earlier facts; null where nothing asks for them.</param>
/// <param name="Table">The row's table.</param>
/// <param name="Row">The row.</param>
internal sealed record MadeRow(Snapshot Snapshot, Snapshot? Previous, FactTable Table, int Row);
