using System.Collections.Immutable;
using ComplianceRules.Diagnostics;
using ComplianceRules.Json;

namespace ComplianceRules.Facts;

/// <summary>Reads the facts that all rows of a table share.</summary>
/// <param name="schema">The tables and fields that facts can have.</param>
/// <param name="problems">Takes what is wrong.</param>
internal sealed class MappingConstants(FactSchema schema, DiagnosticBag problems)
{
    private readonly ImmutableArray<MappedConstant>.Builder _facts = ImmutableArray.CreateBuilder<MappedConstant>();

    public ImmutableArray<MappedConstant> Facts => _facts.ToImmutable();

    public RegionCode? SchoolRegion { get; private set; }

    /// <summary>Reads the object <c>constants</c>.</summary>
    /// <param name="reader">The mapping.</param>
    /// <param name="tables">What the mapping takes from columns.</param>
    public void Read(ObjectReader reader, ImmutableArray<MappedTable> tables)
    {
        foreach (JsonMember member in reader.OptionalMembers("constants").Where(m => m.Name != "note")) Constant(member, tables);
    }

    private void Constant(JsonMember member, ImmutableArray<MappedTable> tables)
    {
        int dot = member.Name.IndexOf('.', StringComparison.Ordinal);
        string name = dot < 0 ? member.Name : member.Name[..dot];
        if (dot < 0 || schema.Table(name) is not { } table)
        {
            DiagnosticCode code = dot < 0 ? DiagnosticCodes.MappingConstant : DiagnosticCodes.MappingUnknownTable;
            problems.Add(new Diagnostic(code, member.NameSpan, JsonFault.Shown(name)) { DidYouMean = dot < 0 ? null : NearestName.Of(name, schema.Tables.Keys) });
            return;
        }

        string field = member.Name[(dot + 1)..];
        if (table.Name == BaseTables.School && field == BaseTables.Region) Region(member, tables);
        else Fact(member, table, field, tables);
    }

    private void Region(JsonMember member, ImmutableArray<MappedTable> tables)
    {
        if (NodeReader.Text(member.Value, member.Name, problems) is not { } text) return;
        if (!RegionCode.TryParse(text, out RegionCode code)) problems.Report(DiagnosticCodes.MappingRegion, member.Value.Span, JsonFault.Shown(text));
        else if (tables.Any(t => Parents(t).Any(p => p.Table.Name == BaseTables.Region))) problems.Report(DiagnosticCodes.MappingGivenTwice, member.NameSpan, member.Name);
        else SchoolRegion = code;
    }

    private void Fact(JsonMember member, TableSchema table, string name, ImmutableArray<MappedTable> tables)
    {
        if (table.Field(name) is not { } field)
        {
            problems.Add(new Diagnostic(DiagnosticCodes.MappingUnknownField, member.NameSpan, table.Name, JsonFault.Shown(name)) { DidYouMean = NearestName.Of(name, table.Fields.Keys) });
            return;
        }

        IEnumerable<MappedField> mapped = tables.Where(t => t.Table == table).SelectMany(t => t.Fields)
            .Concat(tables.SelectMany(Parents).Where(p => p.Table == table).SelectMany(p => p.Fields));
        if (mapped.Any(m => m.Field == field)) problems.Report(DiagnosticCodes.MappingGivenTwice, member.NameSpan, member.Name);
        else _facts.Add(new MappedConstant(table, field, new MappedValues(problems).Read(member.Value, field)));
    }

    private static IEnumerable<MappedParent> Parents(MappedTable table)
    {
        for (MappedParent? at = table.Parent; at is not null; at = at.Above) yield return at;
    }
}
