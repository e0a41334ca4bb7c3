using System.Text;

namespace ComplianceRules.Facts;

/// <summary>The names that stand in the objects being read: each text kept once, and which stand twice.</summary>
internal sealed class JsonNames
{
    /// <summary>The most names that one object may have.</summary>
    public const int MostInOneObject = 10_000;

    private const int MostKept = 4_096;
    private const int LongestKept = 128;

    private readonly HashSet<string> _kept = new(StringComparer.Ordinal);
    private readonly List<HashSet<string>> _objects = [];
    private int _open;

    public void Open()
    {
        if (_open == _objects.Count) _objects.Add(new HashSet<string>(StringComparer.Ordinal));
        _objects[_open].Clear();
        _open++;
    }

    public void Close() => _open--;

    public void CloseAll() => _open = 0;

    public bool IsFull => _objects[_open - 1].Count > MostInOneObject;

    /// <summary>Notes a name of the innermost object.</summary>
    /// <returns>Whether it is new there.</returns>
    public bool Add(string name) => _objects[_open - 1].Add(name);

    /// <summary>The text of a name; the same instance for the same name while there are not too many.</summary>
    public string Text(ReadOnlySpan<byte> utf8)
    {
        if (utf8.Length > LongestKept) return Encoding.UTF8.GetString(utf8);
        Span<char> text = stackalloc char[LongestKept];
        text = text[..Encoding.UTF8.GetChars(utf8, text)];
        if (_kept.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(text, out string? kept)) return kept;
        string name = text.ToString();
        if (_kept.Count < MostKept) _kept.Add(name);
        return name;
    }
}
