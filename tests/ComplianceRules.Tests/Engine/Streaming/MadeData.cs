using System.Text;
using System.Text.Json.Nodes;
using ComplianceRules.Facts;

namespace ComplianceRules.Tests.Engine.Streaming;

/// <summary>Makes snapshots of a few schools as text, with all kinds of trouble in them.</summary>
/// <param name="dice">What with.</param>
internal sealed class MadeData(Dice dice)
{
    /// <summary>A source of JSON or NDJSON.</summary>
    public ISnapshotSource Source()
    {
        JsonObject snapshot = Snapshot();
        if (dice.OneIn(2)) return Json(snapshot);
        byte[] lines = Encoding.UTF8.GetBytes(Lines(snapshot));
        return new NdjsonSnapshotSource(() => new MemoryStream(lines), "made.ndjson") { BufferSize = dice.Of(64, 4096), IsPlain = dice.OneIn(4) };
    }

    private JsonSnapshotSource Json(JsonObject snapshot)
    {
        JsonObject turned = dice.OneIn(3) ? new JsonObject(snapshot.Reverse().Select(m => KeyValuePair.Create(m.Key, m.Value?.DeepClone()))) : snapshot;
        byte[] bytes = Encoding.UTF8.GetBytes(turned.ToJsonString());
        return new JsonSnapshotSource(() => new MemoryStream(bytes), "made.json") { BufferSize = dice.Of(64, 4096), IsPlain = dice.OneIn(4) };
    }

    private JsonObject Snapshot()
    {
        int holes = dice.Of(0, 2, 3, 6);
        JsonObject snapshot = Nation(holes);
        JsonArray schools = snapshot["schools"]!.AsArray();
        for (int more = dice.Between(1, 4); more > 0; more--)
        {
            foreach (JsonNode? school in Nation(holes)["schools"]!.AsArray()) schools.Add(school!.DeepClone());
        }

        string? unknown = dice.OneIn(2) ? dice.Of("b", "n", "sb", "classes") : null;
        for (int i = 0; i < schools.Count; i++) Change(schools, i, unknown);
        return snapshot;
    }

    private JsonObject Nation(int holes) => JsonNode.Parse(MadeFacts.Json(MadeFacts.Nation(dice, holes)))!.AsObject();

    private void Change(JsonArray schools, int at, string? unknown)
    {
        JsonObject school = schools[at]!.AsObject();
        if (!dice.OneIn(8)) school["id"] = $"s{at}";
        if (unknown is not null) school.Remove(unknown);
        foreach (JsonNode? row in school["classes"]?.AsArray() ?? [])
        {
            if (unknown is not null) row!.AsObject().Remove(unknown);
            if (dice.OneIn(12)) row!["n"] = dice.Of(9, -1);
            if (dice.OneIn(6)) row!["grade"] = dice.Between(1, 6);
            if (dice.OneIn(2)) row!["pupils"] = new JsonArray([.. Enumerable.Range(0, dice.Between(0, 4)).Select(Pupil)]);
        }

        if (!dice.OneIn(5)) return;
        switch (dice.Between(0, 7))
        {
            case 0:
                school.Remove("region");
                break;
            case 1:
                school["region"] = "x";
                break;
            case 2:
                school["wrong"] = 1;
                break;
            case 3:
                school.Remove("id");
                break;
            case 4:
                schools[at] = 5;
                break;
            case 5:
                school["classes"] = JsonNode.Parse("""[ { "id": "1" }, { "id": "1" }, { "n": 2 } ]""");
                break;
            case 6:
                school["classes"] = 7;
                break;
            default:
                school["year_groups"] = JsonNode.Parse("""[ { "grade": 2, "classes": [ { "id": "9", "b": true } ] } ]""");
                break;
        }
    }

    private JsonObject Pupil(int number)
    {
        JsonObject pupil = new() { ["id"] = $"p{number}" };
        if (!dice.OneIn(4)) pupil["fit"] = dice.OneIn(2);
        if (!dice.OneIn(4)) pupil["hours"] = dice.Of(0, 1, 2, 9);
        if (dice.OneIn(3)) pupil["name"] = dice.Of("甲", "b");
        return pupil;
    }

    private static string Lines(JsonObject snapshot)
    {
        JsonArray schools = snapshot["schools"]!.AsArray();
        snapshot.Remove("schools");
        return string.Join('\n', schools.Select(s => s!.ToJsonString()).Prepend(snapshot.ToJsonString()));
    }
}
