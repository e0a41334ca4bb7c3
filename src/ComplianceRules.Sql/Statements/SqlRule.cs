using ComplianceRules.Engine;

namespace ComplianceRules.Sql.Statements;

/// <summary>A rule whose conditions have been written.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Applies">When it concerns a row.</param>
/// <param name="Holds">When a row keeps it.</param>
/// <param name="Stack">The stack of the rows.</param>
internal sealed record SqlRule(CheckedRule Rule, SqlTruth Applies, SqlTruth Holds, PackStack Stack)
{
    /// <summary>What it measures; null where nothing was asked for, or it measures nothing that SQL can say.</summary>
    public SqlMeasure? Measure { get; init; }

    /// <summary>What the rule says of a row: 0 where it does not concern it, 1 kept, 2 broken, 3 where the facts do not decide.</summary>
    public string Verdict
    {
        get
        {
            SqlTest kept = SqlTest.And(Applies.True, Holds.True);
            SqlTest broken = SqlTest.And(Applies.True, Holds.False);
            string cases = string.Concat(new[] { (Applies.False, 0), (kept, 1), (broken, 2) }.Where(c => !c.Item1.IsFalse).Select(c => $" WHEN {c.Item1.Text} THEN {c.Item2}"));
            return cases.Length == 0 ? "3" : $"CASE{cases} ELSE 3 END";
        }
    }
}
