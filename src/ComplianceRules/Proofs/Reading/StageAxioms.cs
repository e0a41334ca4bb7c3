using ComplianceRules.Expressions;
using ComplianceRules.Facts;

namespace ComplianceRules.Proofs;

/// <summary>The stage of a class follows from its grade: no row of data has grade 4 and the stage junior.</summary>
internal static class StageAxioms
{
    private const int LastGrade = 12;

    /// <summary>What always holds of grades and stages that were met.</summary>
    /// <param name="vocabulary">The facts.</param>
    public static List<Formula> Of(Vocabulary vocabulary)
    {
        List<Formula> axioms = [];
        foreach (ProofVariable stage in Facts(vocabulary, StageFacts.Stage))
        {
            if (Facts(vocabulary, StageFacts.Grade).Find(g => g.Fact!.Row == stage.Fact!.Row) is not { } grade) continue;
            ProofVariable? system = vocabulary.Variables.Find(v => v.Fact?.Field is { Name: StageFacts.SchoolingSystem, Type: FieldType.Enum } && v.Fact.Row.InPrevious == stage.Fact!.Row.InPrevious);
            for (int at = 0; at <= LastGrade; at++)
            {
                foreach (string? way in (string?[])[null, "6-3", "5-4"]) Add(axioms, vocabulary, (stage, grade, system), at, way);
            }
        }

        return axioms;
    }

    private static List<ProofVariable> Facts(Vocabulary vocabulary, string name) => vocabulary.Variables.FindAll(v =>
        v.Member is null && v.Fact?.Field is { } field && field.Name == name && v.Fact.Row.Table is BaseTables.Class or BaseTables.YearGroup);

    private static void Add(
        List<Formula> axioms, Vocabulary vocabulary, (ProofVariable Stage, ProofVariable Grade, ProofVariable? System) facts, int grade, string? system)
    {
        if (StageFacts.Of(grade, system) is not { } follows || (system is not null && (facts.System is null || StageFacts.Of(grade, null) is not null))) return;
        List<Formula> outside = [Is(facts.Grade, grade).Opposite];
        if (system is not null) outside.Add(Is(facts.System!, vocabulary.Text(system)).Opposite);
        Formula isOther = Formula.All(ConditionReader.Known(facts.Stage), Is(facts.Stage, vocabulary.Text(follows), Relation.Unequal));
        axioms.Add(Formula.Any([.. outside, isOther.Opposite]));
    }

    private static Formula Is(ProofVariable variable, int value, Relation relation = Relation.Equal) => Formula.All(
        ConditionReader.Known(variable), SumFormula.Of(LinearSum.OfVariable(variable.Number).Minus(LinearSum.Of(Rational.Of(value))), relation));
}
