namespace ComplianceRules.Facts;

/// <summary>Leaves out the rows below rows that were left out.</summary>
internal static class OrphanRemoval
{
    public static void Run(SnapshotBuilder builder)
    {
        // Regions do not take their schools with them: a removed region row is made again from its code.
        foreach (TableBuilder table in builder.TablesDownward().Where(t => t.Schema.Parent is not null and not BaseTables.Region))
        {
            if (builder.Above(table.Schema) is not { } above || above.Rows.Count == above.Rows.Length) continue;
            for (int row = 0; row < table.Rows.Length; row++)
            {
                builder.Watch.LookAt(row);
                int parent = table.Rows.Parent(row);
                if (parent >= 0 && above.Rows.IsRemoved(parent)) table.Rows.Remove(row);
            }
        }
    }
}
