using ComplianceRules.Expressions;
using ComplianceRules.Facts;

namespace ComplianceRules.Engine;

/// <summary>The rows that a change of facts may concern, and the rules on them.</summary>
/// <remarks>May be shared between threads.</remarks>
/// <param name="snapshot">The facts.</param>
/// <param name="stacks">The stack of each row.</param>
/// <param name="judge">What judged the rules.</param>
internal sealed class CorrectionRows(Snapshot snapshot, RowStacks stacks, RuleJudge judge) : IGroundRules
{
    private readonly Lazy<ILookup<(string Table, string Field), CheckedRule>> _readers = new(() => Readers(judge.Rules));

    /// <summary>The facts.</summary>
    public Snapshot Snapshot => snapshot;

    /// <summary>A row with the values in force for a rule.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="row">The row; the rule judges it.</param>
    public RowFrames Frames(CheckedRule rule, int row)
    {
        FactTable table = snapshot.Table(rule.Rule.Subject);
        return new RowFrames(table, row, stacks.Of(table, row)!.ParametersOf(rule.Pack.Id));
    }

    /// <inheritdoc/>
    public (CheckedRule Rule, RowFrames Row, bool IsExcused)? Find(string rule, int row) =>
        judge.Find(rule, row) is { } found ? (found, Frames(found, row), judge.WaiverOf(found, row) is not null) : null;

    /// <summary>The rules whose verdicts a change of some facts may touch, each with the row, within the school of a fact.</summary>
    /// <remarks>Rules over regions are not among them, but for facts of the region itself: they speak of more than one school can change. Nor are composed ones, which break only where a part does.</remarks>
    /// <param name="facts">The facts.</param>
    public IEnumerable<(CheckedRule Rule, int Row)> Touched(IEnumerable<ChangeableFact> facts)
    {
        HashSet<(CheckedRule Rule, int Row)> seen = [];
        foreach (ChangeableFact fact in facts)
        {
            (FactTable Table, int Row) root = RootOf(fact.Table, fact.Row);
            foreach (CheckedRule rule in _readers.Value[(fact.Table.Schema.Name, fact.Field.Name)])
            {
                foreach (int row in RowsOf(rule, fact, root).Where(row => stacks.Of(snapshot.Table(rule.Rule.Subject), row)?.Judges(rule) == true))
                {
                    if (seen.Add((rule, row))) yield return (rule, row);
                }
            }
        }
    }

    /// <summary>Whether a row lies in the same school as another, or is it.</summary>
    /// <param name="one">The row.</param>
    /// <param name="other">The other row.</param>
    public bool AreOfOneSchool((FactTable Table, int Row) one, (FactTable Table, int Row) other) => RootOf(one.Table, one.Row) == RootOf(other.Table, other.Row);

    private static ILookup<(string Table, string Field), CheckedRule> Readers(RuleFamilies rules) => rules.All.Where(rule => rule.Form.Composed.IsEmpty)
        .SelectMany(rule => rules.WithCounted([rule]).SelectMany(r => r.Form.Parts).OfType<FieldExpression>().Select(f => (f.Row.Table, f.Field.Name)).Distinct().Select(f => (Fact: f, Rule: rule)))
        .OrderBy(r => r.Rule.FullId, StringComparer.Ordinal).ToLookup(r => r.Fact, r => r.Rule);

    // The row next below a region: a school, as a rule.
    private (FactTable Table, int Row) RootOf(FactTable table, int row)
    {
        while (table.Schema.Parent is { } parent && parent != BaseTables.Region && table.Parent(row) >= 0) (row, table) = (table.Parent(row), snapshot.Table(parent));
        return (table, row);
    }

    // A rule on the fact's own table asks for the row itself, unless it goes through lists of such rows.
    private IEnumerable<int> RowsOf(CheckedRule rule, ChangeableFact fact, (FactTable Table, int Row) root)
    {
        string subject = rule.Rule.Subject;
        if (subject == fact.Table.Schema.Name && (subject == BaseTables.Region || !rule.Form.Parts.Any(p => p is RowsExpression or AnyChildExpression or ChildShareExpression))) return [fact.Row];
        if (subject == root.Table.Schema.Name) return [root.Row];
        return subject == BaseTables.Region ? [] : Below(root, subject);
    }

    // Down from table to table: the rows of a grandchild lie in lists of the rows between.
    private IEnumerable<int> Below((FactTable Table, int Row) root, string table)
    {
        if (table == root.Table.Schema.Name) return [root.Row];
        if (snapshot.Schema.Table(table) is not { Parent: { } parent } schema || parent == table) return [];
        return Below(root, parent).SelectMany(above => snapshot.Table(parent).List(schema.Children) is { } list ? Between(list.Rows(above)) : []);
    }

    private static IEnumerable<int> Between((int Start, int End) rows) => Enumerable.Range(rows.Start, rows.End - rows.Start);
}
