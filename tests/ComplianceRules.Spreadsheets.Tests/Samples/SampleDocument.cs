using System.Collections.Immutable;
using System.Text.Json;
using ComplianceRules.Tests;

namespace ComplianceRules.Spreadsheets.Tests.Samples;

/// <summary>The Gaoqing sample as its JSON has it, which the other formats are made of.</summary>
internal sealed class SampleDocument
{
    public const string Folder = "samples/gaoqing";

    private const string Classes = "classes";

    private SampleDocument(JsonElement root)
    {
        Root = root;
        JsonElement[] schools = [.. root.GetProperty("schools").EnumerateArray()];
        Schools = SampleTable.Of("school", schools.Select(s => Members(s, [])));
        ClassRows = SampleTable.Of("class", schools.SelectMany(s => s.GetProperty(Classes).EnumerateArray().Select(c => Members(c, [KeyValuePair.Create("school", s.GetProperty("id"))]))));
    }

    public static SampleDocument Value { get; } = new(JsonDocument.Parse(File.ReadAllBytes(RepositoryRoot.Combine($"{Folder}/snapshot.json"))).RootElement);

    public JsonElement Root { get; }

    public SampleTable Schools { get; }

    public SampleTable ClassRows { get; }

    public string Date => Root.GetProperty("date").GetString()!;

    public string Title => Root.GetProperty("title").GetString()!;

    public IEnumerable<string> Covers => Root.GetProperty("covers").EnumerateArray().Select(c => c.GetString()!);

    private static ImmutableArray<KeyValuePair<string, JsonElement>> Members(JsonElement row, IEnumerable<KeyValuePair<string, JsonElement>> more)
    {
        KeyValuePair<string, JsonElement>[] own = [.. row.EnumerateObject().Where(m => m.Name != Classes).Select(m => KeyValuePair.Create(m.Name, m.Value))];
        return [own[0], .. more, .. own[1..]];
    }
}
