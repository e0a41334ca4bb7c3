using System.Collections.Immutable;
using ComplianceRules.Diagnostics;
using ComplianceRules.Json;

namespace ComplianceRules.Packs;

/// <summary>Makes a pack of its files: the head from <c>pack.json</c>, the sections from all of them.</summary>
internal sealed class RulePackReader
{
    private readonly PackSource _source;
    private readonly PackScope _scope;
    private readonly ImmutableArray<ObjectReader> _parts;

    private RulePackReader(PackSource source, IReadOnlySet<string> countingUnits)
    {
        _source = source;
        _parts = [.. source.Roots.Select(root => new ObjectReader(root, source.Problems))];
        string? language = _parts[0].OptionalWord("language", [.. PackWords.Languages.Keys]);
        _scope = new PackScope(language is null ? TextLanguage.Chinese : PackWords.Languages[language], countingUnits, _parts[0].Has("extends"), source.Problems);
    }

    /// <summary>Reads a pack; null where it lacks what a pack must have.</summary>
    /// <param name="source">The files, and where trouble goes.</param>
    /// <param name="countingUnits">The counting units that all packs of the load declare.</param>
    public static RulePack? Read(PackSource source, IReadOnlySet<string> countingUnits) =>
        source.Roots.IsEmpty ? null : new RulePackReader(source, countingUnits).Read();

    private RulePack? Read()
    {
        RulePack? head = PackHeadReader.Read(_parts[0], _scope);
        ImmutableSortedDictionary<string, Instrument> instruments = Instruments();
        ImmutableSortedDictionary<string, LocalText> units = Units();
        ImmutableSortedDictionary<string, LocalText> areas = Areas();
        ImmutableArray<TableFragment> facts = [.. Entries("facts").Select(m => TableReader.Read(m, _scope)).OfType<TableFragment>()];
        ImmutableArray<Parameter> parameters = [.. Entries("parameters").Select(m => ParameterReader.Read(m, _scope)).OfType<Parameter>()];
        ImmutableArray<Rule> rules = [.. RuleNodes().Select(n => RuleReader.Read(n, _scope)).OfType<Rule>()];
        foreach (ObjectReader part in _parts)
        {
            _ = part.OptionalText("$schema");
            part.Done();
        }

        return head is null ? null : head with
        {
            Instruments = instruments,
            Units = units,
            Areas = areas,
            Facts = facts,
            Parameters = parameters,
            Rules = rules,
            Sha256 = _source.Sha256,
            Folder = _source.Folder.OnDisk,
            Files = _source.Files,
            Cases = _source.Folder.Cases,
        };
    }

    private ImmutableSortedDictionary<string, Instrument> Instruments() => Entries("instruments")
        .Select(m => InstrumentReader.Read(m, _scope))
        .OfType<Instrument>()
        .ToImmutableSortedDictionary(i => i.Id, i => i, StringComparer.Ordinal);

    private ImmutableSortedDictionary<string, LocalText> Units()
    {
        ImmutableSortedDictionary<string, LocalText>.Builder units = ImmutableSortedDictionary.CreateBuilder<string, LocalText>(StringComparer.Ordinal);
        foreach (JsonMember member in Entries("units"))
        {
            LocalText? title = NodeReader.LocalText(member.Value, member.Name, _scope.Language, _scope.Problems);
            if (!PackNames.IsUnitName(member.Name)) _scope.Problems.Report(DiagnosticCodes.BadUnitName, member.NameSpan, JsonFault.Shown(member.Name));
            else if (title is not null && _scope.IsFirst("units", member.Name, member.NameSpan)) units.Add(member.Name, title);
        }

        return units.ToImmutable();
    }

    private ImmutableSortedDictionary<string, LocalText> Areas()
    {
        ImmutableSortedDictionary<string, LocalText>.Builder areas = ImmutableSortedDictionary.CreateBuilder<string, LocalText>(StringComparer.Ordinal);
        foreach (JsonMember member in Entries("areas"))
        {
            string? id = NodeReader.Id(member.Key, member.Name, _scope.Problems);
            LocalText? title = NodeReader.LocalText(member.Value, member.Name, _scope.Language, _scope.Problems);
            if (id is not null && title is not null && _scope.IsFirst("areas", id, member.NameSpan)) areas.Add(id, title);
        }

        return areas.ToImmutable();
    }

    // Read one part after the other, so that what stands twice is reported where it stands the second time.
    private IEnumerable<JsonMember> Entries(string key) => _parts.SelectMany(part => PackParts.Entries(part.OptionalMembers(key), _scope.Problems));

    private IEnumerable<JsonNode> RuleNodes()
    {
        JsonNode[] nodes = [.. _parts.SelectMany(part => part.OptionalArray("rules"))];
        if (nodes.Length > PackBounds.Rules) PackBounds.Refuse("rules", PackBounds.Rules, nodes[PackBounds.Rules].Span, _scope.Problems);
        return nodes.Take(PackBounds.Rules);
    }
}
