using System.Collections.Immutable;
using System.Text.Json;
using ComplianceRules.Diagnostics;
using ComplianceRules.Facts;

namespace ComplianceRules.Findings;

/// <summary>Reads an assessment as it was written.</summary>
/// <remarks>For one document.</remarks>
internal sealed class AssessmentReading
{
    private readonly JsonMembers _document;
    private readonly JsonMembers _counts;
    private readonly SourceReading _sources;
    private readonly FindingReading _findings;
    private readonly WaiverReading _waivers;
    private readonly DataReading _data;
    private readonly FactSchema _schema;
    private readonly bool _includesPersonal;

    private AssessmentReading(JsonMembers document)
    {
        DocumentParts parts = DocumentParts.Of(document);
        _document = document;
        _counts = document.Members("summary", AssessmentKeys.Summary).Map("byRule");
        _sources = new SourceReading(parts);
        _findings = new FindingReading(parts, _sources);
        _waivers = new WaiverReading(_sources);
        _includesPersonal = document.Flag("includesPersonal", only: true);
        _schema = SchemaReading.Read(document);
        _data = new DataReading(_schema);
    }

    /// <summary>Reads it.</summary>
    /// <param name="element">The document.</param>
    /// <exception cref="AssessmentJsonFault">It is no assessment, or one of another version.</exception>
    public static Assessment Read(JsonElement element)
    {
        RequireVersion(element);
        return new AssessmentReading(JsonMembers.Of(element, AssessmentKeys.Head, JsonPlace.Root, "assessment")).Assessment();
    }

    // What another version calls its keys is nothing to complain of.
    private static void RequireVersion(JsonElement element)
    {
        if (element.ValueKind != JsonValueKind.Object || !element.TryGetProperty("schemaVersion", out JsonElement version)) return;
        if (version.ValueKind != JsonValueKind.Number || !version.TryGetInt32(out int number) || number != AssessmentJson.SchemaVersion)
            throw new AssessmentJsonFault(JsonPlace.Root.Of("schemaVersion"), new Diagnostic(DiagnosticCodes.AssessmentVersion, null, DataExcerpt.Of(version.GetRawText())), null);
    }

    private Assessment Assessment() => new()
    {
        AsOf = _document.Date("asOf"),
        Packs = [.. _document.Items("packs", AssessmentKeys.Pack).Select(Pack)],
        NotInForce = _document.Texts("notInForce"),
        Data = _data.Read(_document.Members("data", AssessmentKeys.Data)),
        PreviousData = _document.OptionalMembers("previousData", AssessmentKeys.Data) is { } previous ? _data.Read(previous) : null,
        Schema = _schema,
        Rules = Rules(),
        Areas = Map(_document.Map("areas"), (areas, id) => areas.LocalText(id)),
        Findings = FindingList.Of(_document.Items("findings", AssessmentKeys.Finding).Select(_findings.Read)),
        PersonalCounts = [.. _document.Items("persons", AssessmentKeys.Persons).Select(Persons)],
        Waivers = _waivers.Summaries(_document),
        IncludesPersonal = _includesPersonal,
        Only = _document.OptionalRegion("only"),
        ListsAll = _document.Bool("listsAll"),
        Subjects = _document.Has("subjects") ? Map(_document.Map("subjects"), (tables, table) => (IReadOnlyCollection<string>)tables.Texts(table)) : null,
    };

    private static PackIdentity Pack(JsonMembers pack) =>
        new(pack.Text("id"), pack.Text("version"), pack.OptionalRegion("region"), pack.Text("sha256")) { HasRows = pack.Bool("hasRows") };

    private static PersonalCount Persons(JsonMembers count) => new(
        count.Text("rule"), SubjectReading.Optional(count, "parent"), count.Word("verdict", FindingNames.Verdicts), count.Word("severity", FindingNames.Severities), count.Count("rows"));

    private ImmutableArray<RuleSummary> Rules()
    {
        JsonMembers[] rules = [.. _document.Items("rules", AssessmentKeys.Rule)];
        ILookup<string, JsonMembers> packs = rules.ToLookup(r => r.Text("id"), StringComparer.Ordinal);
        if (_counts.Names.FirstOrDefault(rule => !packs.Contains(rule)) is { } other) throw _counts.Refused(other, "the counts of one of the `rules`");
        return [.. rules.Select(r => Rule(r, isShared: packs[r.Text("id")].Skip(1).Any()))];
    }

    private RuleSummary Rule(JsonMembers rule, bool isShared)
    {
        string id = rule.Text("id");
        string pack = rule.Text("pack");
        ShownCounts counts = isShared ? Counts(rule, "counts") : Counts(_counts, id);
        RuleSummary summary = new(
            id, pack, rule.LocalText("title"), rule.Text("area"), rule.Text("subject"), rule.Word("binding", FindingNames.Bindings), rule.Word("severity", FindingNames.Severities), Least(counts))
        {
            Source = _sources.Optional(rule, "source", pack),
            Remedy = rule.OptionalLocalText("remedy"),
        };
        ShownCounts shown = _includesPersonal && rule.Has("shown") ? Counts(rule, "shown") : counts;
        if (rule.Flag("personal", only: true) != _schema.IsPersonal(summary.Subject)) throw rule.Refused("personal", "what `tables` says of the subject");
        return shown == ShownCounts.Exactly(summary.Counts) ? summary : summary with { Shown = shown };
    }

    private static ShownCounts Counts(JsonMembers owner, string key)
    {
        JsonMembers counts = owner.Members(key, AssessmentKeys.Counts);
        return new ShownCounts(counts.Count("compliant"), counts.Count("nonCompliant"), counts.Count("undetermined"), counts.Count("notApplicable"), counts.Count("waived"));
    }

    private static VerdictCounts Least(ShownCounts counts) =>
        new(counts.Compliant.Least, counts.NonCompliant.Least, counts.Undetermined.Least, counts.NotApplicable.Least, counts.Waived.Least);

    private static ImmutableSortedDictionary<string, T> Map<T>(JsonMembers members, Func<JsonMembers, string, T> read) =>
        members.Names.ToImmutableSortedDictionary(name => name, name => read(members, name), StringComparer.Ordinal);
}
