using System.Collections.Immutable;
using ComplianceRules.Diagnostics;
using ComplianceRules.Expressions;
using ComplianceRules.Facts;
using ComplianceRules.Json;
using ComplianceRules.Packs;

namespace ComplianceRules.Engine;

/// <summary>Makes the parameter book of a pack and everything further out.</summary>
/// <remarks>For one thread. Trouble is reported only for the innermost pack; the others are read in their own turn.</remarks>
/// <param name="schema">The tables and fields that the packs may speak of.</param>
/// <param name="scopes">Which pack may build on which.</param>
/// <param name="problems">Takes what is wrong.</param>
internal sealed class ParameterBookReader(FactSchema schema, PackScopes scopes, DiagnosticBag problems)
{
    private readonly Dictionary<ParameterId, ParameterDefinition> _definitions = [];
    private readonly Dictionary<ParameterId, ImmutableArray<ParameterEntry>> _entries = [];
    private readonly Dictionary<string, (string Name, SourceSpan Place)> _names = new(StringComparer.OrdinalIgnoreCase);
    private bool _reports;

    /// <summary>Reads the parameters of packs.</summary>
    /// <param name="packs">The packs, outermost first; trouble is reported for the last.</param>
    public ParameterBook Read(ImmutableArray<RulePack> packs)
    {
        foreach (RulePack pack in packs)
        {
            _reports = pack == packs[^1];
            foreach (Parameter parameter in pack.Parameters) Add(pack, parameter);
        }

        return new ParameterBook([.. _definitions.Values.Select(WithKeys)], _entries);
    }

    private void Add(RulePack pack, Parameter parameter)
    {
        ParameterDefinition? definition = parameter.IsIntroduced ? Introduce(pack, parameter) : Extend(pack, parameter);
        if (definition is null) return;
        List<ParameterEntry> entries = [];
        foreach (DatedValue value in parameter.Values) AddEntries(entries, pack, parameter, definition, value);
        _entries[definition.Id] = _entries.GetValueOrDefault(definition.Id, []).AddRange(entries);
    }

    private ParameterDefinition? Introduce(RulePack pack, Parameter parameter)
    {
        if (Introduced(pack, parameter.Name) is { } taken)
        {
            Report(DiagnosticCodes.ParameterIntroducedTwice, parameter.Place, parameter.Name, taken.Pack.Id);
            return null;
        }

        if (!_names.TryAdd(parameter.Name, (parameter.Name, parameter.Place)) && _names[parameter.Name] is var (other, place) && other != parameter.Name)
        {
            Report(DiagnosticCodes.DiffersByCase, parameter.Place, parameter.Name, other, place.ToString());
            return null;
        }

        FieldType kind = parameter.Type ?? FieldType.Number;
        _ = Unit.TryParse(parameter.Unit ?? Unit.One.Text, schema.Units.Keys, out Unit unit);
        if (parameter.By is { } by && KeyField(by) is null)
        {
            Report(DiagnosticCodes.ParameterKeyField, parameter.Place, parameter.Name, by);
            return null;
        }

        ExpressionType type = kind switch
        {
            FieldType.Number => ExpressionType.Number(unit),
            FieldType.Time => ExpressionType.Time,
            _ => new ExpressionType(kind),
        };
        if (parameter.Relaxes is { } alone) Report(DiagnosticCodes.NothingToRelax, alone.Source.Place, parameter.Name);
        ParameterDefinition definition = new(new ParameterSignature(parameter.Name, type, parameter.By, []), parameter.Strictness!.Value, pack);
        _definitions[definition.Id] = definition;
        return definition;
    }

    private ParameterDefinition? Extend(RulePack pack, Parameter parameter)
    {
        if (Introduced(pack, parameter.Name) is not { } definition)
        {
            if (!_reports) return null;
            string? near = NearestName.Of(parameter.Name, _definitions.Keys.Select(d => d.Name));
            problems.Add(new Diagnostic(DiagnosticCodes.ParameterNotIntroduced, parameter.Place, parameter.Name) { DidYouMean = near });
            return null;
        }

        if (!scopes.Extends(pack, definition.Pack)) Report(DiagnosticCodes.ValueWithoutExtends, parameter.Place, pack.Id, parameter.Name, definition.Pack.Id);
        if (parameter.Type is { } type && type != definition.Signature.Type.Kind) Restated(parameter, "type", definition);
        if (parameter.By is { } by && by != definition.Signature.By) Restated(parameter, "by", definition);
        if (parameter.Unit is { } unit && !(Unit.TryParse(unit, schema.Units.Keys, out Unit own) && own.Equals(definition.Signature.Type.Unit))) Restated(parameter, "unit", definition);
        return definition;
    }

    /// <summary>The parameter of a name as a pack means it: introduced by itself or by the nearest pack further out.</summary>
    private ParameterDefinition? Introduced(RulePack pack, string name) =>
        scopes.Of(pack).Reverse().Select(p => _definitions.GetValueOrDefault(new ParameterId(p.Id, name))).FirstOrDefault(d => d is not null);

    private void AddEntries(List<ParameterEntry> entries, RulePack pack, Parameter parameter, ParameterDefinition definition, DatedValue value)
    {
        if (definition.Signature.By is not { } by)
        {
            AddEntry(entries, pack, parameter, definition, (value, null, value.Value));
            return;
        }

        if (value.Value.Kind != JsonKind.Object)
        {
            Report(DiagnosticCodes.ParameterValueDoesNotFit, value.Value.Span, parameter.Name, Shown(value.Value), $"{{ \"{by}\": … }}");
            return;
        }

        FieldSchema? field = KeyField(by);
        foreach (JsonMember member in value.Value.Members.Where(m => m.Name != "note"))
        {
            if (field is not null && !field.HasOption(member.Name)) UnknownKey(parameter, field, member);
            else AddEntry(entries, pack, parameter, definition, (value, member.Name, member.Value));
        }
    }

    private void AddEntry(List<ParameterEntry> entries, RulePack pack, Parameter parameter, ParameterDefinition definition, (DatedValue Value, string? Key, JsonNode Written) one)
    {
        (DatedValue value, string? key, JsonNode written) = one;
        if (ParameterValueReader.Read(written, definition.Signature.Type.Kind) is { } read) entries.Add(new ParameterEntry(pack, key, read, value) { Relaxes = parameter.Relaxes });
        else Report(DiagnosticCodes.ParameterValueDoesNotFit, written.Span, definition.Signature.Name, Shown(written), FieldTypeWords.Of(definition.Signature.Type.Kind));
    }

    private void UnknownKey(Parameter parameter, FieldSchema field, JsonMember member)
    {
        if (!_reports) return;
        string? near = NearestName.Of(member.Name, field.Options.Select(o => o.Key));
        problems.Add(new Diagnostic(DiagnosticCodes.UnknownParameterKey, member.NameSpan, member.Name, field.Name, parameter.Name) { DidYouMean = near });
    }

    private void Restated(Parameter parameter, string key, ParameterDefinition definition) =>
        Report(DiagnosticCodes.ParameterRestated, parameter.Place, parameter.Name, key, definition.Pack.Id);

    private void Report(DiagnosticCode code, SourceSpan place, params ReadOnlySpan<string> arguments)
    {
        if (_reports) problems.Report(code, place, arguments);
    }

    private FieldSchema? KeyField(string name) =>
        schema.Tables.Values.Select(t => t.Fact(name)).FirstOrDefault(f => f?.Type == FieldType.Enum);

    private ParameterDefinition WithKeys(ParameterDefinition definition)
    {
        ImmutableArray<ParameterEntry> entries = _entries.GetValueOrDefault(definition.Id, []);
        ImmutableArray<string> keys = [.. entries.Select(e => e.Key).OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        ImmutableArray<string> options = [.. entries.Select(e => e.Value).OfType<SetValue>().SelectMany(s => s.Members).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        return definition with { Signature = definition.Signature with { Keys = keys, Type = definition.Signature.Type with { Options = options } } };
    }

    private static string Shown(JsonNode node) => node.Kind is JsonKind.Text or JsonKind.Number ? node.Text : System.Text.Encoding.UTF8.GetString(node.Bytes.Span[..Math.Min(node.Bytes.Length, 40)]);
}
