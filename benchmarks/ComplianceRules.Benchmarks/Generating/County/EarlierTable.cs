using System.Collections.Immutable;
using System.Text;
using ComplianceRules.Facts;

namespace ComplianceRules.Benchmarks;

/// <summary>Writes the facts of the year before of one table.</summary>
/// <param name="table">The table.</param>
/// <param name="draws">What the facts are drawn from.</param>
/// <param name="drawer">Draws them.</param>
internal sealed class EarlierTable(CountyTable table, ImmutableDictionary<string, Draw> draws, CellDrawer drawer)
{
    private readonly ImmutableArray<FieldSchema> _fields = [.. table.Fields.Where(f => draws.ContainsKey(f.Name))];

    public void Write(StringBuilder text, IEnumerable<CountyRow> rows)
    {
        text.AppendJoin(',', TableWriter.KeysOf(table).Concat(_fields.Select(f => f.Name))).Append('\n');
        foreach (CountyRow row in rows)
            text.AppendJoin(',', TableWriter.KeysOf(row).Concat(_fields.Select(f => drawer.Cell(row, f, draws[f.Name], "earlier"))).Select(CellText.Quoted)).Append('\n');
    }
}
