using System.Globalization;
using ComplianceRules.Facts;

namespace ComplianceRules.Findings;

/// <summary>Where a value stands in what is read.</summary>
/// <remarks>Immutable. Its text is made only where somebody wants it.</remarks>
internal sealed class JsonPlace
{
    private readonly JsonPlace? _above;
    private readonly string _key;
    private readonly int _index;

    private JsonPlace(JsonPlace? above, string key, int index) => (_above, _key, _index) = (above, key, index);

    /// <summary>The value that is read as a whole.</summary>
    public static JsonPlace Root { get; } = new(null, string.Empty, -1);

    /// <summary>The value of a key.</summary>
    public JsonPlace Of(string key) => new(this, key, -1);

    /// <summary>An item of this list.</summary>
    public JsonPlace At(int index) => new(this, string.Empty, index);

    /// <summary>The place below a path; the path itself for the whole.</summary>
    /// <param name="path">The path of the whole.</param>
    public string Below(string path)
    {
        if (_above is null) return path;
        string above = _above.Below(path);
        if (_index >= 0) return string.Create(CultureInfo.InvariantCulture, $"{above}[{_index}]");
        return above.Length == 0 ? DataExcerpt.Of(_key) : $"{above}.{DataExcerpt.Of(_key)}";
    }
}
