namespace ComplianceRules.Sql.Rules;

/// <summary>The texts that the conditions of one statement speak of, each once.</summary>
internal sealed class SqlTexts
{
    private readonly Dictionary<string, int> _places = new(StringComparer.Ordinal);
    private readonly List<string> _all = [];

    /// <summary>The texts by their places.</summary>
    public IReadOnlyList<string> All => _all;

    /// <summary>The mark of a text.</summary>
    /// <param name="text">The text.</param>
    public string Mark(string text)
    {
        if (!_places.TryGetValue(text, out int place))
        {
            place = _places[text] = _all.Count;
            _all.Add(text);
        }

        return SqlToken.OfText(place);
    }
}
