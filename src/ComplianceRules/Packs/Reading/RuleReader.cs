using System.Collections.Immutable;
using ComplianceRules.Diagnostics;
using ComplianceRules.Json;

namespace ComplianceRules.Packs;

/// <summary>Reads one entry of <c>rules</c>; the value of its kind's key is left as it is.</summary>
internal sealed class RuleReader
{
    private readonly ObjectReader _reader;
    private readonly PackScope _scope;

    private RuleReader(JsonNode node, PackScope scope)
    {
        _reader = new ObjectReader(node, scope.Problems);
        _scope = scope;
    }

    public static Rule? Read(JsonNode node, PackScope scope) => new RuleReader(node, scope).Read();

    private Rule? Read()
    {
        string? id = _reader.RequiredId("id");
        string? area = _reader.RequiredId("area");
        string? subject = _reader.Required("subject") is { } table ? PackNames.Name(table, "subject", _scope.Problems) : null;
        LocalText? title = _reader.RequiredLocalText("title", _scope.Language);
        string? binding = _reader.RequiredWord("binding", [.. PackWords.Bindings.Keys]);
        SourceReference? source = InstrumentReader.Source(_reader.RequiredObject("source"));
        EffectivePeriod? effective = Effective();
        LocalText? message = _reader.OptionalLocalText("message", _scope.Language);
        LocalText? remedy = _reader.OptionalLocalText("remedy", _scope.Language);
        ImmutableArray<JsonMember> appliesTo = [.. PackParts.Entries(_reader.OptionalMembers("appliesTo"), _scope.Problems)];
        JsonNode? when = _reader.OptionalText("when") is null ? null : _reader.Node["when"];
        JsonNode? seasonOf = _reader.OptionalText("seasonOf") is null ? null : _reader.Node["seasonOf"];
        RuleReference? overrides = Overrides();
        Relaxation? relaxes = RelaxationReader.Read(_reader, _scope);
        JsonMember? kind = Kind();
        if (id is null || !_scope.IsFirst("rules", id, _reader.Node["id"]!.Span)) return null;
        if (area is null || subject is null || title is null || binding is null || source is null || effective is null || kind is null) return null;
        return new Rule(id, _reader.Node["subject"]!, kind.Name, kind.Value, _reader.Node["id"]!.Span)
        {
            Area = area,
            Title = title,
            Binding = PackWords.Bindings[binding],
            Source = source,
            Effective = effective,
            Message = message,
            Remedy = remedy,
            AppliesTo = appliesTo,
            When = when,
            SeasonOf = seasonOf,
            Overrides = overrides,
            Relaxes = relaxes,
            Note = _reader.NoteText,
        };
    }

    private EffectivePeriod? Effective()
    {
        if (_reader.RequiredObject("effective") is not { } reader) return null;
        DateOnly? from = PackParts.RequiredDayOrNull(reader, "from");
        DateOnly? warningUntil = reader.OptionalDate("warningUntil");
        DateOnly? until = reader.OptionalDate("until");
        reader.Done();
        PackParts.CheckOrder(reader, ("from", from), ("warningUntil", warningUntil));
        PackParts.CheckOrder(reader, ("from", from), ("until", until));
        PackParts.CheckOrder(reader, ("warningUntil", warningUntil), ("until", until));
        return new EffectivePeriod(from, warningUntil, until);
    }

    private RuleReference? Overrides()
    {
        if (_reader.Optional("overrides") is not { } node || NodeReader.Text(node, "overrides", _scope.Problems) is not { } text) return null;
        if (text.Split('/') is { Length: 1 or 2 } parts && parts.All(NodeReader.IsId)) return new RuleReference(text, node.Span);
        _scope.Problems.Report(DiagnosticCodes.BadRuleName, node.Span, JsonFault.Shown(text));
        return null;
    }

    // Closes the reading: only once every other key is known does an unknown one show, which may be a kind misspelt.
    private JsonMember? Kind()
    {
        foreach (string kind in RuleKindNames.All) _ = _reader.Has(kind);
        int before = _scope.Problems.Count;
        _reader.Done();
        JsonMember[] kinds = [.. _reader.Node.Members.Where(IsKind)];
        foreach (JsonMember other in kinds.Skip(1))
            _scope.Problems.Report(DiagnosticCodes.TwoKinds, other.NameSpan, Name(), kinds[0].Name, other.Name);
        if (kinds.Length == 0 && _reader.Node.Kind == JsonKind.Object && _scope.Problems.Count == before)
            _scope.Problems.Report(DiagnosticCodes.NoKind, _reader.Node.Span with { Length = 1 }, Name(), string.Join(", ", RuleKindNames.All.Select(k => $"`{k}`")));
        return kinds.Length == 1 ? kinds[0] : null;
    }

    private static bool IsKind(JsonMember member) => RuleKindNames.All.Contains(member.Name);

    private string Name() => JsonFault.Shown(_reader.Node["id"]?.Text ?? string.Empty);
}
