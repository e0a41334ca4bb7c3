using System.Collections.Immutable;

namespace ComplianceRules.Facts;

/// <summary>A fact of an object.</summary>
/// <param name="Name">The field's name.</param>
/// <param name="Types">The types that the field may have.</param>
/// <param name="Read">Reads it.</param>
internal sealed record ShapeField<T>(string Name, ImmutableArray<FieldType> Types, Func<T, CellValue> Read);
