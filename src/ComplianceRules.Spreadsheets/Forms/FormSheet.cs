using System.Collections.Immutable;
using ComplianceRules.Diagnostics;

namespace ComplianceRules.Spreadsheets.Forms;

/// <summary>What a form asks of one table.</summary>
/// <remarks>Immutable.</remarks>
/// <param name="Table">The table's name; <c>snapshot</c> for the snapshot itself.</param>
/// <param name="Title">What people read.</param>
/// <param name="Columns">The columns.</param>
internal sealed record FormSheet(string Table, LocalText Title, ImmutableArray<FormColumn> Columns);
