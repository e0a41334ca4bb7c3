using System.Collections.Immutable;
using ComplianceRules.Diagnostics;
using ComplianceRules.Expressions;
using ComplianceRules.Facts;
using ComplianceRules.Packs;

namespace ComplianceRules.Engine;

/// <summary>Checks what the derived fields of one pack are worked out of.</summary>
/// <param name="pack">The pack.</param>
/// <param name="schema">The tables and fields that it may speak of.</param>
/// <param name="problems">Takes what is wrong.</param>
internal sealed class DerivedFieldCheck(RulePack pack, FactSchema schema, DiagnosticBag problems)
{
    /// <summary>Checks every derived field.</summary>
    public void Check()
    {
        foreach (TableFragment table in pack.Facts.Where(t => schema.Table(t.Name) is not null))
        {
            foreach ((FieldSchema field, SourceSpan place) in table.Fields.Where(f => f.Field.IsDerived)) Check(table.Name, field, place);
        }
    }

    private void Check(string table, FieldSchema field, SourceSpan place)
    {
        DiagnosticBag own = new();
        DerivedFacts facts = new(schema, []);
        TypedExpression? definition = facts.Definition(table, field, own);
        if (definition is null && !own.HasErrors && facts.IsCircular) own.Report(DiagnosticCodes.DerivedInCircle, place, field.Name);
        problems.AddRange(own.InFileOrder());
    }
}
