namespace ComplianceRules.Facts;

/// <summary>Completes the region rows: those above what is given, their codes, levels and parents.</summary>
internal static class RegionRows
{
    private const string Code = "code";
    private const string Level = "level";

    public static void Complete(SnapshotBuilder builder)
    {
        TableBuilder regions = builder.Table(BaseTables.Region);
        foreach (RegionCode code in builder.Covers) builder.Region(code);
        foreach (TableBuilder table in builder.Tables.Where(t => t.Schema.Parent == BaseTables.Region && t != regions)) Join(builder, regions, table);
        Place(builder, regions);
        RemoveUnused(builder, regions);
        for (int row = 0; row < regions.Rows.Length; row++)
        {
            if (!regions.Rows.IsRemoved(row) && RegionCode.TryParse(regions.Rows.Id(row), out RegionCode code)) Fill(regions, row, code);
        }
    }

    // A row that a record gave may have taken the place of a made one, and may have been refused after that.
    private static void Join(SnapshotBuilder builder, TableBuilder regions, TableBuilder table)
    {
        for (int row = 0; row < table.Rows.Length; row++)
        {
            int parent = table.Rows.Parent(row);
            if (parent < 0 || table.Rows.IsRemoved(row)) continue;
            int current = regions.Rows.Current(parent);
            if (current == parent && !regions.Rows.IsRemoved(parent)) continue;
            if (regions.Rows.IsRemoved(current))
                current = RegionCode.TryParse(regions.Rows.Id(current), out RegionCode code) ? builder.Region(code) : -1;
            table.Rows.Move(row, current);
        }
    }

    // The code says which region lies above; a parent given counts only for rows without a code.
    private static void Place(SnapshotBuilder builder, TableBuilder regions)
    {
        for (int row = 0; row < regions.Rows.Length; row++)
        {
            if (regions.Rows.IsRemoved(row) || !RegionCode.TryParse(regions.Rows.Id(row), out RegionCode code)) continue;
            regions.Rows.Move(row, builder.Schema.FormerCodes.Parent(code) is { } above ? builder.Region(above) : -1);
        }
    }

    private static void RemoveUnused(SnapshotBuilder builder, TableBuilder regions)
    {
        HashSet<int> used = [];
        foreach (TableBuilder table in builder.Tables.Where(t => t.Schema.Parent == BaseTables.Region && t != regions)) Use(table.Rows, regions.Rows, used);
        foreach (RegionCode code in builder.Covers) Use(regions.Rows, builder.Region(code), used);
        for (int row = 0; row < regions.Rows.Length; row++)
        {
            if (!regions.Rows.IsRemoved(row) && !regions.Rows.IsMade(row)) Use(regions.Rows, row, used);
        }

        for (int row = 0; row < regions.Rows.Length; row++)
        {
            if (!used.Contains(row)) regions.Rows.Remove(row);
        }
    }

    private static void Use(RowStore rows, RowStore regions, HashSet<int> used)
    {
        int last = -1;
        for (int row = 0; row < rows.Length; row++)
        {
            int region = rows.Parent(row);
            if (region == last || rows.IsRemoved(row)) continue;
            Use(regions, region, used);
            last = region;
        }
    }

    private static void Use(RowStore regions, int row, HashSet<int> used)
    {
        int at = row;
        while (at >= 0 && used.Add(at)) at = regions.Parent(at);
    }

    private static void Fill(TableBuilder regions, int row, RegionCode code)
    {
        if (regions.Schema.Field(Code) is { } codeField && !regions.IsGiven(row, Code)) regions.SetText(row, codeField, code.Text);
        if (regions.Schema.Field(Level) is { } levelField && !regions.IsGiven(row, Level)) regions.SetText(row, levelField, code.Level);
    }
}
