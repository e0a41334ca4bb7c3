using System.Collections.Immutable;
using ComplianceRules.Diagnostics;
using ComplianceRules.Facts;

namespace ComplianceRules.Findings;

/// <summary>Reads corrections.</summary>
/// <param name="parts">What the document tells once.</param>
internal sealed class CorrectionReading(DocumentParts parts)
{
    private readonly Dictionary<(string Table, string Name, LocalText Title), FieldSchema> _known = [];

    /// <summary>The correction of a finding; null where there is none.</summary>
    public Correction? Optional(JsonMembers finding)
    {
        if (finding.OptionalMembers("correction", AssessmentKeys.Correction) is not { } members) return null;
        Correction correction = new(members.Word("kind", FindingNames.CorrectionKinds), members.LocalText("message"))
        {
            Changes = [.. members.Items("changes", AssessmentKeys.Change).Select(Change)],
        };
        bool isSum = correction.Cost is null ? !members.Has("cost") : members.Amount("cost") == correction.Cost;
        return isSum ? correction : throw members.Refused("cost", "the sum of the changes");
    }

    private FactChange Change(JsonMembers change)
    {
        Subject row = SubjectReading.Of(change, "row");
        string name = change.Text("field");
        FieldSchema field = Field(change, row.Table, name, change.LocalText("title"));
        return new FactChange(row, field, change.Value("from", "fromType"), change.Value("to", "toType"), change.OptionalText("unit"), change.Amount("cost"));
    }

    private FieldSchema Field(JsonMembers change, string table, string name, LocalText title)
    {
        if (change.OptionalMembers("fieldIs", AssessmentKeys.FieldIs) is { } own) return Field(own, name, title);
        if (_known.TryGetValue((table, name, title), out FieldSchema? known)) return known;
        return _known[(table, name, title)] = Field(parts.Field(table, name) ?? throw change.Missing("fieldIs"), name, title);
    }

    private static FieldSchema Field(JsonMembers field, string name, LocalText title) => new(name, field.Word("type", FindingNames.FieldTypes))
    {
        Title = title,
        Unit = field.OptionalText("unit") is { } unit ? UnitOf(unit) ?? throw field.Refused("unit", "a unit") : null,
        Range = field.OptionalPair("range") is { } range ? new NumberRange(range.Low, range.High) : null,
        Scale = field.OptionalPair("scale") is { } scale ? new TimeScale(Minutes(field, scale.Low), Minutes(field, scale.High)) : null,
        Step = field.OptionalDouble("step"),
        Options = field.Has("options") ? Options(field.Map("options")) : [],
        Note = field.OptionalLocalText("note"),
        Meaning = field.LocalText("meaning"),
        ChangeCost = field.OptionalDouble("changeCost"),
        MovesWithin = field.OptionalText("movesWithin"),
    };

    private static ImmutableArray<FieldOption> Options(JsonMembers options) => [.. options.Names.Select(key => new FieldOption(key, options.LocalText(key)))];

    private static int Minutes(JsonMembers field, double minutes) =>
        double.IsInteger(minutes) && Math.Abs(minutes) <= int.MaxValue ? (int)minutes : throw field.Refused("scale", "whole minutes");

    // Counting units of packs are whatever stands there.
    private static Unit? UnitOf(string text) =>
        Unit.TryParse(text, text.Split(['/', ' ', '*']).Select(name => name.Split('^')[0]), out Unit unit) ? unit : null;
}
