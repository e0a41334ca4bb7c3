using ComplianceRules.Facts;

namespace ComplianceRules.Engine;

/// <summary>A number of the row above, for each row below it; unknown for a row without one.</summary>
internal sealed class AboveNumber(int slot, int program, NumberNode number) : NumberNode(slot, number.Scale, number.Most, number.IsExact)
{
    public override void Measure(ColumnScope scope, NumberBuffer into)
    {
        ReadOnlySpan<int> parents = scope.Bound.Table.Parents[scope.From..scope.To];
        (int from, int to) = Span(parents);
        into.SetUnknown();
        if (from >= to) return;
        ColumnScope above = scope.Above(program);
        above.Move(from, to);
        NumberBuffer numbers = above.Number(number);
        Span<ulong> known = into.Open();
        Span<double> errors = numbers.HasErrors ? into.Blur() : [];
        int shift = scope.From - scope.First;
        for (int row = 0; row < parents.Length; row++)
        {
            int parent = parents[row] - above.First;
            if (parents[row] < 0 || !(numbers.IsTotal || ValidityBits.Get(numbers.Known, parent))) continue;
            into.Numbers[row + shift] = numbers.Numbers[parent];
            if (!errors.IsEmpty) errors[row + shift] = numbers.Errors[parent];
            ValidityBits.Set(known, row + shift);
        }
    }

    private static (int From, int To) Span(ReadOnlySpan<int> parents)
    {
        (int from, int to) = (int.MaxValue, 0);
        foreach (int parent in parents)
        {
            if (parent < 0) continue;
            from = Math.Min(from, parent);
            to = Math.Max(to, parent + 1);
        }

        return (from, to);
    }
}
