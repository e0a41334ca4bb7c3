using System.Text.Json;
using ComplianceRules.Diagnostics;
using ComplianceRules.Facts;
using ComplianceRules.Findings;

namespace ComplianceRules.Reports;

/// <summary>What would put findings right, in columns.</summary>
/// <remarks>Changes of rows of persons are not told, and neither is the sentence of such a correction. For one thread.</remarks>
/// <param name="schema">Which tables are of persons.</param>
/// <param name="rows">The rows that are changed.</param>
/// <param name="values">The values.</param>
/// <param name="words">The numbers in sentences.</param>
internal sealed class CorrectionColumns(FactSchema schema, RowTable rows, Interned<FindingValue> values, Interned<string> words)
{
    private const int Withheld = 4;

    private readonly MessageTemplates _templates = new(words);
    private readonly Interned<(LocalText Title, string? Unit)> _fields = new();
    private readonly IntColumn _kinds = new();
    private readonly IntColumn _messages = new();
    private readonly IntColumn _numbers = new();
    private readonly IntColumn _counts = new();
    private readonly IntColumn _changedRows = new();
    private readonly IntColumn _changedFields = new();
    private readonly IntColumn _from = new();
    private readonly IntColumn _to = new();

    /// <summary>The units of what is changed.</summary>
    public IEnumerable<string> Units => _fields.Items.Select(f => f.Unit).OfType<string>();

    /// <summary>The number of a finding's correction; null where it has none.</summary>
    /// <param name="finding">The finding.</param>
    public int? Of(Finding finding)
    {
        if (finding.Correction is not { } correction) return null;
        bool isPersonal = correction.Changes.Any(c => schema.IsPersonal(c.Row.Table));
        _kinds.Add(isPersonal ? Withheld : (int)correction.Kind);
        _messages.Add(_templates.Of(isPersonal ? LocalText.Empty : correction.Message, finding.Observed?.Text, finding.Limit?.Text, _numbers));
        _counts.Add(isPersonal ? 0 : correction.Changes.Length);
        if (!isPersonal) AddChanges(correction, finding.Place);
        return _kinds.Count - 1;
    }

    /// <summary>Adds the columns.</summary>
    /// <param name="block">Where to.</param>
    /// <param name="renumbered">The new number of each row.</param>
    public void Write(ColumnBlock block, int[] renumbered)
    {
        _changedRows.Replace(row => renumbered[row]);
        block.Add("correctionKind", _kinds.Items);
        block.Add("correctionMessage", _messages.Items);
        block.Add("correctionNumbers", _numbers.Items);
        block.Add("correctionCount", _counts.Items);
        block.Add("changeRow", _changedRows.Items, isDelta: true);
        block.Add("changeField", _changedFields.Items);
        block.Add("changeFrom", _from.Items);
        block.Add("changeTo", _to.Items);
    }

    /// <summary>Writes what the columns refer to.</summary>
    /// <param name="json">Where to, an object that is open.</param>
    public void WriteHeader(Utf8JsonWriter json)
    {
        ReportJson.WriteArray(json, "correctionTemplates", _templates.Items, ReportJson.WriteText);
        ReportJson.WriteArray(json, "changeFields", _fields.Items, WriteField);
    }

    private void AddChanges(Correction correction, FindingPlace? place)
    {
        foreach (FactChange change in correction.Changes)
        {
            bool isNear = place?.School is { } school && change.Row.Id.StartsWith(school.Id, StringComparison.Ordinal);
            _changedRows.Add(rows.Of(change.Row, isNear ? place : null));
            _changedFields.Add(_fields.Of((change.Field.Title == LocalText.Empty ? LocalText.Same(change.Field.Name) : change.Field.Title, change.Unit)));
            _from.Add(values.Of(change.From));
            _to.Add(values.Of(change.To));
        }
    }

    private static void WriteField(Utf8JsonWriter json, (LocalText Title, string? Unit) field)
    {
        json.WriteStartArray();
        ReportJson.WriteText(json, field.Title);
        json.WriteStringValue(field.Unit);
        json.WriteEndArray();
    }
}
