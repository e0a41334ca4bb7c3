using ComplianceRules.Diagnostics;
using ComplianceRules.Expressions;
using ComplianceRules.Facts;
using ComplianceRules.Packs;

namespace ComplianceRules.Engine;

/// <summary>Checks what the derived fields of one pack are worked out of, and within what its amounts move.</summary>
/// <param name="pack">The pack.</param>
/// <param name="schema">The tables and fields that it may speak of.</param>
/// <param name="problems">Takes what is wrong.</param>
internal sealed class DerivedFieldCheck(RulePack pack, FactSchema schema, DiagnosticBag problems)
{
    /// <summary>Checks every field.</summary>
    public void Check()
    {
        foreach (TableFragment table in pack.Facts.Where(t => schema.Table(t.Name) is not null))
        {
            foreach ((FieldSchema field, SourceSpan place) in table.Fields.Where(f => f.Field.IsDerived)) Check(table.Name, field, place);
            foreach ((FieldSchema field, SourceSpan place) in table.Fields.Where(f => f.Field.MovesWithin is not null)) CheckMoves(schema.Table(table.Name)!, field, place);
        }
    }

    private void CheckMoves(TableSchema table, FieldSchema field, SourceSpan place)
    {
        bool isAmount = field is { Type: FieldType.Number, Step: not null } && field.MovesWithin != field.Name;
        if (!isAmount || table.Field(field.MovesWithin!) is null) problems.Report(DiagnosticCodes.MovesWithinWhat, place, field.Name, field.MovesWithin!);
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
