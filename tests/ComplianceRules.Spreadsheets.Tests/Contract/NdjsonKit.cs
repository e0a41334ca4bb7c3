using ComplianceRules.Facts;

namespace ComplianceRules.Spreadsheets.Tests.Contract;

/// <summary>Snapshots in lines of JSON: a line a school, its classes within it.</summary>
internal sealed class NdjsonKit : SourceKit
{
    public override string Name => "ndjson";

    public override ISnapshotSource? Open(MadeDocument document)
    {
        // What stands within a school cannot name another one.
        if (document.Classes.Any(c => c.School != "S")) return null;
        IEnumerable<string> schools = document.Classes.GroupBy(c => c.School, StringComparer.Ordinal).Select(g => School(g.Key, g, document));
        string text = $"{{ \"schemaVersion\": 1, \"date\": \"2026-09-01\" }}\n{string.Join('\n', schools)}\n";
        return TextTwist.Apply(text, document.Twist) is { } bytes ? new NdjsonSnapshotSource(() => new MemoryStream(bytes), "snapshot.ndjson") : null;
    }

    // A line is one record: where it cannot be read, its classes are listed with it.
    public override bool HasAll(MadeDocument document, DataReport data) =>
        data.Rows.GetValueOrDefault("school") == 0 ? data.Skipped.Length == 1 : base.HasAll(document, data);

    private static string School(string id, IEnumerable<MadeClass> classes, MadeDocument document)
    {
        IEnumerable<string> objects = classes.Select(c => JsonKit.Class(c, document.Columns.Where(column => column != "school")));
        return $"{{ \"id\": \"{id}\", \"classes\": [ {string.Join(", ", objects)} ] }}";
    }
}
