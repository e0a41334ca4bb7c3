using ComplianceRules.Diagnostics;
using ComplianceRules.Facts;
using ComplianceRules.Spreadsheets.Workbooks;

namespace ComplianceRules.Spreadsheets.Forms;

/// <summary>One column of a form.</summary>
/// <remarks>Immutable.</remarks>
/// <param name="Name">The name that it is read by.</param>
/// <param name="Title">What people read, with the unit.</param>
/// <param name="About">What may be written.</param>
/// <param name="Example">The cell of the example row.</param>
internal sealed record FormColumn(string Name, LocalText Title, LocalText About, SheetCell Example)
{
    /// <summary>The fact; null for ids and lists.</summary>
    public FieldSchema? Field { get; init; }

    /// <summary>How cells show what is typed.</summary>
    public CellFormat Format { get; init; }

    /// <summary>Whether it tells the row, so that it stays in sight.</summary>
    public bool IsKey { get; init; }

    /// <summary>Whether it says yes or no, which a fact of that type does too.</summary>
    public bool IsYesOrNo { get; init; }
}
