using System.Collections.Frozen;
using ComplianceRules.Expressions;
using ComplianceRules.Facts;

namespace ComplianceRules.Engine;

/// <summary>Finds the rows that one finding stands for.</summary>
/// <remarks>May be shared between threads where the judge may.</remarks>
/// <param name="snapshot">The facts.</param>
/// <param name="stacks">The stack of each row.</param>
/// <param name="judge">What judged the rules.</param>
internal sealed class LackFinder(Snapshot snapshot, RowStacks stacks, RuleJudge judge)
{
    /// <summary>Whether rows of a rule may lack what nobody has.</summary>
    /// <param name="rule">The rule.</param>
    public bool MayLack(CheckedRule rule) => AbsentFacts.Of(rule, snapshot).Count > 0;

    /// <summary>Takes the rows that lack what nobody has out of those found.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="found">What it found.</param>
    public LackingRows Split(CheckedRule rule, FoundRows found)
    {
        FrozenSet<string> absent = AbsentFacts.Of(rule, snapshot);
        if (absent.Count == 0 || found.Undetermined.IsEmpty) return new LackingRows(0, [], found);
        int[] others = new int[found.Undetermined.Length];
        int listed = 0;
        int next = 0;
        SortedDictionary<string, UnknownReason> lacking = new(StringComparer.Ordinal);
        MissingSet? last = null;
        FactTable table = snapshot.Table(rule.Rule.Subject);
        MissingMemo memo = new(rule.Form, snapshot, table, judge.Interpreter, OfAbsent);
        foreach (StackRun run in stacks.Runs(table, rule.Reach))
        {
            ParameterTable parameters = run.Stack.ParametersOf(rule.Pack.Id);
            for (; next < found.Undetermined.Length && found.Undetermined[next] < run.End; next++)
            {
                MissingSet columns = memo.Of(found.Undetermined[next], parameters);
                if (columns.Facts.IsEmpty) others[listed++] = found.Undetermined[next];
                else if (columns != last) Note(last = columns, lacking);
            }
        }

        return new LackingRows(next - listed, [.. lacking.Select(l => new MissingFact(l.Key, l.Value))], listed == next ? found : found.WithUndetermined(others.AsSpan(0, listed)));

        MissingSet OfAbsent(RowFrames row)
        {
            MissingSet missing = judge.Missing(rule, row);
            return missing with { Facts = [.. missing.Facts.Where(f => absent.Contains(f.Path))] };
        }
    }

    // Of several reasons for one path that of the last row stands.
    private static void Note(MissingSet columns, SortedDictionary<string, UnknownReason> lacking)
    {
        foreach (MissingFact column in columns.Facts) lacking[column.Path] = column.Reason;
    }
}
