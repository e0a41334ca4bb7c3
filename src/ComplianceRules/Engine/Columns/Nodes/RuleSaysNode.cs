using ComplianceRules.Expressions;

namespace ComplianceRules.Engine;

/// <summary>What some other rules say of the rows by their verdicts; of rows that do not have a rule it says nothing.</summary>
internal sealed class RuleSaysNode(int slot, RuleSaysExpression asked) : TruthNode(slot)
{
    public override void Judge(ColumnScope scope, TruthBuffer into)
    {
        bool isConcern = asked.Asked == RuleSaying.Concerns;
        into.SetAll(!isConcern);
        Span<ulong> isTrue = into.True;
        Span<ulong> isFalse = isConcern ? [] : into.Open();
        isFalse.Clear();
        foreach (string rule in asked.Rules)
        {
            foreach (RuleBits bits in scope.Worker.Answers.Find(rule))
            {
                if (bits.Rule.IsPartOf(asked)) Judge(bits, scope, isTrue, isFalse);
            }
        }
    }

    private void Judge(RuleBits bits, ColumnScope scope, Span<ulong> isTrue, Span<ulong> isFalse)
    {
        (int from, int to) = (Math.Max(scope.First, bits.First), Math.Min(scope.First + (scope.Length * 64), bits.First + (bits.Open.Length * 64)));
        if (from >= to) return;
        Range here = ((from - scope.First) >> 6)..((to - scope.First) >> 6);
        Range there = ((from - bits.First) >> 6)..((to - bits.First) >> 6);
        if (asked.Asked == RuleSaying.Concerns) Concern(bits.Rows.InStack.AsSpan(there), bits.Outside[there], isTrue[here]);
        else Break(bits.Broken[there], bits.Open[there], asked.Asked == RuleSaying.Keeps && !bits.Excused.IsEmpty ? bits.Excused[there] : [], isTrue[here], isFalse[here]);
    }

    private static void Concern(ReadOnlySpan<ulong> inStack, ReadOnlySpan<ulong> outside, Span<ulong> isTrue)
    {
        for (int word = 0; word < isTrue.Length; word++) isTrue[word] |= inStack[word] & ~outside[word];
    }

    private static void Break(ReadOnlySpan<ulong> broken, ReadOnlySpan<ulong> open, ReadOnlySpan<ulong> excused, Span<ulong> isTrue, Span<ulong> isFalse)
    {
        for (int word = 0; word < isTrue.Length; word++)
        {
            ulong counted = excused.IsEmpty ? broken[word] : broken[word] & ~excused[word];
            isFalse[word] |= counted;
            isTrue[word] &= ~(counted | open[word]);
        }
    }
}
