using System.Collections.Immutable;
using System.Numerics;

namespace ComplianceRules.Facts;

/// <summary>The rows of which two snapshots know different facts.</summary>
/// <remarks>Immutable.</remarks>
/// <param name="Tables">The tables that have such rows, with the rows in ascending order.</param>
internal sealed record ChangedRows(ImmutableArray<(string Table, ImmutableArray<int> Rows)> Tables)
{
    /// <summary>Finds the rows.</summary>
    /// <param name="before">The one snapshot.</param>
    /// <param name="after">The other.</param>
    /// <returns>The rows; null where the two differ in more than facts of rows.</returns>
    public static ChangedRows? Between(Snapshot before, Snapshot after)
    {
        if (!before.HasRowsOf(after)) return null;
        List<(string, ImmutableArray<int>)> tables = [];
        foreach (FactTable table in before.Tables)
        {
            FactTable other = after.Table(table.Schema.Name);
            ulong[] differ = new ulong[ValidityBits.Words(table.Count)];
            bool any = false;
            foreach (string field in table.Schema.Fields.Keys) any |= ColumnDifference.Find(table.Column(field), other.Column(field), differ);
            if (any) tables.Add((table.Schema.Name, RowsOf(differ)));
        }

        return new ChangedRows([.. tables]);
    }

    private static ImmutableArray<int> RowsOf(ulong[] bits)
    {
        ImmutableArray<int>.Builder rows = ImmutableArray.CreateBuilder<int>();
        for (int word = 0; word < bits.Length; word++)
        {
            for (ulong left = bits[word]; left != 0; left &= left - 1) rows.Add((word * ValidityBits.PerWord) + BitOperations.TrailingZeroCount(left));
        }

        return rows.ToImmutable();
    }
}
