using System.Collections.Immutable;
using ComplianceRules.Facts;

namespace ComplianceRules.Interop;

/// <summary>What the rules of a workflow read of a row: the properties that its object needs.</summary>
/// <remarks>
/// Immutable. A fact is a property of its field's name: a number and a time (in whole minutes on the field's scale) a <c>decimal?</c>, a bool a <c>bool?</c>, a day a
/// <c>DateTime?</c>, a text and the key of an enum a <c>string</c>, a set a list of texts; null where it is unknown. A number without a step has at most
/// <see cref="MostDecimals"/> digits behind the point.
/// </remarks>
/// <param name="Table">The row's table.</param>
/// <param name="Fields">The facts, in ordinal order of their names.</param>
/// <param name="Above">The row above, a property of its table's name; null where nothing is read of it.</param>
/// <param name="Lists">The lists of rows below, each a property of the list's name that is null where the list was not reported.</param>
public sealed record ExportedRow(string Table, ImmutableArray<FieldSchema> Fields, ExportedRow? Above, ImmutableArray<ExportedList> Lists)
{
    /// <summary>How many digits a number without a step may have behind the point.</summary>
    public const int MostDecimals = 9;
}
