namespace ComplianceRules.Engine;

/// <summary>A pass over one table of one snapshot.</summary>
/// <param name="Program">The number of the table's program.</param>
/// <param name="Groups">The rules, in the order of the rows that they have.</param>
/// <param name="Blocks">How many blocks there are.</param>
internal sealed record PassRoom(int Program, GroupRoom[] Groups, int Blocks);
