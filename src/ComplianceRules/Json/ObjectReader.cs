using System.Collections.Immutable;
using ComplianceRules.Diagnostics;

namespace ComplianceRules.Json;

/// <summary>Reads an object key by key; what is missing, of another kind or unknown is reported.</summary>
/// <remarks>
/// Every key that is asked for is known from then on; <see cref="Done"/> reports the others. A key <c>note</c> with text is known in every object.
/// Optional getters answer null both where the key is absent and where its value was refused; a JSON null is refused unless <see cref="IsNull"/> was asked.
/// For one thread.
/// </remarks>
internal sealed class ObjectReader
{
    private const string Note = "note";

    private readonly HashSet<string> _known = new(StringComparer.Ordinal) { Note };

    /// <summary>Begins to read an object.</summary>
    /// <param name="node">The object; another kind is reported and then reads as if all were absent.</param>
    /// <param name="problems">Takes what is wrong.</param>
    public ObjectReader(JsonNode node, DiagnosticBag problems)
    {
        Node = node;
        Problems = problems;
        if (!IsObject) problems.Report(DiagnosticCodes.ObjectExpected, node.Span, JsonFault.Shown(node.Bytes.Span));
    }

    /// <summary>The object.</summary>
    public JsonNode Node { get; }

    /// <summary>Where trouble goes.</summary>
    public DiagnosticBag Problems { get; }

    private bool IsObject => Node.Kind == JsonKind.Object;

    /// <summary>The free text under <c>note</c>; null where there is none. Another kind of value is reported by <see cref="Done"/>.</summary>
    public string? NoteText => Node[Note] is { Kind: JsonKind.Text } note ? note.Text : null;

    /// <summary>The value of a key, of any kind; null where it is absent.</summary>
    public JsonNode? Optional(string key)
    {
        _known.Add(key);
        return Node[key];
    }

    /// <summary>The value of a key, of any kind; null where it is absent, which is reported.</summary>
    public JsonNode? Required(string key)
    {
        JsonNode? value = Optional(key);
        if (value is null && IsObject) Problems.Report(DiagnosticCodes.MissingKey, Node.Span with { Length = 1 }, key);
        return value;
    }

    /// <summary>Whether an object has a key.</summary>
    public bool Has(string key) => Optional(key) is not null;

    /// <summary>Whether a key is there and says null.</summary>
    public bool IsNull(string key) => Optional(key)?.Kind == JsonKind.Null;

    public string? OptionalText(string key) => Optional(key) is { } value ? NodeReader.Text(value, key, Problems) : null;

    public string? RequiredText(string key) => Required(key) is { } value ? NodeReader.Text(value, key, Problems) : null;

    public string? RequiredId(string key) => Required(key) is { } value ? NodeReader.Id(value, key, Problems) : null;

    public string? OptionalWord(string key, params string[] words) => Optional(key) is { } value ? NodeReader.Word(value, key, words, Problems) : null;

    public string? RequiredWord(string key, params string[] words) => Required(key) is { } value ? NodeReader.Word(value, key, words, Problems) : null;

    public LocalText? OptionalLocalText(string key, TextLanguage plain) => Optional(key) is { } value ? NodeReader.LocalText(value, key, plain, Problems) : null;

    public LocalText? RequiredLocalText(string key, TextLanguage plain) => Required(key) is { } value ? NodeReader.LocalText(value, key, plain, Problems) : null;

    public bool? OptionalBool(string key) => Optional(key) is { } value ? NodeReader.Bool(value, key, Problems) : null;

    public JsonNode? OptionalNumber(string key) => Optional(key) is { } value ? NodeReader.Number(value, key, Problems) : null;

    public JsonNode? RequiredNumber(string key) => Required(key) is { } value ? NodeReader.Number(value, key, Problems) : null;

    public int? OptionalWhole(string key) => Optional(key) is { } value ? NodeReader.Whole(value, key, Problems) : null;

    public DateOnly? OptionalDate(string key) => Optional(key) is { } value ? NodeReader.Date(value, key, Problems) : null;

    public DateOnly? RequiredDate(string key) => Required(key) is { } value ? NodeReader.Date(value, key, Problems) : null;

    public ImmutableArray<JsonNode> OptionalArray(string key) => Optional(key) is { } value ? NodeReader.Items(value, key, Problems) : [];

    public ImmutableArray<JsonNode> RequiredArray(string key) => Required(key) is { } value ? NodeReader.Items(value, key, Problems) : [];

    public ImmutableArray<string> OptionalTexts(string key) => Optional(key) is { } value ? NodeReader.Texts(value, key, Problems) : [];

    public ImmutableArray<JsonMember> OptionalMembers(string key) => Optional(key) is { } value ? NodeReader.Members(value, key, Problems) : [];

    public ImmutableArray<JsonMember> RequiredMembers(string key) => Required(key) is { } value ? NodeReader.Members(value, key, Problems) : [];

    /// <summary>A reader of the object below a key; null where there is none.</summary>
    public ObjectReader? OptionalObject(string key) => Optional(key) is { } value ? Below(value, key) : null;

    /// <summary>A reader of the object below a key; null where there is none, which is reported.</summary>
    public ObjectReader? RequiredObject(string key) => Required(key) is { } value ? Below(value, key) : null;

    /// <summary>Reports every key that nobody asked for; to be called once all have been.</summary>
    public void Done()
    {
        foreach (JsonMember member in Node.Members.Where(m => !_known.Contains(m.Name)))
        {
            Problems.Add(new Diagnostic(DiagnosticCodes.UnknownKey, member.NameSpan, JsonFault.Shown(member.Name)) { DidYouMean = NearestName.Of(member.Name, _known) });
        }

        if (Node[Note] is { } note) _ = NodeReader.AnyText(note, Note, Problems);
    }

    private ObjectReader? Below(JsonNode value, string key)
    {
        if (value.Kind == JsonKind.Object) return new ObjectReader(value, Problems);
        Problems.Report(DiagnosticCodes.ObjectExpected, value.Span, key);
        return null;
    }
}
