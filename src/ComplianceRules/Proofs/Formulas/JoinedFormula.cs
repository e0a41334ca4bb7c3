using System.Collections.Immutable;

namespace ComplianceRules.Proofs;

/// <summary>Conditions that hold together, or of which any holds.</summary>
internal sealed class JoinedFormula : Formula
{
    private JoinedFormula(bool isAll, ImmutableArray<Formula> parts)
    {
        IsAll = isAll;
        Parts = parts;
    }

    /// <summary>Whether all must hold, or any.</summary>
    public bool IsAll { get; }

    /// <summary>The parts, at least two, none of the same sign and none constant.</summary>
    public ImmutableArray<Formula> Parts { get; }

    /// <summary>Joins conditions.</summary>
    /// <param name="isAll">Whether all must hold, or any.</param>
    /// <param name="parts">The parts.</param>
    public static Formula Of(bool isAll, IEnumerable<Formula> parts)
    {
        List<Formula> kept = [];
        foreach (Formula part in parts)
        {
            if (part is ConstantFormula constant)
            {
                if (constant.Truth != isAll) return part;
            }
            else if (part is JoinedFormula joined && joined.IsAll == isAll) AddNew(kept, joined.Parts);
            else AddNew(kept, [part]);
        }

        return kept switch
        {
            [] => Of(isAll),
            [var only] => only,
            _ => new JoinedFormula(isAll, [.. kept]),
        };
    }

    protected override Formula MakeOpposite() => new JoinedFormula(!IsAll, [.. Parts.Select(p => p.Opposite)]);

    private static void AddNew(List<Formula> kept, ImmutableArray<Formula> parts)
    {
        foreach (Formula part in parts)
        {
            if (!kept.Exists(k => IsSame(k, part))) kept.Add(part);
        }
    }

    private static bool IsSame(Formula one, Formula other) => ReferenceEquals(one, other) || (one, other) switch
    {
        (FlagFormula a, FlagFormula b) => a.Flag == b.Flag && a.IsSet == b.IsSet,
        (SumFormula a, SumFormula b) => a.Relation == b.Relation && a.Sum.Equals(b.Sum),
        _ => false,
    };
}
