using ComplianceRules.Engine;
using ComplianceRules.Facts;
using static ComplianceRules.Tests.Engine.Columns.Kernels.KernelChecks;

namespace ComplianceRules.Tests.Engine.Columns.Kernels;

/// <summary>Verdicts, and the rows that rules concern, against a plain loop.</summary>
internal static class VerdictChecks
{
    private static readonly FieldSchema Field = new("given", FieldType.Bool);

    public static void Broken(Random random, int mostWords)
    {
        for (int words = 0; words <= mostWords; words++)
        {
            (ulong[] applies, ulong[] holds, ulong[] has) = (Bits(random, words), Bits(random, words), Bits(random, words));
            Compare(words, row => Get(applies, row) && !Get(holds, row) && Get(has, row), result => VerdictKernel.Judge(Concerned(has, Said(applies)), Said(holds), result, []));
            TruthBuffer opposite = Said(holds);
            opposite.Settle(true, []);
            Compare(words, row => Get(applies, row) && Get(holds, row) && Get(has, row), result => VerdictKernel.Judge(Concerned(has, Said(applies)), opposite, result, []));
        }
    }

    public static void BrokenAndOpen(Random random, int mostWords)
    {
        for (int words = 1; words <= mostWords; words++)
        {
            (ulong[] holds, ulong[] has) = (Bits(random, words), Bits(random, words));
            (ulong[] applies, ulong[] appliesNot) = Sides(random, words, isTotal: random.Next(2) == 0);
            bool isTotal = random.Next(3) == 0;
            ulong[] holdsNot = isTotal ? [.. holds.Select(word => ~word)] : [.. Bits(random, words).Select((word, i) => word & ~holds[i])];
            TruthBuffer whetherItHolds = isTotal ? Said(holds) : Said(holds, holdsNot);
            Check(has, (applies, appliesNot), (holds, holdsNot), whetherItHolds);
        }
    }

    public static void WhereKnown(Random random, int mostWords)
    {
        for (int words = 1; words <= mostWords; words++)
        {
            (ulong[] bits, ulong[] has, int before) = (Bits(random, words), Bits(random, words), random.Next(3));
            ulong[] known = [.. new ulong[before], .. Bits(random, words), 0];
            BoolColumn values = new(Field, new bool[known.Length * 64], known, new Dictionary<int, UnknownReason>());
            ulong[] with = [.. bits.Select((word, i) => word & known[before + i])];
            ulong[] without = [.. bits.Select((word, i) => ~word & known[before + i])];
            bool isOpposite = random.Next(2) == 0;
            (ulong[] holds, ulong[] holdsNot) = isOpposite ? (without, with) : (with, without);
            TruthBuffer settled = Said(bits);
            settled.Settle(isOpposite, values, before * 64);
            Check(has, Sides(random, words, isTotal: random.Next(2) == 0), (holds, holdsNot), settled);
            Assert.False(settled.IsTotal);
            Assert.Equal(holds, settled.True.ToArray());
            Assert.Equal(holdsNot, settled.False.ToArray());
            Check(has, Sides(random, words, isTotal: true), (holds, holdsNot), settled);
        }
    }

    private static void Check(ulong[] has, (ulong[] True, ulong[] False) applies, (ulong[] True, ulong[] False) holds, TruthBuffer whetherItHolds)
    {
        (int words, ulong[] ignored) = (has.Length, new ulong[has.Length]);
        TruthBuffer whetherItApplies = applies.True.Select((word, i) => word == ~applies.False[i]).All(isTotal => isTotal) ? Said(applies.True) : Said(applies.True, applies.False);
        Compare(words, row => Get(has, row) && Get(applies.False, row), result => _ = new ConcernedRows(has, whetherItApplies, result, new ulong[ConcernedRows.Room(words)]));
        Compare(words, row => Get(has, row) && Get(applies.True, row) && Get(holds.False, row), result => VerdictKernel.Judge(Concerned(has, whetherItApplies), whetherItHolds, result, ignored));
        Compare(words, row => Get(has, row) && !Get(applies.False, row) && !(Get(applies.True, row) && (Get(holds.True, row) || Get(holds.False, row))),
            result => VerdictKernel.Judge(Concerned(has, whetherItApplies), whetherItHolds, ignored, result));
    }

    private static ConcernedRows Concerned(ulong[] has, TruthBuffer applies) => new(has, applies, new ulong[has.Length], new ulong[ConcernedRows.Room(has.Length)]);

    private static (ulong[] True, ulong[] False) Sides(Random random, int words, bool isTotal)
    {
        ulong[] isTrue = Bits(random, words);
        return (isTrue, isTotal ? [.. isTrue.Select(word => ~word)] : [.. Bits(random, words).Select((word, i) => word & ~isTrue[i])]);
    }

    private static TruthBuffer Said(ulong[] isTrue, ulong[]? isFalse = null)
    {
        TruthBuffer said = new();
        said.Begin(1, isTrue.Length);
        isTrue.CopyTo(said.True);
        isFalse?.CopyTo(said.Open());
        return said;
    }
}
