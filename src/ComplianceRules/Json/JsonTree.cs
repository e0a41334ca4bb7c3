using System.Collections.Immutable;
using System.Diagnostics;
using System.Text;
using ComplianceRules.Diagnostics;
using Newtonsoft.Json;

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

    public static JsonNode Build(SourceFile file, IReadOnlyList<JsonMark> marks)
    {
        ReadOnlySpan<byte> bytes = file.Bytes.Span;
        using StringReader text = new(Encoding.UTF8.GetString(bytes[JsonBytes.MarkLength(bytes)..]));
        using JsonTextReader reader = new(text) { DateParseHandling = DateParseHandling.None, MaxDepth = StrictJson.DeepestNesting + 1 };
        reader.Read();
        return new JsonTree(file, marks).Node(reader);
    }

    // The gate has bounded the depth, so the recursion is bounded; it has refused names that stand twice too.
    private JsonNode Node(JsonTextReader reader)
    {
        JsonMark mark = _marks[_next++];
        return reader.TokenType switch
        {
            JsonToken.StartObject => new JsonNode(_file, mark.Start, mark.End, Expect(mark, JsonKind.Object)) { Members = Members(reader) },
            JsonToken.StartArray => new JsonNode(_file, mark.Start, mark.End, Expect(mark, JsonKind.Array)) { Items = Items(reader) },
            _ => Leaf(mark, reader),
        };
    }

    private ImmutableArray<JsonMember> Members(JsonTextReader reader)
    {
        ImmutableArray<JsonMember>.Builder members = ImmutableArray.CreateBuilder<JsonMember>();
        while (reader.Read() && reader.TokenType == JsonToken.PropertyName)
        {
            JsonMark mark = _marks[_next++];
            JsonNode name = new(_file, mark.Start, mark.End, JsonKind.Text) { Text = (string)reader.Value! };
            reader.Read();
            members.Add(new JsonMember(name, Node(reader)));
        }

        return members.DrainToImmutable();
    }

    private ImmutableArray<JsonNode> Items(JsonTextReader reader)
    {
        ImmutableArray<JsonNode>.Builder items = ImmutableArray.CreateBuilder<JsonNode>();
        while (reader.Read() && reader.TokenType != JsonToken.EndArray) items.Add(Node(reader));
        return items.DrainToImmutable();
    }

    private JsonNode Leaf(JsonMark mark, JsonTextReader reader) => reader.TokenType switch
    {
        JsonToken.Null => new JsonNode(_file, mark.Start, mark.End, Expect(mark, JsonKind.Null)),
        JsonToken.Boolean => new JsonNode(_file, mark.Start, mark.End, Expect(mark, JsonKind.Bool)) { Truth = (bool)reader.Value! },
        JsonToken.String => new JsonNode(_file, mark.Start, mark.End, Expect(mark, JsonKind.Text)) { Text = (string)reader.Value! },
        JsonToken.Integer or JsonToken.Float => new JsonNode(_file, mark.Start, mark.End, Expect(mark, JsonKind.Number)) { Text = Encoding.UTF8.GetString(_file.Bytes.Span[mark.Start..mark.End]) },
        _ => throw new UnreachableException(),
    };

    private static JsonKind Expect(JsonMark mark, JsonKind kind) => mark.Kind == kind ? kind : throw new UnreachableException();
}
