using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using ComplianceRules.Diagnostics;
using ComplianceRules.Facts;

namespace ComplianceRules.Findings;

/// <summary>The members of an object that is read: known keys, each once, the required ones all there. What a value cannot be is a fault with its place.</summary>
/// <remarks>Texts that are optional are null where their key is not there or holds null.</remarks>
internal sealed class JsonMembers
{
    private const NumberStyles Decimal = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;

    private readonly OrderedDictionary<string, JsonElement> _members = new(StringComparer.Ordinal);
    private readonly string _part;

    private JsonMembers(JsonElement element, JsonPlace place, string part)
    {
        (Place, _part) = (place, part);
        if (element.ValueKind != JsonValueKind.Object) throw new AssessmentJsonFault(place, new Diagnostic(DiagnosticCodes.AssessmentValue, null, part, part, Shown(element)), "an object");
        foreach (JsonProperty member in element.EnumerateObject())
        {
            string name = NameOf(member);
            if (!_members.TryAdd(name, member.Value)) throw new AssessmentJsonFault(place.Of(name), new Diagnostic(DiagnosticCodes.AssessmentValue, null, part, DataExcerpt.Of(name), Shown(member.Value)), "each key once");
        }
    }

    /// <summary>Where the object is.</summary>
    public JsonPlace Place { get; }

    /// <summary>The keys that are there, in the order of the object.</summary>
    public IEnumerable<string> Names => _members.Keys;

    /// <summary>Reads an object of known keys.</summary>
    public static JsonMembers Of(JsonElement element, AssessmentKeys keys, JsonPlace place, string part)
    {
        JsonMembers members = new(element, place, part);
        foreach (string name in members._members.Keys.Where(n => !keys.Has(n)))
            throw new AssessmentJsonFault(place.Of(name), new Diagnostic(DiagnosticCodes.AssessmentKeyUnknown, null, part, DataExcerpt.Of(name)) { DidYouMean = NearestName.Of(name, keys.All) }, null);
        foreach (string name in keys.Required) members.Require(name);
        return members;
    }

    public bool Has(string key) => _members.ContainsKey(key);

    public bool IsNull(string key) => !_members.TryGetValue(key, out JsonElement value) || value.ValueKind == JsonValueKind.Null;

    public string Text(string key) => OptionalText(key) ?? throw Absent(key, "a text");

    public string? OptionalText(string key)
    {
        if (IsNull(key)) return null;
        JsonElement value = _members[key];
        return value.ValueKind == JsonValueKind.String ? TextOf(value, key) : throw Refused(key, "a text");
    }

    public bool Bool(string key) => Required(key).ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => throw Refused(key, "true or false"),
    };

    /// <summary>Whether a key is there and holds what it may hold alone.</summary>
    public bool Flag(string key, bool only)
    {
        if (!Has(key)) return false;
        return Bool(key) == only ? true : throw Refused(key, only ? "true" : "false");
    }

    public DateOnly Date(string key) => OptionalDate(key) ?? throw Absent(key, "a day as `yyyy-MM-dd`");

    public DateOnly? OptionalDate(string key)
    {
        if (OptionalText(key) is not { } text) return null;
        return DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day) ? day : throw Refused(key, "a day as `yyyy-MM-dd`");
    }

    public RegionCode? OptionalRegion(string key)
    {
        if (OptionalText(key) is not { } text) return null;
        return RegionCode.TryParse(text, out RegionCode region) ? region : throw Refused(key, "a region code");
    }

    public Season? OptionalSeason(string key)
    {
        if (OptionalText(key) is not { } text) return null;
        return Season.TryParse(text, out Season season) ? season : throw Refused(key, "two days as `MM-DD..MM-DD`");
    }

    public T Word<T>(string key, FrozenDictionary<string, T> words)
        where T : struct => OptionalWord(key, words) ?? throw Absent(key, OneOf(words));

    public T? OptionalWord<T>(string key, FrozenDictionary<string, T> words)
        where T : struct
    {
        if (OptionalText(key) is not { } text) return null;
        return words.TryGetValue(text, out T word) ? word : throw Refused(key, OneOf(words), NearestName.Of(text, words.Keys));
    }

    /// <summary>A count as reports write it: a number, <c>&lt;3</c> or <c>&gt;=12</c>.</summary>
    public ShownCount Count(string key)
    {
        JsonElement value = Required(key);
        if (value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out long exact) && exact >= 0) return ShownCount.Exactly(exact);
        string text = value.ValueKind == JsonValueKind.String ? TextOf(value, key) : string.Empty;
        if (text == ShownCount.UnderThree.ToString()) return ShownCount.UnderThree;
        bool isAtLeast = long.TryParse(text.AsSpan(Math.Min(2, text.Length)), NumberStyles.None, CultureInfo.InvariantCulture, out long least) && text == ShownCount.AtLeast(least).ToString();
        return isAtLeast ? ShownCount.AtLeast(least) : throw Refused(key, "a count");
    }

    /// <summary>A whole number.</summary>
    public long Whole(string key, long least, long most)
    {
        bool isWhole = Required(key).ValueKind == JsonValueKind.Number && _members[key].TryGetInt64(out _);
        long number = isWhole ? _members[key].GetInt64() : 0;
        return isWhole && number >= least && number <= most ? number : throw Refused(key, "a whole number in its range");
    }

    public decimal Amount(string key)
    {
        JsonElement value = Required(key);
        bool isAmount = value.ValueKind == JsonValueKind.Number && decimal.TryParse(value.GetRawText(), Decimal, CultureInfo.InvariantCulture, out _);
        return isAmount ? decimal.Parse(value.GetRawText(), Decimal, CultureInfo.InvariantCulture) : throw Refused(key, "an amount");
    }

    public double? OptionalDouble(string key)
    {
        if (IsNull(key)) return null;
        return DoubleOf(_members[key]) ?? throw Refused(key, "a number");
    }

    /// <summary>Two numbers in a list; null where the key is not there.</summary>
    public (double Low, double High)? OptionalPair(string key)
    {
        if (IsNull(key)) return null;
        double?[] numbers = [.. Elements(key).Select(DoubleOf)];
        return numbers is [{ } low, { } high] ? (low, high) : throw Refused(key, "two numbers");
    }

    /// <summary>A measured value, of the type that is given with it or that its JSON shows; null where there is none.</summary>
    public FindingValue? OptionalValue(string key, string typeKey)
    {
        if (IsNull(key)) return Has(typeKey) ? throw Refused(typeKey, "a type beside a value") : null;
        JsonElement value = _members[key];
        FieldType? type = OptionalWord(typeKey, FindingNames.FieldTypes);
        FindingValue read = value.ValueKind switch
        {
            JsonValueKind.Number => new FindingValue(FieldType.Number, value.GetRawText()),
            JsonValueKind.True => new FindingValue(FieldType.Bool, "true"),
            JsonValueKind.False => new FindingValue(FieldType.Bool, "false"),
            JsonValueKind.String when TextOf(value, key) is var text => new FindingValue(type ?? JsonValues.TypeOf(text), text),
            _ => throw Refused(key, "a value"),
        };
        bool isNumber = value.ValueKind == JsonValueKind.Number;
        if (isNumber != (read.Type == FieldType.Number && JsonValues.IsNumber(read.Text))) throw Refused(key, isNumber ? "a number that can be worked with" : "a number");
        return type is null || type == read.Type ? read : throw Refused(typeKey, "the type of the value beside it");
    }

    public FindingValue Value(string key, string typeKey) => OptionalValue(key, typeKey) ?? throw Absent(key, "a value");

    public LocalText LocalText(string key) => OptionalLocalText(key) ?? throw Absent(key, "a text in both languages");

    public LocalText? OptionalLocalText(string key) => OptionalMembers(key, AssessmentKeys.LocalText) is { } texts ? new LocalText(texts.OptionalText("zh"), texts.OptionalText("en")) : null;

    public ImmutableArray<string> Texts(string key) =>
        [.. Elements(key).Select((item, at) => item.ValueKind == JsonValueKind.String ? TextOf(item, key) : throw Refused(item, key, Place.Of(key).At(at), "a text"))];

    /// <summary>The words of a list.</summary>
    public ImmutableArray<T> Words<T>(string key, FrozenDictionary<string, T> words)
        where T : struct =>
        [.. Texts(key).Select(text => words.TryGetValue(text, out T word) ? word : throw Refused(key, OneOf(words), NearestName.Of(text, words.Keys)))];

    public JsonMembers Members(string key, AssessmentKeys keys) => Of(Required(key), keys, Place.Of(key), key);

    public JsonMembers? OptionalMembers(string key, AssessmentKeys keys) => IsNull(key) ? null : Members(key, keys);

    /// <summary>The objects of a list.</summary>
    public IEnumerable<JsonMembers> Items(string key, AssessmentKeys keys) => Elements(key).Select((item, at) => Of(item, keys, Place.Of(key).At(at), key));

    /// <summary>An object whose names are free.</summary>
    public JsonMembers Map(string key) => new(Required(key), Place.Of(key), key);

    /// <summary>What a value cannot be.</summary>
    /// <param name="key">The key.</param>
    /// <param name="expected">What would have been right.</param>
    /// <param name="meant">The word that was probably meant; null for none.</param>
    public AssessmentJsonFault Refused(string key, string expected, string? meant = null) => Refused(_members.GetValueOrDefault(key), key, Place.Of(key), expected, meant);

    /// <summary>That a key is not there.</summary>
    public AssessmentJsonFault Missing(string key) => new(Place, new Diagnostic(DiagnosticCodes.AssessmentKeyMissing, null, _part, key), null);

    public void Require(string key)
    {
        if (!Has(key)) throw Missing(key);
    }

    private AssessmentJsonFault Absent(string key, string expected) => Has(key) ? Refused(key, expected) : Missing(key);

    private AssessmentJsonFault Refused(JsonElement value, string key, JsonPlace place, string expected, string? meant = null) =>
        new(place, new Diagnostic(DiagnosticCodes.AssessmentValue, null, _part, DataExcerpt.Of(key), Shown(value)) { DidYouMean = meant }, expected);

    private JsonElement.ArrayEnumerator Elements(string key) =>
        Required(key).ValueKind == JsonValueKind.Array ? _members[key].EnumerateArray() : throw Refused(key, "a list");

    private JsonElement Required(string key) => _members.TryGetValue(key, out JsonElement value) ? value : throw Missing(key);

    private static double? DoubleOf(JsonElement value) => value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out double number) && double.IsFinite(number) ? number : null;

    private static string OneOf<T>(FrozenDictionary<string, T> words) => $"one of {string.Join(", ", words.Keys.Order(StringComparer.Ordinal).Select(w => $"`{w}`"))}";

    private string TextOf(JsonElement value, string key)
    {
        try
        {
            return value.GetString()!;
        }
        catch (InvalidOperationException)
        {
            throw new AssessmentJsonFault(Place.Of(key), new Diagnostic(DiagnosticCodes.AssessmentValue, null, _part, DataExcerpt.Of(key), DataExcerpt.Hidden), "a text without half characters");
        }
    }

    private string NameOf(JsonProperty member)
    {
        try
        {
            return member.Name;
        }
        catch (InvalidOperationException)
        {
            throw new AssessmentJsonFault(Place, new Diagnostic(DiagnosticCodes.AssessmentKeyUnknown, null, _part, DataExcerpt.Hidden), "keys without half characters");
        }
    }

    private string Shown(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => "{",
        JsonValueKind.Array => "[",
        JsonValueKind.String => DataExcerpt.Of(TextOf(value, _part)),
        JsonValueKind.Undefined => "nothing",
        _ => DataExcerpt.Of(value.GetRawText()),
    };
}
