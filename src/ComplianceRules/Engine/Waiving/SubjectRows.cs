using System.Text;
using ComplianceRules.Facts;

namespace ComplianceRules.Engine;

/// <summary>Finds rows of a table by their subject texts.</summary>
internal static class SubjectRows
{
    private const int LongestId = 512;

    /// <summary>Finds the rows, in one pass over the table that makes texts only of those that may be meant.</summary>
    /// <param name="table">The table.</param>
    /// <param name="keys">The subject texts without the table.</param>
    public static IReadOnlyDictionary<string, List<int>> Find(FactTable table, IReadOnlySet<string> keys)
    {
        Dictionary<string, List<int>> found = new(StringComparer.Ordinal);
        HashSet<string> ids = [.. keys.SelectMany(EndsOf)];
        HashSet<string>.AlternateLookup<ReadOnlySpan<char>> known = ids.GetAlternateLookup<ReadOnlySpan<char>>();
        Span<char> text = stackalloc char[LongestId];
        for (int row = 0; row < table.Count; row++)
        {
            ReadOnlySpan<byte> id = table.Ids.Bytes(row);
            if (id.Length <= LongestId && !known.Contains(text[..Encoding.UTF8.GetChars(id, text)])) continue;
            string key = table.Key(row);
            if (!keys.Contains(key)) continue;
            if (!found.TryGetValue(key, out List<int>? rows)) found.Add(key, rows = []);
            rows.Add(row);
        }

        return found;
    }

    // A row's own id is what stands behind one of the slashes; ids may have slashes too.
    private static IEnumerable<string> EndsOf(string key)
    {
        yield return key;
        for (int slash = key.IndexOf('/', StringComparison.Ordinal); slash >= 0; slash = key.IndexOf('/', slash + 1)) yield return key[(slash + 1)..];
    }
}
