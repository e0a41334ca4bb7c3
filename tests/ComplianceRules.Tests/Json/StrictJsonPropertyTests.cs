using System.Text;
using System.Text.Json;
using ComplianceRules.Diagnostics;
using ComplianceRules.Json;

namespace ComplianceRules.Tests.Json;

public sealed class StrictJsonPropertyTests
{
    private const string Others = "\"\\[]{},:0123456789eE+-. tfnu/*x\n\0\u00EF";

    private static readonly byte[] Seed = Encoding.UTF8.GetBytes(
        "{ \"a\": [1, -2.5e-3, true, null, \"x\\n\\ud83d\\ude00中\"], \"b\": { \"c\": {}, \"d\": [] }, \"e\": \"\\\"\", \"f\": [[1], [2, { \"g\": 0 }]] }");

    [Fact]
    public void Whatever_bytes_are_changed_the_reading_ends_with_a_tree_or_with_a_diagnostic()
    {
        Random random = new(20260901);
        for (int round = 0; round < 20_000; round++)
        {
            byte[] bytes = Mutate(random);
            DiagnosticBag problems = new();
            JsonNode? node = StrictJson.Read(new SourceFile("pack.json", bytes), problems);

            Assert.True(node is not null || problems.HasErrors, Encoding.UTF8.GetString(bytes));
            Assert.True(IsJson(bytes) || problems.HasErrors, Encoding.UTF8.GetString(bytes));
            foreach (Diagnostic problem in problems.InFileOrder()) Assert.InRange(problem.Span!.Line, 0, bytes.Length + 1);
            if (node is not null) Assert.Equal(Texts(bytes), Texts(node));
        }
    }

    private static byte[] Mutate(Random random)
    {
        List<byte> bytes = [.. Seed];
        for (int change = random.Next(1, 4); change > 0; change--)
        {
            int at = random.Next(bytes.Count);
            byte other = (byte)Others[random.Next(Others.Length)];
            switch (random.Next(3))
            {
                case 0: bytes[at] = other; break;
                case 1: bytes.Insert(at, other); break;
                default: bytes.RemoveAt(at); break;
            }
        }

        return [.. bytes];
    }

    private static bool IsJson(byte[] bytes)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(bytes);
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    // Every name and value as it is written, from the places of the tree and from a reader that knows nothing of it.
    private static IEnumerable<string> Texts(JsonNode node) => node.Kind switch
    {
        JsonKind.Object => node.Members.SelectMany(m => Texts(m.Key).Concat(Texts(m.Value))),
        JsonKind.Array => node.Items.SelectMany(Texts),
        _ => [Encoding.UTF8.GetString(node.Bytes.Span)],
    };

    private static List<string> Texts(byte[] bytes)
    {
        List<string> texts = [];
        Utf8JsonReader reader = new(bytes);
        while (reader.Read())
        {
            string text = Encoding.UTF8.GetString(reader.ValueSpan);
            if (reader.TokenType is JsonTokenType.PropertyName or JsonTokenType.String) texts.Add($"\"{text}\"");
            else if (reader.TokenType is JsonTokenType.Number or JsonTokenType.True or JsonTokenType.False or JsonTokenType.Null) texts.Add(text);
        }

        return texts;
    }
}
