using System.Text;
using ComplianceRules.Facts;

namespace ComplianceRules.Benchmarks;

/// <summary>Writes the rows of a table as CSV: ids, facts, and of each list whether it is whole.</summary>
/// <param name="text">Takes them.</param>
/// <param name="table">The table.</param>
/// <param name="schema">All tables.</param>
/// <param name="drawer">Draws the facts.</param>
internal sealed class TableWriter(StringBuilder text, CountyTable table, CountySchema schema, CellDrawer drawer)
{
    private readonly FieldSchema[] _fields = [.. table.Fields.Where(f => f.Name != "code")];

    // What a region's lists hold follows from what the snapshot covers, so no column says it.
    private readonly string[] _lists = table.Name == BaseTables.Region ? [] : [.. schema.Below(table.Name).Select(t => t.Children)];

    /// <summary>How many of a hundred lists are said not to be whole.</summary>
    public decimal Unreported { get; init; }

    public ulong Seed { get; init; }

    /// <summary>The columns that name a row and those above it.</summary>
    public static IEnumerable<string> KeysOf(CountyTable table) => table.Name switch
    {
        BaseTables.Region => ["code"],
        BaseTables.School => ["id", BaseTables.Region],
        _ => ParentKeys(table.Name == BaseTables.YearGroup ? [] : ["id"], table.Parent!),
    };

    /// <summary>The cells of those columns.</summary>
    public static IEnumerable<string> KeysOf(CountyRow row)
    {
        if (row.Table.Name != BaseTables.YearGroup) yield return row.Id;
        if (row.Table.Name == BaseTables.Region) yield break;
        for (CountyRow? above = row.Parent; above is not null; above = above.Table.Name is BaseTables.School or BaseTables.Region ? null : above.Parent) yield return above.Id;
    }

    public void WriteHead() => text.AppendJoin(',', KeysOf(table).Concat(_fields.Select(f => f.Name)).Concat(_lists)).Append('\n');

    /// <summary>Writes a row.</summary>
    /// <param name="row">The row.</param>
    /// <param name="isKnown">Whether anything but its name is known of it.</param>
    public void Write(CountyRow row, bool isKnown)
    {
        IEnumerable<string> cells = _fields.Select(f => isKnown ? drawer.Cell(row, f.Name) : row.Known(f.Name) ?? string.Empty);
        text.AppendJoin(',', KeysOf(row).Concat(cells).Concat(_lists.Select(list => IsWhole(row, list))).Select(CellText.Quoted)).Append('\n');
    }

    private string IsWhole(CountyRow row, string list) => new CellChance(Seed, $"{row.Path}:{list}").Hits(Unreported) ? "false" : "true";

    private static IEnumerable<string> ParentKeys(string[] own, string parent) => parent switch
    {
        BaseTables.Region or BaseTables.School => [.. own, parent],
        _ => [.. own, parent, BaseTables.School],
    };
}
