namespace ComplianceRules.Engine;

/// <summary>A pass over one table of one snapshot.</summary>
/// <param name="Program">The number of the table's program.</param>
/// <param name="Groups">The rules, in the order of the rows that they have.</param>
/// <param name="RowsOfBlock">How many rows are judged at once, a multiple of 64, so that no two blocks share a word.</param>
internal sealed record PassRoom(int Program, GroupRoom[] Groups, int RowsOfBlock)
{
    /// <summary>The row after the last that a rule judges.</summary>
    public int End { get; } = Groups.Length == 0 ? 0 : Groups.Max(g => g.Rows.End);

    /// <summary>How many blocks there are.</summary>
    public int Blocks => (End + RowsOfBlock - 1) / RowsOfBlock;
}
