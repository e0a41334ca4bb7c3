namespace ComplianceRules.Cli.Tests;

/// <summary>A folder of made-up packs and data; gone after the test.</summary>
internal sealed class TempFolder : IDisposable
{
    /// <summary>A pack of one rule: at most 45 pupils in a class.</summary>
    public const string Pack = """
        {
          "id": "size", "version": "1.0.0", "region": "CN", "language": "en", "title": { "en": "Class size", "zh": "班额" },
          "instruments": { "law": { "kind": "law", "title": { "en": "The law", "zh": "某法" }, "certainty": "read" } },
          "facts": { "class": { "fields": { "enrolment": { "type": "number", "unit": "pupil", "range": [0, 200], "step": 1, "title": { "en": "enrolment", "zh": "人数" } } } } },
          "rules": [ {
            "id": "most", "area": "class_size", "subject": "class", "title": { "en": "At most 45 pupils", "zh": "不超过45人" },
            "limit": { "of": "enrolment", "max": 45 }, "binding": "mandatory", "source": { "instrument": "law", "clause": "1" }, "effective": { "from": "2020-09-01" }
          } ]
        }
        """;

    public string Path { get; } = Directory.CreateTempSubdirectory("compliance-rules").FullName;

    public string Packs => System.IO.Path.Combine(Path, "packs");

    public void Dispose() => Directory.Delete(Path, recursive: true);

    /// <summary>Writes a file.</summary>
    public string Write(string name, string text)
    {
        string path = System.IO.Path.Combine(Path, name);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return path;
    }

    /// <summary>Writes the pack, with a part of it changed.</summary>
    public TempFolder WithPack(string part = "", string changed = "", string id = "size")
    {
        string text = part.Length == 0 ? Pack : Pack.Replace(part, changed, StringComparison.Ordinal);
        Assert.Contains(part, Pack, StringComparison.Ordinal);
        Write($"packs/{id}/pack.json", text);
        return this;
    }

    /// <summary>Writes a snapshot of one school with one class.</summary>
    /// <param name="fields">The fields of the class.</param>
    /// <param name="head">The keys before the schools.</param>
    /// <param name="school">The fields of the school.</param>
    public string Snapshot(string fields, string head = """ "date": "2026-09-01", "covers": ["CN"], """, string school = """ "region": "370322", """) =>
        Write("snapshot.json", $$"""
            { "schemaVersion": 1, {{head}} "schools": [ { "id": "s1", {{school}} "classes": [ { "id": "1", {{fields}} } ] } ] }
            """);
}
