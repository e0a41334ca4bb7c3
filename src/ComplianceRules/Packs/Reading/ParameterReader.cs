using System.Collections.Immutable;
using ComplianceRules.Diagnostics;
using ComplianceRules.Facts;
using ComplianceRules.Json;

namespace ComplianceRules.Packs;

/// <summary>Reads one entry of <c>parameters</c>.</summary>
internal sealed class ParameterReader
{
    private readonly JsonMember _member;
    private readonly ObjectReader _reader;
    private readonly PackScope _scope;

    private ParameterReader(JsonMember member, PackScope scope)
    {
        _member = member;
        _reader = new ObjectReader(member.Value, scope.Problems);
        _scope = scope;
    }

    public static Parameter? Read(JsonMember member, PackScope scope)
    {
        string? name = NodeReader.Id(member.Key, member.Name, scope.Problems);
        Parameter? parameter = new ParameterReader(member, scope).Read();
        return name is null || parameter is null || !scope.IsFirst("parameters", name, member.NameSpan) ? null : parameter;
    }

    private Parameter? Read()
    {
        string? type = _reader.OptionalWord("type", [.. PackWords.FieldTypes.Keys]);
        string? strictness = StrictnessWord();
        LocalText? title = _reader.OptionalLocalText("title", _scope.Language);
        string? by = _reader.Optional("by") is { } field ? PackNames.Name(field, "by", _scope.Problems) : null;
        Relaxation? relaxes = RelaxationReader.Read(_reader, _scope);
        ImmutableArray<DatedValue> values = DatedValueReader.Read(_member.Name, _reader, _scope);
        Parameter parameter = new(_member.Name, values, _member.NameSpan)
        {
            Type = type is null ? null : PackWords.FieldTypes[type],
            Strictness = strictness is null ? null : PackWords.Strictnesses[strictness],
            By = by,
            Title = title,
            Relaxes = relaxes,
            Note = _reader.NoteText,
        };
        parameter = parameter with { Unit = UnitText(parameter) };
        CheckStrictness(parameter);
        _reader.Done();
        return parameter;
    }

    // A pack that builds on no other can only introduce parameters.
    private string? StrictnessWord() => _scope.BuildsOnOthers
        ? _reader.OptionalWord("strictness", [.. PackWords.Strictnesses.Keys])
        : _reader.RequiredWord("strictness", [.. PackWords.Strictnesses.Keys]);

    private string? UnitText(Parameter parameter)
    {
        if (_reader.Optional("type") is not null && parameter.Type is not (null or FieldType.Number))
        {
            if (_reader.Has("unit"))
                _scope.Problems.Report(DiagnosticCodes.KeyNotForType, _reader.Node.Members.First(m => m.Name == "unit").NameSpan, "unit", FieldTypeWords.Of(parameter.Type.Value));
            return null;
        }

        string? text = parameter.IsIntroduced ? _reader.RequiredText("unit") : _reader.OptionalText("unit");
        if (text is null || Unit.TryParse(text, _scope.CountingUnits, out _)) return text;
        _scope.Problems.Add(new Diagnostic(DiagnosticCodes.BadUnit, _reader.Node["unit"]!.Span, JsonFault.Shown(text)) { DidYouMean = UnitGuess.Of(text, _scope.CountingUnits) });
        return null;
    }

    private void CheckStrictness(Parameter parameter)
    {
        if (parameter.Strictness is not { } strictness) return;
        FieldType type = parameter.Type ?? FieldType.Number;
        ImmutableArray<Strictness> allowed = Allowed(type);
        if (allowed.Contains(strictness)) return;
        string list = string.Join(", ", allowed.Select(s => $"`{PackWords.Of(s)}`"));
        _scope.Problems.Report(DiagnosticCodes.StrictnessNotForType, _reader.Node["strictness"]!.Span, PackWords.Of(strictness), FieldTypeWords.Of(type), list);
    }

    private static ImmutableArray<Strictness> Allowed(FieldType type) => type switch
    {
        FieldType.Number => [Strictness.Lower, Strictness.Higher, Strictness.None],
        FieldType.Date or FieldType.Time => [Strictness.Earlier, Strictness.Later, Strictness.None],
        FieldType.Set => [Strictness.Superset, Strictness.Subset, Strictness.None],
        _ => [Strictness.None],
    };
}
