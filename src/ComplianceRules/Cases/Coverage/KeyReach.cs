using ComplianceRules.Expressions;
using ComplianceRules.Facts;

namespace ComplianceRules.Cases;

/// <summary>Which keys a row can have to which a rule applies: a rule of grades 1 and 2 never reads the value of junior classes.</summary>
internal static class KeyReach
{
    private const int LastGrade = 12;

    private static readonly string?[] Systems = [null, "6-3", "5-4"];

    /// <summary>Whether a rule may apply to a row of a key.</summary>
    /// <param name="applies">When the rule applies.</param>
    /// <param name="field">The fact that a parameter goes by.</param>
    /// <param name="key">The key.</param>
    public static bool Allows(TypedExpression applies, FieldExpression field, string key)
    {
        TypedExpression[] conditions = [.. Conjuncts.Of(applies)];
        int[] grades = field.Field.Name == StageFacts.Stage && field.Row.Table is BaseTables.Class or BaseTables.YearGroup ? [.. Enumerable.Range(1, LastGrade).Where(g => HasStage(g, key))] : [];
        return conditions.All(c => Allows(c, field, new TextValue(key))) && (grades.Length == 0 || grades.Any(grade => conditions.All(c => Allows(c, field.Row, grade))));
    }

    private static bool Allows(TypedExpression condition, FieldExpression field, TextValue key) => condition switch
    {
        MembershipExpression { Item: FieldExpression item, Collection: ListExpression list } when item.Row == field.Row && item.Field.Name == field.Field.Name =>
            list.Items.Any(i => i is not LiteralExpression one || one.Value == key),
        ComparisonExpression { Left: FieldExpression left, Right: LiteralExpression right, Operator: ComparisonOperator.Equal or ComparisonOperator.NotEqual } e when left.Row == field.Row && left.Field.Name == field.Field.Name =>
            ExactComparison.Holds(e.Operator, key, right.Value),
        _ => true,
    };

    private static bool Allows(TypedExpression condition, RowPath row, int grade) =>
        condition is not ComparisonExpression { Left: FieldExpression { Field.Name: StageFacts.Grade } left, Right: LiteralExpression { Value: NumberValue right } } e || left.Row != row
        || ExactComparison.Holds(e.Operator, Rational.Of(grade).CompareTo(right.Number));

    private static bool HasStage(int grade, string stage) => Systems.Any(system => StageFacts.Of(grade, system) == stage);
}
