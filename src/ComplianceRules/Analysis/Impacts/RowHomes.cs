using ComplianceRules.Facts;

namespace ComplianceRules.Analysis;

/// <summary>Finds the school and the region of rows.</summary>
/// <param name="snapshot">The facts.</param>
internal sealed class RowHomes(Snapshot snapshot)
{
    /// <summary>The school that a row is or lies below; -1 for none.</summary>
    /// <param name="table">The row's table.</param>
    /// <param name="row">The row.</param>
    public int SchoolOf(FactTable table, int row) => Climb(table, row, BaseTables.School);

    /// <summary>The code of the region that a row is or lies in; null where it is not known.</summary>
    /// <param name="table">The row's table.</param>
    /// <param name="row">The row.</param>
    public RegionCode? RegionOf(FactTable table, int row) =>
        Climb(table, row, BaseTables.Region) is >= 0 and int region && RegionCode.TryParse(snapshot.Table(BaseTables.Region).Id(region), out RegionCode code) ? code : null;

    private int Climb(FactTable table, int row, string wanted)
    {
        while (row >= 0 && table.Schema.Name != wanted)
        {
            if (table.Schema.Parent is not { } parent || table.Schema.Name == BaseTables.Region) return -1;
            row = table.Parent(row);
            table = snapshot.Table(parent);
        }

        return row;
    }
}
