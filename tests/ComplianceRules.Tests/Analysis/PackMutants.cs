using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace ComplianceRules.Tests.Analysis;

/// <summary>Every pack that differs from a given one in one place: a member or an item left out, or one value changed. Most are no packs at all.</summary>
internal sealed partial class PackMutants
{
    private static readonly string[][] Words =
    [
        ["mandatory", "principle", "encouraged", "target"],
        ["read", "mixed", "unverified"],
        ["law", "rule", "notice", "standard", "plan", "press", "school-plan"],
        ["lower", "higher", "earlier", "later", "superset", "subset", "none"],
        ["number", "bool", "text", "enum", "set", "date", "time"],
        ["week", "month", "term", "school_year", "year"],
        ["cv", "spread"],
        ["calendar", "working"],
        ["waiver", "reason"],
        ["370300", "370321", "370322", "370000", "370100", "CN"],
        ["min/d", "min/week", "h/d"],
        ["<=", "<"],
        ["&&", "||"],
    ];

    private readonly JsonNode _pack;
    private readonly ILookup<string, string> _byKey;

    private PackMutants(JsonNode pack)
    {
        _pack = pack;
        _byKey = Leaves(pack).Where(leaf => leaf.Node.GetValueKind() == System.Text.Json.JsonValueKind.String).ToLookup(leaf => KeyOf(leaf.Node), leaf => leaf.Node.GetValue<string>());
    }

    /// <summary>All of them, each with what was done where and, written when asked for, its text.</summary>
    /// <param name="pack">The text of a pack.</param>
    /// <param name="below">The path below which something is done.</param>
    public static IEnumerable<(string What, Func<string> Pack)> Of(string pack, string below = "$") => new PackMutants(JsonNode.Parse(pack)!).All(below);

    private IEnumerable<(string What, Func<string> Pack)> All(string below)
    {
        foreach ((JsonNode node, string path) in Nodes(_pack).Where(n => n.Path.StartsWith(below, StringComparison.Ordinal)).ToArray())
        {
            if (node.Parent is not null) yield return ($"{path} left out", () => Without(node));
            if (node is not JsonValue) continue;
            foreach (JsonNode other in Others(node)) yield return ($"{path} = {other.ToJsonString()}", () => With(node, other));
        }
    }

    private string Without(JsonNode node)
    {
        if (node.Parent is JsonArray array)
        {
            int place = array.IndexOf(node);
            array.RemoveAt(place);
            string text = _pack.ToJsonString();
            array.Insert(place, node);
            return text;
        }

        JsonObject parent = node.Parent!.AsObject();
        int at = parent.IndexOf(node.GetPropertyName());
        string name = node.GetPropertyName();
        parent.RemoveAt(at);
        string left = _pack.ToJsonString();
        parent.Insert(at, name, node);
        return left;
    }

    private string With(JsonNode node, JsonNode other)
    {
        node.ReplaceWith(other);
        string text = _pack.ToJsonString();
        other.ReplaceWith(node);
        return text;
    }

    private IEnumerable<JsonNode> Others(JsonNode node) => node.GetValueKind() switch
    {
        System.Text.Json.JsonValueKind.True => [JsonValue.Create(false)],
        System.Text.Json.JsonValueKind.False => [JsonValue.Create(true)],
        System.Text.Json.JsonValueKind.Number => [JsonValue.Create(node.GetValue<decimal>() + 1), JsonValue.Create(node.GetValue<decimal>() - 1)],
        System.Text.Json.JsonValueKind.String => Texts(node.GetValue<string>(), KeyOf(node)).Where(t => t != node.GetValue<string>()).Distinct(StringComparer.Ordinal).Select(t => (JsonNode)JsonValue.Create(t)),
        _ => [],
    };

    private IEnumerable<string> Texts(string text, string key)
    {
        string[][] sets = [.. Words.Where(w => w.Contains(text, StringComparer.Ordinal))];
        if (sets.Length > 0) return sets.SelectMany(w => Following(w, text));
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day)) return [Day(day.AddDays(1)), Day(day.AddDays(-1))];
        if (TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out TimeOnly time)) return [time.AddMinutes(1).ToString("HH:mm", CultureInfo.InvariantCulture)];
        if (key is "zh" or "en") return [text + "x"];
        IEnumerable<string> changed = Words[^2..].SelectMany(w => new[] { text.Replace(w[0], w[1], StringComparison.Ordinal), text.Replace(w[1], w[0], StringComparison.Ordinal) });
        return [text + "x", .. NumberIn().Matches(text).Select(m => Raised(text, m)), .. changed, .. _byKey[key].Distinct(StringComparer.Ordinal).Take(2)];
    }

    private static IEnumerable<string> Following(string[] words, string word)
    {
        int at = Array.IndexOf(words, word);
        return [words[(at + 1) % words.Length], words[(at + words.Length - 1) % words.Length]];
    }

    private static string Raised(string text, Match number) =>
        $"{text[..number.Index]}{(int.Parse(number.Value, CultureInfo.InvariantCulture) + 1).ToString(new string('0', number.Length), CultureInfo.InvariantCulture)}{text[(number.Index + number.Length)..]}";

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string KeyOf(JsonNode node) => node.Parent switch
    {
        JsonObject => node.GetPropertyName(),
        JsonArray { Parent: JsonObject } array => array.GetPropertyName(),
        _ => string.Empty,
    };

    private static IEnumerable<(JsonNode Node, string Path)> Leaves(JsonNode root) => Nodes(root).Where(n => n.Node is JsonValue);

    private static IEnumerable<(JsonNode Node, string Path)> Nodes(JsonNode root)
    {
        yield return (root, root.GetPath());
        IEnumerable<JsonNode?> below = root switch
        {
            JsonObject members => members.Select(m => m.Value),
            JsonArray items => items,
            _ => [],
        };
        foreach (JsonNode child in below.OfType<JsonNode>())
        {
            foreach ((JsonNode, string) node in Nodes(child)) yield return node;
        }
    }

    [GeneratedRegex("[0-9]{1,4}")]
    private static partial Regex NumberIn();
}
