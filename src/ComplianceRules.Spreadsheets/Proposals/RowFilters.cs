using System.Collections.Immutable;

namespace ComplianceRules.Spreadsheets.Proposals;

/// <summary>Finds the columns by which rows that are no records can be told from records.</summary>
internal static class RowFilters
{
    /// <summary>The plan with its filters.</summary>
    public static SheetPlan Apply(SheetPlan plan)
    {
        SheetLayout layout = plan.Reading.Layout;
        SampleColumn[] asides = [.. Order(plan, layout.Asides)];
        Dictionary<string, HashSet<string>> records = layout.Columns.GroupBy(c => c.Name, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.SelectMany(c => c.Cells).ToHashSet(StringComparer.Ordinal), StringComparer.Ordinal);
        bool Tells(SampleColumn column, int row) => !records[column.Name].Contains(column.Cells[row]) && (column.Cells[row].Length == 0 || WritableText.IsText(column.Cells[row]));
        SampleColumn? all = asides.FirstOrDefault(c => Enumerable.Range(0, layout.AsideCount).All(row => Tells(c, row) && IsLasting(c.Cells[row])));
        List<(string Column, string Text)> told = [];
        int untold = 0;
        for (int row = 0; row < layout.AsideCount; row++)
        {
            SampleColumn[] telling = [.. asides.Where(c => Tells(c, row))];
            // One column that tells them all is easier to read than one for each; a blank or a word such as 合计 will tell next year's file too; a footer's own text will not.
            if ((all ?? telling.FirstOrDefault(c => IsLasting(c.Cells[row])) ?? telling.FirstOrDefault()) is { } column) told.Add((column.Name, column.Cells[row]));
            else untold++;
        }

        return plan with
        {
            Filters = [.. told.GroupBy(t => t.Column, StringComparer.Ordinal).Select(g => (g.Key, g.Select(t => t.Text).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToImmutableArray()))],
            Unfiltered = untold,
        };
    }

    private static bool IsLasting(string text) => text.Length == 0 || KnownWords.Is("total", text) || KnownWords.Is("aside", text);

    private static IEnumerable<SampleColumn> Order(SheetPlan plan, ImmutableArray<SampleColumn> asides)
    {
        HashSet<string> duplicates = new(plan.Reading.Duplicates, StringComparer.Ordinal);
        string[] first = [.. asides.Where(c => plan.Reading.Layout.IsTurned && c.Is("label")).Concat(plan.Id).Append(plan.SchoolKey).OfType<SampleColumn>().Select(c => c.Name)];
        return asides.Where(c => WritableText.IsText(c.Name) && !duplicates.Contains(c.Name))
            .OrderBy(c => Array.IndexOf(first, c.Name) is >= 0 and int at ? at : first.Length);
    }
}
