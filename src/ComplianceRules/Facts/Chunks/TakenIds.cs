using System.Text;

namespace ComplianceRules.Facts;

/// <summary>The ids of rows that were let go, of a table whose ids are unique in the whole data.</summary>
/// <remarks>For one thread. An id takes its UTF-8 and some ten bytes.</remarks>
internal sealed class TakenIds
{
    private const int NoParent = -1;

    private readonly ByteTexts _texts = new();
    private readonly RowNumbers _places = new(new ExpectedRows());
    private readonly TextIndex _index = new();
    private int _count;

    /// <summary>All ids, in the order in which they came.</summary>
    public IEnumerable<string> All => Enumerable.Range(0, _count).Select(number => Encoding.UTF8.GetString(_texts[_places[number]]));

    public bool Contains(ReadOnlySpan<byte> id)
    {
        uint hash = TextIndex.HashOf(id, NoParent);
        for (int slot = _index.First(hash); slot >= 0; slot = _index.Next(hash, slot))
        {
            if (_texts[_places[_index[slot]]].SequenceEqual(id)) return true;
        }

        return false;
    }

    /// <summary>Takes up the ids of rows that are about to be let go.</summary>
    public void AddAll(RowStore rows)
    {
        for (int row = 0; row < rows.Length; row++)
        {
            if (rows.IsNamed(row) && !rows.IsRemoved(row)) Add(rows.IdBytes(row));
        }
    }

    private void Add(ReadOnlySpan<byte> id)
    {
        _places.Put(_count, _texts.Add(id));
        if (!_index.HasRoom)
        {
            foreach (int old in _index.Grow())
            {
                if (old >= 0) _index.Add(TextIndex.HashOf(_texts[_places[old]], NoParent), old);
            }
        }

        _index.Add(TextIndex.HashOf(id, NoParent), _count++);
    }
}
