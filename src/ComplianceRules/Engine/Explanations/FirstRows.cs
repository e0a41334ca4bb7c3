using ComplianceRules.Expressions;

namespace ComplianceRules.Engine;

/// <summary>Keeps the first few items by the ordinal order of their ids, values without a row last and in their own order, and counts the others.</summary>
/// <param name="most">How many are kept.</param>
internal sealed class FirstRows(int most)
{
    private readonly List<(string? Id, OriginItem Item, RowFrames Rows)> _kept = [];
    private int _count;

    /// <summary>The kept ones, in order.</summary>
    public IEnumerable<(OriginItem Item, RowFrames Rows)> Items => _kept.Select(k => (k.Item, k.Rows));

    /// <summary>How many more there are.</summary>
    public int More => _count - _kept.Count;

    /// <summary>Counts an item, and keeps it where it is among the first.</summary>
    public void Add(OriginItem item, RowFrames rows)
    {
        _count++;
        string? id = item.Table?.Key(item.Row);
        int at = _kept.Count;
        while (at > 0 && IsBefore(id, _kept[at - 1].Id)) at--;
        if (at == most) return;
        _kept.Insert(at, (id, item, rows));
        if (_kept.Count > most) _kept.RemoveAt(most);
    }

    private static bool IsBefore(string? id, string? other) => id is not null && (other is null || string.CompareOrdinal(id, other) < 0);
}
