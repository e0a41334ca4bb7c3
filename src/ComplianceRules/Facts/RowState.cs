namespace ComplianceRules.Facts;

/// <summary>What became of a row while rows are gathered.</summary>
internal enum RowState : byte
{
    /// <summary>A record gives it.</summary>
    Given = 0,

    /// <summary>The reader made it.</summary>
    Made = 1,

    /// <summary>It is left out.</summary>
    Removed = 2,
}
