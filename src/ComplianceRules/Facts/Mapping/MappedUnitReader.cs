using System.Collections.Immutable;
using ComplianceRules.Diagnostics;
using ComplianceRules.Json;

namespace ComplianceRules.Facts;

/// <summary>Reads which unit a column has.</summary>
/// <param name="counting">The counting units that packs declare.</param>
/// <param name="problems">Takes what is wrong.</param>
internal sealed class MappedUnitReader(ImmutableArray<string> counting, DiagnosticBag problems)
{
    /// <summary>Reads a unit that converts to that of a field.</summary>
    /// <param name="node">The unit's text.</param>
    /// <param name="field">The field.</param>
    /// <param name="factor">The factor to the field's unit.</param>
    /// <returns>The unit; null where it cannot be used, which is reported.</returns>
    public Unit? Read(JsonNode node, FieldSchema field, out CellNumber factor)
    {
        factor = CellNumber.One;
        if (field.Unit is not { } wanted)
        {
            problems.Report(DiagnosticCodes.MappingUnitOfNoNumber, node.Span, field.Name);
            return null;
        }

        if (!Unit.TryParse(node.Text, counting, out Unit unit))
        {
            string? nearest = NearestName.Of(node.Text, Unit.BaseNames.Concat(counting));
            problems.Add(new Diagnostic(DiagnosticCodes.MappingUnit, node.Span, JsonFault.Shown(node.Text)) { DidYouMean = nearest });
            return null;
        }

        if (UnitConversion.TryFactor(unit, wanted, out factor)) return unit;
        problems.Report(DiagnosticCodes.MappingUnitConversion, node.Span, unit.Text, field.Name, wanted.Text);
        return null;
    }
}
