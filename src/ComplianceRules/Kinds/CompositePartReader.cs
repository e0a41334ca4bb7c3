using System.Collections.Immutable;
using ComplianceRules.Diagnostics;
using ComplianceRules.Json;
using ComplianceRules.Packs;

namespace ComplianceRules.Kinds;

/// <summary>Reads which rules a composed rule is made of.</summary>
/// <remarks>For one rule.</remarks>
internal sealed class CompositePartReader
{
    private readonly KindContext _rule;
    private readonly ImmutableArray<NamedRule> _rules;
    private readonly ILookup<string, NamedRule> _byName;
    private readonly HashSet<string> _mandatory;
    private readonly Dictionary<string, string> _subjects = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SourceSpan> _ids = new(StringComparer.Ordinal);

    /// <summary>Gets ready to read.</summary>
    /// <param name="rule">The rule.</param>
    public CompositePartReader(KindContext rule)
    {
        _rule = rule;
        _rules = [.. rule.Related()];
        _byName = _rules.SelectMany(r => r.IsKnown ? new[] { r.FullId, r.Rule.Id } : [r.FullId], (r, name) => KeyValuePair.Create(name, r)).ToLookup(r => r.Key, r => r.Value, StringComparer.Ordinal);
        _mandatory = _rules.Where(r => r.Rule.Binding == Binding.Mandatory).Select(r => r.Id).ToHashSet(StringComparer.Ordinal);
        foreach (NamedRule named in _rules) _subjects.TryAdd(named.Id, named.Rule.Subject);
    }

    /// <summary>The table that a rule judges.</summary>
    /// <param name="rule">The full id that other rules know it by.</param>
    public string SubjectOf(string rule) => _subjects[rule];

    /// <summary>Whether a rule, or one that takes its place, is of binding mandatory.</summary>
    /// <param name="rule">The full id that other rules know it by.</param>
    public bool IsMandatory(string rule) => _mandatory.Contains(rule);

    /// <summary>Reads the parts and the vetoes.</summary>
    public ImmutableArray<ComposedPart> Read()
    {
        ObjectReader body = new(_rule.Rule.Body, _rule.Problems);
        ImmutableArray<JsonNode> of = body.RequiredArray("of");
        ImmutableArray<JsonNode> vetoes = body.OptionalArray("veto");
        body.Done();
        if (body.Node["of"] is { Kind: JsonKind.Array } written && of.IsEmpty) _rule.Problems.Report(DiagnosticCodes.NoEntries, written.Span, "of");
        foreach ((string key, ImmutableArray<JsonNode> nodes) in new[] { ("of", of), ("veto", vetoes) })
        {
            if (nodes.Length > PackBounds.Parts) PackBounds.Refuse(key, PackBounds.Parts, nodes[PackBounds.Parts].Span, _rule.Problems);
        }

        return [.. of.Take(PackBounds.Parts).Select(Part).OfType<ComposedPart>(), .. vetoes.Take(PackBounds.Parts).Select(Veto).OfType<ComposedPart>()];
    }

    private ComposedPart? Part(JsonNode node)
    {
        ObjectReader part = new(node, _rule.Problems);
        string? id = part.RequiredId("id");
        ImmutableArray<JsonNode> rules = part.OptionalArray("rules");
        string? area = part.Optional("area") is { } named ? NodeReader.Id(named, "area", _rule.Problems) : null;
        part.Done();
        if (node.Kind != JsonKind.Object || id is null) return null;
        if (!_ids.TryAdd(id, node["id"]!.Span)) _rule.Problems.Report(DiagnosticCodes.DuplicateEntry, node["id"]!.Span, id, "of", _ids[id].ToString());
        if (part.Has("rules") == part.Has("area"))
        {
            _rule.Problems.Report(DiagnosticCodes.PartOfWhat, node.Span with { Length = 1 }, id);
            return null;
        }

        if (area is null) return new ComposedPart(id, false, [.. Ordered(rules.SelectMany(Named))]);
        NamedRule[] all = OfArea(area, node["area"]!);
        // Who adds a rule on a source that nobody has read would make the whole weigh less.
        return new ComposedPart(id, false, [.. Ordered(all)]) { Beside = [.. Ordered(all.Where(r => r is { IsUnverified: true, IsKnown: false } && r.Id == r.FullId))] };
    }

    private ComposedPart? Veto(JsonNode node) => Named(node).ToArray() is { Length: > 0 } rules ? new ComposedPart(node.Text, true, [.. Ordered(rules)]) : null;

    private IEnumerable<NamedRule> Named(JsonNode node)
    {
        if (NodeReader.Text(node, "rules", _rule.Problems) is not { } name) return [];
        NamedRule[] named = [.. _byName[name]];
        if (named.Length == 0)
            _rule.Problems.Add(new Diagnostic(DiagnosticCodes.PartUnknownRule, node.Span, name) { DidYouMean = NearestName.Of(name, _byName.Select(r => r.Key)) });
        else if (named[0].IsComposite)
            _rule.Problems.Report(DiagnosticCodes.PartIsComposite, node.Span, name);
        else if (!IsBelow(named[0].Rule.Subject))
            _rule.Problems.Report(DiagnosticCodes.PartNotBelow, node.Span, name, named[0].Rule.Subject, _rule.Rule.Subject);
        return named;
    }

    private NamedRule[] OfArea(string area, JsonNode place)
    {
        NamedRule[] all = [.. _rules.Where(r => r.Rule.Area == area && !r.IsComposite)];
        NamedRule[] below = [.. all.Where(r => IsBelow(r.Rule.Subject))];
        if (below.Length == 0)
        {
            string? near = all.Length > 0 ? null : NearestName.Of(area, _rules.Where(r => !r.IsComposite).Select(r => r.Rule.Area).Distinct(StringComparer.Ordinal));
            _rule.Problems.Add(new Diagnostic(DiagnosticCodes.PartAreaEmpty, place.Span, area, _rule.Rule.Subject) { DidYouMean = near });
        }

        return below;
    }

    private bool IsBelow(string table) => table == _rule.Rule.Subject || _rule.Schema.Lists(_rule.Rule.Subject).Any(t => t.Name == table);

    private static IEnumerable<string> Ordered(IEnumerable<NamedRule> rules) =>
        rules.OrderBy(r => r.Rule.Subject, StringComparer.Ordinal).ThenBy(r => r.Id, StringComparer.Ordinal).Select(r => r.Id).Distinct(StringComparer.Ordinal);
}
