using System.Collections.Immutable;
using ComplianceRules.Diagnostics;
using ComplianceRules.Facts;
using ComplianceRules.Findings;
using ComplianceRules.Json;
using ComplianceRules.Packs;

namespace ComplianceRules.Cases;

/// <summary>Reads the case files of a pack.</summary>
/// <param name="language">The pack's language, which plain text is in.</param>
/// <param name="problems">Takes what is wrong.</param>
internal sealed class CaseReader(TextLanguage language, DiagnosticBag problems)
{
    /// <summary>Reads one file: an array of cases.</summary>
    /// <param name="file">The file.</param>
    public ImmutableArray<PackCase> Read(SourceFile file)
    {
        if (StrictJson.Read(file, problems) is not { } root) return [];
        if (root.Kind == JsonKind.Array) return [.. root.Items.Select(ReadCase).OfType<PackCase>()];
        problems.Report(DiagnosticCodes.CasesNoArray, root.Span);
        return [];
    }

    private PackCase? ReadCase(JsonNode node)
    {
        ObjectReader reader = new(node, problems);
        string? name = reader.RequiredText("case");
        DateOnly? asOf = reader.RequiredDate("asOf");
        JsonNode? facts = reader.Required("facts");
        ImmutableArray<JsonMember> parameters = reader.OptionalMembers("parameters");
        ImmutableArray<JsonMember> expected = reader.RequiredMembers("expect");
        JsonNode? previous = reader.Optional("previous");
        SchoolCalendar? calendar = reader.OptionalObject("calendar") is { } written ? new AuthorCalendarReader(problems).Read(written) : null;
        ImmutableArray<Waiver> waivers = WaiverReader.Read(reader, language);
        reader.Done();
        if (name is null || asOf is not { } day || facts is null) return null;
        return new PackCase(name, day, facts, parameters, [.. expected.Where(m => m.Name != "note").Select(ReadExpectation).OfType<CaseExpectation>()], node.Span)
        {
            Previous = previous,
            Calendar = calendar,
            Waivers = waivers,
        };
    }

    private CaseExpectation? ReadExpectation(JsonMember member)
    {
        string[] parts = member.Name.Split('@', 2);
        string? subject = parts.Length == 2 ? parts[1] : null;
        if (member.Value is { Kind: JsonKind.Text, Text: CaseExpectation.NotInForceWord })
            return new CaseExpectation(parts[0], subject, null, null, null, null, member.NameSpan) { IsNotInForce = true };
        if (member.Value.Kind == JsonKind.Text)
            return VerdictOf(member.Value) is { } verdict ? new CaseExpectation(parts[0], subject, verdict, null, null, null, member.NameSpan) : null;
        ObjectReader reader = new(member.Value, problems);
        JsonNode? wanted = reader.Optional("verdict");
        JsonNode? limit = reader.Optional("limit");
        JsonNode? margin = reader.Optional("margin");
        ImmutableArray<string>? missing = reader.Has("missing") ? reader.OptionalTexts("missing") : null;
        JsonNode? band = reader.Optional("band");
        reader.Done();
        return new CaseExpectation(parts[0], subject, wanted is null ? null : VerdictOf(wanted), limit, margin, missing, member.NameSpan) { Band = band };
    }

    private Verdict? VerdictOf(JsonNode node)
    {
        string[] names = Enum.GetNames<Verdict>();
        if (node.Kind == JsonKind.Text && names.Contains(node.Text)) return Enum.Parse<Verdict>(node.Text);
        problems.Add(new Diagnostic(DiagnosticCodes.UnknownVerdict, node.Span, node.Text, string.Join(", ", names.Select(n => $"`{n}`"))) { DidYouMean = NearestName.Of(node.Text, names.Append(CaseExpectation.NotInForceWord)) });
        return null;
    }
}
