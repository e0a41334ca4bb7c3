namespace ComplianceRules.Facts;

/// <summary>The columns that any row of the whole data gives, and the child lists that any row reports.</summary>
/// <remarks>Filled while the data is gone through, then only read.</remarks>
internal sealed class FactPresence
{
    private readonly HashSet<(string Table, string Field)> _columns = [];
    private readonly HashSet<(string Table, string List)> _lists = [];

    public bool HasColumn(string table, string field) => _columns.Contains((table, field));

    public bool HasList(string table, string list) => _lists.Contains((table, list));

    /// <summary>Adds what a part of the data has.</summary>
    public void Add(Snapshot part)
    {
        foreach (FactTable table in part.Tables)
        {
            foreach (FactColumn column in table.Columns) _columns.Add((table.Schema.Name, column.Field.Name));
            foreach (string list in table.Lists.Where(l => l.Value.Reported.ContainsAnyExcept(0UL)).Select(l => l.Key)) _lists.Add((table.Schema.Name, list));
        }
    }
}
