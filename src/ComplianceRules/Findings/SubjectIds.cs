using System.Collections;
using ComplianceRules.Facts;

namespace ComplianceRules.Findings;

/// <summary>The ids of the rows of a table, each made when it is reached.</summary>
/// <param name="table">The table.</param>
internal sealed class SubjectIds(FactTable table) : IReadOnlyCollection<string>
{
    public int Count => table.Count;

    public IEnumerator<string> GetEnumerator()
    {
        for (int row = 0; row < table.Count; row++) yield return table.Key(row);
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
