namespace ComplianceRules.Analysis;

/// <summary>By rule, table and id, all ordinal; what is of all rows before what is of single ones.</summary>
internal sealed class FindingOrder : IComparer<ComparedFinding>
{
    public static FindingOrder Instance { get; } = new();

    public int Compare(ComparedFinding? x, ComparedFinding? y)
    {
        int byRule = string.CompareOrdinal(x?.Rule, y?.Rule);
        if (byRule != 0) return byRule;
        int byTable = string.CompareOrdinal(x?.Subject?.Table, y?.Subject?.Table);
        return byTable != 0 ? byTable : string.CompareOrdinal(x?.Subject?.Id, y?.Subject?.Id);
    }
}
