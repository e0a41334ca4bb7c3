using System.Text.Encodings.Web;
using System.Text.Json;
using ComplianceRules.Facts;

namespace ComplianceRules.Spreadsheets.Tests.Contract;

/// <summary>Snapshots in JSON.</summary>
internal sealed class JsonKit : SourceKit
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public override string Name => "json";

    /// <summary>A class as an object.</summary>
    public static string Class(MadeClass made, IEnumerable<string> columns)
    {
        IEnumerable<string> members = columns.Select(c => (Column: c, Value: Value(made, c))).Where(m => m.Value is not null).Select(m => $"\"{m.Column}\": {m.Value}");
        return $"{{ {string.Join(", ", members)} }}";
    }

    public override ISnapshotSource? Open(MadeDocument document)
    {
        string classes = string.Join(",\n", document.Classes.Select(c => Class(c, document.Columns)));
        string text = $"{{ \"schemaVersion\": 1, \"date\": \"2026-09-01\", \"schools\": [ {{ \"id\": \"S\" }} ],\n\"classes\": [\n{classes}\n] }}\n";
        return TextTwist.Apply(text, document.Twist) is { } bytes ? new JsonSnapshotSource(() => new MemoryStream(bytes), "snapshot.json") : null;
    }

    private static string? Value(MadeClass made, string column)
    {
        string? key = column switch { "id" => made.Id, "school" => made.School, _ => null };
        if (key is not null) return Text(key);
        MadeCell cell = made.Cell(column);
        return cell.Kind switch
        {
            MadeKind.Blank => null,
            MadeKind.Number or MadeKind.Formula => cell.Text,
            _ => Text(cell.Text),
        };
    }

    private static string Text(string text) => JsonSerializer.Serialize(text, Readable);
}
