using System.Diagnostics;
using System.Text;
using ComplianceRules.Diagnostics;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace ComplianceRules.Json;

/// <summary>Makes the tree of a file that has passed the gate, and attaches the gate's places to it in document order.</summary>
internal sealed class JsonTree
{
    private readonly SourceFile _file;
    private readonly IReadOnlyList<JsonMark> _marks;
    private int _next;

    private JsonTree(SourceFile file, IReadOnlyList<JsonMark> marks)
    {
        _file = file;
        _marks = marks;
    }

    public static JsonNode Build(SourceFile file, IReadOnlyList<JsonMark> marks) => new JsonTree(file, marks).Node(Parse(file));

    private static JToken Parse(SourceFile file)
    {
        ReadOnlySpan<byte> bytes = file.Bytes.Span;
        using StringReader text = new(Encoding.UTF8.GetString(bytes[JsonBytes.MarkLength(bytes)..]));
        using JsonTextReader reader = new(text) { DateParseHandling = DateParseHandling.None, MaxDepth = StrictJson.DeepestNesting + 1 };
        return JToken.ReadFrom(reader, new JsonLoadSettings { LineInfoHandling = LineInfoHandling.Ignore, DuplicatePropertyNameHandling = DuplicatePropertyNameHandling.Error });
    }

    // The gate has bounded the depth, so the recursion is bounded.
    private JsonNode Node(JToken token)
    {
        JsonMark mark = _marks[_next++];
        return token switch
        {
            JObject members => new JsonNode(_file, mark.Start, mark.End, Expect(mark, JsonKind.Object)) { Members = [.. members.Properties().Select(Member)] },
            JArray items => new JsonNode(_file, mark.Start, mark.End, Expect(mark, JsonKind.Array)) { Items = [.. items.Select(Node)] },
            JValue value => Leaf(mark, value),
            _ => throw new UnreachableException(),
        };
    }

    private JsonMember Member(JProperty property)
    {
        JsonMark name = _marks[_next++];
        return new JsonMember(new JsonNode(_file, name.Start, name.End, JsonKind.Text) { Text = property.Name }, Node(property.Value));
    }

    private JsonNode Leaf(JsonMark mark, JValue value) => value.Type switch
    {
        JTokenType.Null => new JsonNode(_file, mark.Start, mark.End, Expect(mark, JsonKind.Null)),
        JTokenType.Boolean => new JsonNode(_file, mark.Start, mark.End, Expect(mark, JsonKind.Bool)) { Truth = (bool)value },
        JTokenType.String => new JsonNode(_file, mark.Start, mark.End, Expect(mark, JsonKind.Text)) { Text = (string?)value ?? string.Empty },
        _ => new JsonNode(_file, mark.Start, mark.End, Expect(mark, JsonKind.Number)) { Text = Encoding.UTF8.GetString(_file.Bytes.Span[mark.Start..mark.End]) },
    };

    private static JsonKind Expect(JsonMark mark, JsonKind kind) => mark.Kind == kind ? kind : throw new UnreachableException();
}
