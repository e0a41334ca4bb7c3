namespace ComplianceRules.Facts;

/// <summary>The objects within an object.</summary>
/// <param name="Bind">Checks them against a schema, as rows below those of a table; what it gives adds those of one object, and answers whether the reading may go on.</param>
internal sealed record ShapeChildren<T>(Func<SnapshotBuilder, TableSchema, Func<T, RowAbove, bool>> Bind);
