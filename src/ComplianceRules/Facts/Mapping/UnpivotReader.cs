using System.Collections.Immutable;
using System.Globalization;
using ComplianceRules.Diagnostics;
using ComplianceRules.Json;

namespace ComplianceRules.Facts;

/// <summary>Reads how one record becomes several.</summary>
/// <remarks>For one object <c>unpivot</c>.</remarks>
/// <param name="problems">Takes what is wrong.</param>
internal sealed class UnpivotReader(DiagnosticBag problems)
{
    private const string Columns = "columns";
    private const int MostParts = 200;
    private const int MostValues = 50;

    // Names are compared as the headers of files are: full-width digits and signs are half-width.
    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);
    private readonly HashSet<string> _labels = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _made = new(StringComparer.Ordinal);
    private readonly List<string> _values = [];

    /// <summary>Reads a list of columns with the name of their values, or columns by label and made column.</summary>
    /// <returns>What it says; null where it cannot be used, which is reported.</returns>
    public Unpivot? Read(JsonNode node)
    {
        if (node.Kind != JsonKind.Object)
        {
            problems.Report(DiagnosticCodes.ObjectExpected, node.Span, "unpivot");
            return null;
        }

        ObjectReader reader = new(node, problems);
        string? name = reader.RequiredText("name");
        JsonNode? value = reader.Optional("value");
        JsonNode? columns = reader.Required(Columns);
        reader.Done();
        if (name is not null) _made.Add(Folded(name), -1);
        ImmutableArray<UnpivotPart> parts = columns is null ? [] : Parts(node, columns, value);
        return name is null || parts.IsEmpty ? null : new Unpivot(name.Trim(), [.. _values], parts);
    }

    private ImmutableArray<UnpivotPart> Parts(JsonNode node, JsonNode columns, JsonNode? value)
    {
        if (columns.Kind is not (JsonKind.Array or JsonKind.Object) || columns.Kind == JsonKind.Array != (value is not null))
        {
            problems.Report(DiagnosticCodes.MappingUnpivot, node.Span);
            return [];
        }

        ImmutableArray<JsonMember> labels = [.. columns.Members.Where(m => m.Name != "note" || m.Value.Kind != JsonKind.Text)];
        int count = columns.Items.Length + labels.Length;
        if (count == 0) problems.Report(DiagnosticCodes.MappingEmptyList, columns.Span, Columns);
        if (count > MostParts) TooMany(columns, MostParts);
        if (count is 0 or > MostParts) return [];
        return value is null ? Labelled(labels) : Listed(columns, value);
    }

    private ImmutableArray<UnpivotPart> Listed(JsonNode columns, JsonNode value)
    {
        if (NodeReader.Text(value, "value", problems) is { } made) Make(made, value.Span);
        ImmutableArray<UnpivotPart>.Builder parts = ImmutableArray.CreateBuilder<UnpivotPart>();
        foreach (JsonNode item in columns.Items)
        {
            if (Column(item) is { } column) parts.Add(new UnpivotPart(column.Name, [column]));
        }

        return parts.ToImmutable();
    }

    private ImmutableArray<UnpivotPart> Labelled(ImmutableArray<JsonMember> labels)
    {
        List<(string Label, Dictionary<int, MappedColumn> Columns)> parts = [];
        foreach (JsonMember member in labels)
        {
            if (!_labels.Add(member.Name.Trim())) problems.Report(DiagnosticCodes.MappingGivenTwice, member.NameSpan, JsonFault.Shown(member.Name));
            if (IsNamed(member)) parts.Add((member.Name.Trim(), Part(member)));
        }

        if (_values.Count > MostValues)
        {
            TooMany(labels[0].Value, MostValues);
            return [];
        }

        return [.. parts.Select(p => new UnpivotPart(p.Label, [.. Enumerable.Range(0, _values.Count).Select(p.Columns.GetValueOrDefault)]))];
    }

    private Dictionary<int, MappedColumn> Part(JsonMember label)
    {
        Dictionary<int, MappedColumn> columns = [];
        ImmutableArray<JsonMember> members = [.. NodeReader.Members(label.Value, label.Name, problems).Where(m => m.Name != "note")];
        if (members.IsEmpty && label.Value.Kind == JsonKind.Object) problems.Report(DiagnosticCodes.MappingEmptyList, label.Value.Span, JsonFault.Shown(label.Name));
        foreach (JsonMember member in members.Where(IsNamed))
        {
            int made = _made.TryGetValue(Folded(member.Name), out int known) ? known : Make(member.Name, member.NameSpan);
            MappedColumn? column = Column(member.Value);
            if (made < 0 || columns.ContainsKey(made)) problems.Report(DiagnosticCodes.MappingGivenTwice, member.NameSpan, JsonFault.Shown(member.Name));
            else if (column is not null) columns.Add(made, column);
        }

        return columns;
    }

    private int Make(string name, SourceSpan span)
    {
        int place = _values.Count;
        if (_made.TryAdd(Folded(name), place)) _values.Add(name.Trim());
        else problems.Report(DiagnosticCodes.MappingGivenTwice, span, JsonFault.Shown(name));
        return place;
    }

    private MappedColumn? Column(JsonNode node)
    {
        if (NodeReader.Text(node, Columns, problems) is not { } name) return null;
        if (!_taken.Add(Folded(name))) problems.Report(DiagnosticCodes.MappingGivenTwice, node.Span, JsonFault.Shown(name));
        return new MappedColumn(name.Trim(), node.Span);
    }

    private bool IsNamed(JsonMember member)
    {
        bool named = !string.IsNullOrWhiteSpace(member.Name);
        if (!named) problems.Report(DiagnosticCodes.EmptyText, member.NameSpan, Columns);
        return named;
    }

    private void TooMany(JsonNode node, int most) =>
        problems.Report(DiagnosticCodes.MappingTooMany, node.Span, Columns, most.ToString(CultureInfo.InvariantCulture));

    private static string Folded(string name) => CellText.Fold(name.Trim());
}
