using System.Collections.Immutable;
using System.Globalization;
using ComplianceRules.Diagnostics;
using ComplianceRules.Facts;
using ComplianceRules.Json;

namespace ComplianceRules.Packs;

/// <summary>Reads one entry of <c>fields</c>.</summary>
internal sealed class FieldReader
{
    private static readonly string[] TypeKeys = ["unit", "range", "step", "values"];

    private readonly ObjectReader _reader;
    private readonly PackScope _scope;

    private FieldReader(JsonMember member, PackScope scope)
    {
        _reader = new ObjectReader(member.Value, scope.Problems);
        _scope = scope;
    }

    public static FieldSchema? Read(JsonMember member, PackScope scope)
    {
        string? name = PackNames.Name(member.Key, member.Name, scope.Problems);
        FieldSchema? field = new FieldReader(member, scope).Read(member.Name);
        return name is null ? null : field;
    }

    private FieldSchema? Read(string name)
    {
        string? word = _reader.RequiredWord("type", [.. PackWords.FieldTypes.Keys]);
        JsonNode? derivation = _reader.OptionalText("derive") is null ? null : _reader.Node["derive"];
        LocalText title = _reader.OptionalLocalText("title", _scope.Language) ?? LocalText.Empty;
        LocalText meaning = _reader.OptionalLocalText("meaning", _scope.Language) ?? LocalText.Empty;
        (double? cost, string? within) = Change();
        if (derivation is not null && cost is not null) _scope.Problems.Report(DiagnosticCodes.DerivedHasNoCost, _reader.Node["change"]!.Span, name);
        FieldSchema? field = word is null ? null : Typed(new FieldSchema(name, PackWords.FieldTypes[word]) { Title = title, Meaning = meaning, ChangeCost = cost, MovesWithin = within, Derivation = derivation, Note = _reader.NoteText }, word);
        foreach (string key in TypeKeys) _ = _reader.Optional(key);
        _reader.Done();
        return field;
    }

    private FieldSchema Typed(FieldSchema field, string word)
    {
        switch (field.Type)
        {
            case FieldType.Number when field.IsDerived:
                RefuseOthers("derive", "unit");
                return field with { Unit = _reader.Has("unit") ? Unit() : null };
            case FieldType.Time when field.IsDerived:
                RefuseOthers("derive");
                return field;
            case FieldType.Number:
                RefuseOthers(word, "unit", "range", "step");
                return field with { Unit = Unit(), Range = Range(), Step = Step() };
            case FieldType.Time:
                RefuseOthers(word, "range");
                return field with { Scale = Scale() };
            case FieldType.Enum or FieldType.Set:
                RefuseOthers(word, "values");
                return field with { Options = Options(field.Type) };
            default:
                RefuseOthers(word);
                return field;
        }
    }

    private void RefuseOthers(string word, params ReadOnlySpan<string> allowed)
    {
        foreach (string key in TypeKeys)
        {
            if (allowed.Contains(key, StringComparer.Ordinal) || _reader.Optional(key) is null) continue;
            _scope.Problems.Report(DiagnosticCodes.KeyNotForType, _reader.Node.Members.First(m => m.Name == key).NameSpan, key, word);
        }
    }

    private Unit? Unit()
    {
        if (_reader.RequiredText("unit") is not { } text) return null;
        if (Facts.Unit.TryParse(text, _scope.CountingUnits, out Unit unit)) return unit;
        _scope.Problems.Add(new Diagnostic(DiagnosticCodes.BadUnit, _reader.Node["unit"]!.Span, JsonFault.Shown(text)) { DidYouMean = UnitGuess.Of(text, _scope.CountingUnits) });
        return null;
    }

    private NumberRange? Range()
    {
        if (_reader.Required("range") is not { } node) return null;
        ImmutableArray<JsonNode> ends = NodeReader.Items(node, "range", _scope.Problems);
        if (node.Kind != JsonKind.Array) return null;
        if (ends is [{ Kind: JsonKind.Number } low, { Kind: JsonKind.Number } high] && Value(low) <= Value(high)) return new NumberRange(Value(low), Value(high));
        _scope.Problems.Report(DiagnosticCodes.BadRange, node.Span);
        return null;
    }

    private double? Step()
    {
        if (_reader.OptionalNumber("step") is not { } node) return null;
        if (Value(node) > 0) return Value(node);
        _scope.Problems.Report(DiagnosticCodes.BadStep, node.Span, node.Text);
        return null;
    }

    private TimeScale Scale()
    {
        if (_reader.Optional("range") is not { } node) return TimeScale.WholeDay;
        ImmutableArray<JsonNode> ends = NodeReader.Items(node, "range", _scope.Problems);
        if (node.Kind != JsonKind.Array) return TimeScale.WholeDay;
        if (ends is [{ Kind: JsonKind.Text } low, { Kind: JsonKind.Text } high]
            && TimeScale.TryParse(low.Text, out int from)
            && TimeScale.TryParse(high.Text, out int to)
            && from < TimeScale.Day && from <= to && to - from <= TimeScale.Day) return new TimeScale(from, to);
        _scope.Problems.Report(DiagnosticCodes.BadTimeRange, node.Span);
        return TimeScale.WholeDay;
    }

    private ImmutableArray<FieldOption> Options(FieldType type)
    {
        int most = type == FieldType.Set ? PackBounds.SetValues : PackBounds.EnumValues;
        if (_reader.Required("values") is not { } node) return [];
        JsonMember[] members = [.. PackParts.Entries(NodeReader.Members(node, "values", _scope.Problems), _scope.Problems)];
        if (members.Length == 0 && node.Kind == JsonKind.Object) _scope.Problems.Report(DiagnosticCodes.NoEntries, node.Span, "values");
        if (members.Length > most) PackBounds.Refuse("values", most, members[most].NameSpan, _scope.Problems);
        return [.. members.Take(most).Select(Option).OfType<FieldOption>()];
    }

    private FieldOption? Option(JsonMember member)
    {
        string? key = NodeReader.Id(member.Key, member.Name, _scope.Problems);
        LocalText? title = NodeReader.LocalText(member.Value, member.Name, _scope.Language, _scope.Problems);
        return key is null || title is null ? null : new FieldOption(key, title);
    }

    private (double? Cost, string? Within) Change()
    {
        if (_reader.OptionalObject("change") is not { } change) return (null, null);
        JsonNode? cost = change.RequiredNumber("cost");
        string? within = change.OptionalText("movesWithin");
        change.Done();
        if (cost is null || Value(cost) >= 0) return (cost is null ? null : Value(cost), within);
        _scope.Problems.Report(DiagnosticCodes.BadCost, cost.Span, cost.Text);
        return (null, null);
    }

    // At most 15 significant digits, so the double keeps what is written.
    private static double Value(JsonNode number) => double.Parse(number.Text, NumberStyles.Float, CultureInfo.InvariantCulture);
}
