using System.Globalization;
using ComplianceRules.Diagnostics;
using ComplianceRules.Json;

namespace ComplianceRules.Packs;

/// <summary>Reads one entry of <c>instruments</c>, and references to instruments.</summary>
internal static class InstrumentReader
{
    private static readonly string[] DayForms = ["yyyy-MM-dd", "yyyy-MM", "yyyy"];

    public static Instrument? Read(JsonMember member, PackScope scope)
    {
        string? id = NodeReader.Id(member.Key, member.Name, scope.Problems);
        ObjectReader reader = new(member.Value, scope.Problems);
        string? kind = reader.OptionalWord("kind", [.. PackWords.InstrumentKinds.Keys]);
        LocalText? title = reader.RequiredLocalText("title", scope.Language);
        string? number = reader.IsNull("number") ? null : reader.OptionalText("number");
        LocalText? issuer = reader.IsNull("issuer") ? null : reader.OptionalLocalText("issuer", scope.Language);
        string? issued = LooseDay(reader, "issued");
        string? effective = LooseDay(reader, "effective");
        string? certainty = reader.RequiredWord("certainty", [.. PackWords.Certainties.Keys]);
        reader.Done();
        if (id is null || title is null || certainty is null || !scope.IsFirst("instruments", id, member.NameSpan)) return null;
        InstrumentKind sort = kind is null ? InstrumentKind.Notice : PackWords.InstrumentKinds[kind];
        return new Instrument(id, sort, title, number, issuer, issued, effective, PackWords.Certainties[certainty]) { Note = reader.NoteText };
    }

    /// <summary>Reads the reference under <c>source</c>.</summary>
    public static SourceReference? Source(ObjectReader? reader)
    {
        if (reader is null) return null;
        string? instrument = reader.RequiredId("instrument");
        string? clause = reader.IsNull("clause") ? null : reader.OptionalText("clause");
        reader.Done();
        return instrument is null ? null : new SourceReference(instrument, clause, reader.Node["instrument"]!.Span);
    }

    private static string? LooseDay(ObjectReader reader, string key)
    {
        if (reader.IsNull(key) || reader.OptionalText(key) is not { } text) return null;
        if (DateOnly.TryParseExact(text, DayForms, CultureInfo.InvariantCulture, DateTimeStyles.None, out _)) return text;
        reader.Problems.Report(DiagnosticCodes.BadLooseDay, reader.Node[key]!.Span, JsonFault.Shown(text));
        return null;
    }
}
