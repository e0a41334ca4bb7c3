using System.Collections.Frozen;
using System.Collections.Immutable;
using ComplianceRules.Diagnostics;
using ComplianceRules.Json;

namespace ComplianceRules.Facts;

/// <summary>Reads which columns are which fields, and how their cells are read.</summary>
/// <param name="schema">The tables and fields that facts can have.</param>
/// <param name="words">Which words mean nothing, true and false.</param>
/// <param name="problems">Takes what is wrong.</param>
internal sealed class MappedFieldReader(FactSchema schema, CellWords words, DiagnosticBag problems)
{
    private readonly MappedUnitReader _units = new([.. schema.Units.Keys], problems);

    /// <summary>Reads the object <c>fields</c>.</summary>
    /// <param name="reader">The object that has it.</param>
    /// <param name="table">The table whose fields they are; null where it is not known, so that only the shape is read.</param>
    public ImmutableArray<MappedField> Read(ObjectReader reader, TableSchema? table) =>
        [.. reader.OptionalMembers("fields").Where(m => m.Name != "note" || m.Value.Kind != JsonKind.Text).Select(member => Field(member, table)).OfType<MappedField>()];

    private MappedField? Field(JsonMember member, TableSchema? table)
    {
        FieldSchema? field = table?.Field(member.Name);
        if (table is not null && field is null)
        {
            problems.Add(new Diagnostic(DiagnosticCodes.MappingUnknownField, member.NameSpan, table.Name, JsonFault.Shown(member.Name))
            {
                DidYouMean = NearestName.Of(member.Name, table.Fields.Keys),
            });
        }

        ObjectReader reader = new(member.Value, problems);
        MappedColumn? column = MappedColumnReader.Required(reader);
        JsonNode? factor = reader.OptionalNumber("factor");
        string? unit = reader.OptionalText("unit");
        string? format = reader.OptionalText("format");
        ImmutableArray<JsonMember> values = reader.OptionalMembers("values");
        reader.Done();
        if (unit is not null && factor is not null) problems.Report(DiagnosticCodes.MappingUnitAndFactor, factor.Span, JsonFault.Shown(member.Name));
        if (field is null) return null;
        CellReader cells = new(field, words) { Factor = Factor(factor, field), Format = Format(format, member.Value, field), Values = Values(values, field) };
        Unit? written = unit is null ? null : Unit(member.Value["unit"]!, field, ref cells);
        return column is null ? null : new MappedField(field, column, cells) { Unit = written, HasFactor = factor is not null };
    }

    private Unit? Unit(JsonNode node, FieldSchema field, ref CellReader cells)
    {
        if (_units.Read(node, field, out CellNumber factor) is not { } unit) return null;
        cells = cells.In(unit, factor);
        return unit;
    }

    private CellNumber? Factor(JsonNode? node, FieldSchema field)
    {
        if (node is null) return null;
        if (field.Type == FieldType.Number && FactNumber.TryParse(node.Text, out double factor) && factor > 0) return factor == 1 ? null : CellNumber.Of(factor);
        problems.Report(DiagnosticCodes.MappingFactor, node.Span, field.Name);
        return null;
    }

    private string? Format(string? format, JsonNode node, FieldSchema field)
    {
        if (format is null) return null;
        if (field.Type == FieldType.Number && format == GroupedNumber.Format) return format;
        if (field.Type is FieldType.Date or FieldType.Time && CellDate.IsFormat(format, field.Type)) return CellText.Fold(format);
        problems.Report(DiagnosticCodes.MappingFormat, node["format"]!.Span, JsonFault.Shown(format), field.Name);
        return null;
    }

    private FrozenDictionary<string, CellValue> Values(ImmutableArray<JsonMember> members, FieldSchema field)
    {
        MappedValues reader = new(problems);
        Dictionary<string, CellValue> values = new(StringComparer.Ordinal);
        foreach (JsonMember member in members)
        {
            CellValue value = reader.Read(member.Value, field);
            if (!values.TryAdd(member.Name.Trim(), value)) problems.Report(DiagnosticCodes.MappingGivenTwice, member.NameSpan, JsonFault.Shown(member.Name));
        }

        return values.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
