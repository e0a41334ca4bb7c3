using ComplianceRules.Diagnostics;
using ComplianceRules.Json;

namespace ComplianceRules.Interop;

/// <summary>Reads an object whose keys may be written in any case; a value of null is as good as none.</summary>
/// <remarks>For one thread. Every key that is asked for is known from then on; <see cref="Done"/> tells the others.</remarks>
internal sealed class FoldedObject(JsonNode node, DiagnosticBag problems)
{
    private readonly HashSet<string> _known = new(StringComparer.OrdinalIgnoreCase) { "$schema" };

    public JsonNode Node { get; } = node;

    /// <summary>The value of a key, of any kind; null where there is none.</summary>
    public JsonNode? Any(string key)
    {
        _known.Add(key);
        return Node.Members.FirstOrDefault(m => string.Equals(m.Name, key, StringComparison.OrdinalIgnoreCase)) is { Value.Kind: not JsonKind.Null } member ? member.Value : null;
    }

    /// <summary>A text that is not blank; null where there is none.</summary>
    public JsonNode? Text(string key) => OfKind(key, JsonKind.Text, "text") is { } text && !string.IsNullOrWhiteSpace(text.Text) ? text : null;

    public bool Truth(string key, bool otherwise) => OfKind(key, JsonKind.Bool, "bool")?.Truth ?? otherwise;

    public IEnumerable<JsonNode> Items(string key) => OfKind(key, JsonKind.Array, "list")?.Items ?? [];

    /// <summary>The objects of a list; what is none is reported.</summary>
    public IEnumerable<JsonNode> Objects(string key) => Items(key).Where(i => IsKind(i, key, JsonKind.Object, "object"));

    /// <summary>The texts of a list; what is none is reported.</summary>
    public IEnumerable<JsonNode> Texts(string key) => Items(key).Where(i => IsKind(i, key, JsonKind.Text, "text"));

    /// <summary>The key and value as they are written; null where there is none.</summary>
    public JsonMember? Member(string key)
    {
        _known.Add(key);
        return Node.Members.FirstOrDefault(m => string.Equals(m.Name, key, StringComparison.OrdinalIgnoreCase) && m.Value.Kind != JsonKind.Null);
    }

    /// <summary>Tells every key that nobody asked for, and those that only case tells apart: nobody knows which of them counts.</summary>
    public void Done()
    {
        foreach (JsonMember twice in Node.Members.GroupBy(m => m.Name, StringComparer.OrdinalIgnoreCase).SelectMany(g => g.Skip(1)))
            problems.Report(DiagnosticCodes.ForeignKind, twice.NameSpan, JsonFault.Shown(twice.Name), "single value");
        foreach (JsonMember member in Node.Members.Where(m => !_known.Contains(m.Name)))
            problems.Add(new Diagnostic(DiagnosticCodes.ForeignKey, member.NameSpan, JsonFault.Shown(member.Name)) { DidYouMean = NearestName.Of(member.Name, _known) });
    }

    private JsonNode? OfKind(string key, JsonKind kind, string name) => Any(key) is { } value && IsKind(value, key, kind, name) ? value : null;

    private bool IsKind(JsonNode value, string key, JsonKind kind, string name)
    {
        if (value.Kind == kind) return true;
        problems.Report(DiagnosticCodes.ForeignKind, value.Span, key, name);
        return false;
    }
}
