using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using ComplianceRules.Diagnostics;
using ComplianceRules.Facts;
using ComplianceRules.Findings;

namespace ComplianceRules.Analysis;

/// <summary>Reads the values of an assessment token by token, and reports what they cannot be.</summary>
/// <remarks>For one thread. Every getter stands on the value's first token before, and on its last after.</remarks>
/// <param name="cursor">Goes through the file.</param>
/// <param name="problems">Takes what is wrong.</param>
internal sealed class AssessmentTokens(JsonCursor cursor, DiagnosticBag problems)
{
    private const int MostProblems = 100;
    private const int MostKept = 1 << 20;
    private const int LongestKept = 256;

    private readonly HashSet<string> _kept = new(StringComparer.Ordinal);

    public JsonTokenType Kind => cursor.Kind;

    public SourceSpan Span => cursor.Span;

    /// <summary>What the values being read are part of, as messages name it.</summary>
    public string Part { get; private set; } = "assessment";

    public void Report(DiagnosticCode code, SourceSpan span, params ReadOnlySpan<string> arguments) => Report(new Diagnostic(code, span, arguments));

    public void Report(Diagnostic problem)
    {
        problems.Add(problem);
        if (problems.Count >= MostProblems)
            throw new DataReadingException(new Diagnostic(DiagnosticCodes.TooManyDataProblems, problem.Span, MostProblems.ToString(CultureInfo.InvariantCulture)));
    }

    /// <summary>Reads the object that begins here member by member.</summary>
    /// <param name="part">What messages call it.</param>
    /// <param name="keys">Its keys.</param>
    /// <param name="read">Reads the value of a key.</param>
    public void Object(string part, AssessmentKeys keys, Action<string> read)
    {
        string around = Part;
        Part = part;
        if (cursor.Kind != JsonTokenType.StartObject) Refuse(part);
        else Members(keys, read);
        Part = around;
    }

    /// <summary>Reads the object that begins here, whose names are free.</summary>
    public void Map(string key, Action<string> read)
    {
        if (cursor.Kind != JsonTokenType.StartObject)
        {
            Refuse(key);
            return;
        }

        while (cursor.Read() && cursor.Kind == JsonTokenType.PropertyName)
        {
            string name = Keep(cursor.Text);
            cursor.Read();
            read(name);
            TakeSpoiled();
        }
    }

    /// <summary>Reads the list that begins here.</summary>
    public void List(string key, Action read)
    {
        if (cursor.Kind != JsonTokenType.StartArray)
        {
            Refuse(key);
            return;
        }

        while (cursor.Read() && cursor.Kind != JsonTokenType.EndArray)
        {
            read();
            TakeSpoiled();
        }
    }

    public void Skip() => cursor.SkipValue();

    /// <summary>A text; null where it is none, which is reported.</summary>
    public string? Text(string key)
    {
        if (cursor.Kind == JsonTokenType.String) return Keep(cursor.Text);
        Refuse(key);
        return null;
    }

    /// <summary>A text or null.</summary>
    public string? OptionalText(string key) => cursor.Kind == JsonTokenType.Null ? null : Text(key);

    public bool Bool(string key)
    {
        if (cursor.Kind is not (JsonTokenType.True or JsonTokenType.False)) Refuse(key);
        return cursor.Kind == JsonTokenType.True;
    }

    public DateOnly Date(string key)
    {
        if (cursor.Kind == JsonTokenType.String && JsonCellReader.TryDate(cursor.Text, out DateOnly day)) return day;
        Refuse(key);
        return default;
    }

    public RegionCode? Region(string key)
    {
        if (cursor.Kind == JsonTokenType.Null) return null;
        if (cursor.Kind == JsonTokenType.String && RegionCode.TryParse(cursor.Text, out RegionCode region)) return region;
        Refuse(key);
        return null;
    }

    public T Word<T>(string key, FrozenDictionary<string, T> words)
        where T : struct
    {
        if (cursor.Kind == JsonTokenType.String && words.TryGetValue(cursor.Text, out T word)) return word;
        string? meant = cursor.Kind == JsonTokenType.String ? NearestName.Of(cursor.Text, words.Keys) : null;
        Refuse(key, meant);
        return default;
    }

    /// <summary>A count as reports write it: a number, <c>&lt;3</c> or <c>&gt;=12</c>.</summary>
    public ShownCount Count(string key)
    {
        string text = cursor.Text;
        if (cursor.Kind == JsonTokenType.Number && Whole(text) is { } exact) return ShownCount.Exactly(exact);
        if (cursor.Kind == JsonTokenType.String && text == ShownCount.UnderThree.ToString()) return ShownCount.UnderThree;
        if (cursor.Kind == JsonTokenType.String && text.StartsWith(">=", StringComparison.Ordinal) && Whole(text[2..]) is { } least) return ShownCount.AtLeast(least);
        Refuse(key);
        return default;
    }

    /// <summary>A measured value as text: numbers in one spelling, yes and no as <c>true</c> and <c>false</c>; null where there is none.</summary>
    public string? Value(string key)
    {
        switch (cursor.Kind)
        {
            case JsonTokenType.Null:
                return null;
            case JsonTokenType.Number:
                return Keep(RecordedNumber.Text(cursor.Text));
            case JsonTokenType.True:
                return "true";
            case JsonTokenType.False:
                return "false";
            default:
                return Text(key);
        }
    }

    /// <summary>A number; null where there is none, and where a decimal cannot hold it.</summary>
    public decimal? Number(string key)
    {
        if (cursor.Kind == JsonTokenType.Number) return RecordedNumber.Of(cursor.Text);
        if (cursor.Kind != JsonTokenType.Null) Refuse(key);
        return null;
    }

    /// <summary>A text in both languages.</summary>
    public LocalText LocalText(string key)
    {
        (string? chinese, string? english) = (null, null);
        Object(key, AssessmentKeys.LocalText, name =>
        {
            if (name == "zh") chinese = OptionalText(name);
            else english = OptionalText(name);
        });
        return new LocalText(chinese, english);
    }

    public ImmutableArray<string> Texts(string key)
    {
        ImmutableArray<string>.Builder texts = ImmutableArray.CreateBuilder<string>();
        List(key, () =>
        {
            if (Text(key) is { } text) texts.Add(text);
        });
        return texts.DrainToImmutable();
    }

    private void Members(AssessmentKeys keys, Action<string> read)
    {
        SourceSpan start = cursor.Span;
        HashSet<string> seen = new(StringComparer.Ordinal);
        while (cursor.Read() && cursor.Kind == JsonTokenType.PropertyName)
        {
            (string key, SourceSpan place) = (cursor.Text, cursor.Span);
            cursor.Read();
            seen.Add(key);
            if (keys.Has(key)) read(key);
            else
            {
                cursor.SkipValue();
                Report(new Diagnostic(DiagnosticCodes.AssessmentKeyUnknown, place, Part, DataExcerpt.Of(key)) { DidYouMean = NearestName.Of(key, keys.All) });
            }

            TakeSpoiled();
        }

        foreach (string key in keys.Required.Where(k => !seen.Contains(k))) Report(DiagnosticCodes.AssessmentKeyMissing, start, Part, key);
    }

    private void Refuse(string key, string? meant = null)
    {
        string shown = cursor.Kind switch
        {
            JsonTokenType.StartObject => "{",
            JsonTokenType.StartArray => "[",
            JsonTokenType.True => "true",
            JsonTokenType.False => "false",
            JsonTokenType.Null => "null",
            _ => DataExcerpt.Of(cursor.Text),
        };
        SourceSpan place = cursor.Span;
        cursor.SkipValue();
        Report(new Diagnostic(DiagnosticCodes.AssessmentValue, place, Part, key, shown) { DidYouMean = meant });
    }

    private void TakeSpoiled()
    {
        if (cursor.TakeSpoiled() is { } spoiled) Report(spoiled);
    }

    // A million findings say mostly the same: rules, schools, units, and sentences with the same numbers.
    private string Keep(string text)
    {
        if (text.Length > LongestKept) return text;
        if (_kept.TryGetValue(text, out string? kept)) return kept;
        if (_kept.Count < MostKept) _kept.Add(text);
        return text;
    }

    private static long? Whole(string text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long number) ? number : null;
}
