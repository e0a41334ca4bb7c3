using ComplianceRules.Facts;
using ComplianceRules.Packs;

namespace ComplianceRules.Engine;

/// <summary>How far out a pack stands in a stack; the smaller rank stands further out.</summary>
/// <param name="Kind">0 for a region pack, 1 for one of named schools, 2 for a template.</param>
/// <param name="Level">How many regions its own is below, itself counted; 0 without a region.</param>
/// <param name="Order">Its order among those of one level.</param>
/// <param name="Id">Its id, which settles the rest.</param>
internal readonly record struct PackRank(int Kind, int Level, int Order, string Id) : IComparable<PackRank>
{
    /// <summary>The rank of a pack.</summary>
    /// <param name="pack">The pack.</param>
    /// <param name="formerCodes">Codes that are no more.</param>
    public static PackRank Of(RulePack pack, FormerCodes formerCodes) =>
        new(pack.IsTemplate ? 2 : pack.Schools.IsEmpty ? 0 : 1, pack.Region is { } region ? formerCodes.SelfAndAncestors(region).Count() : 0, pack.Order ?? 0, pack.Id);

    public int CompareTo(PackRank other)
    {
        if (Kind != other.Kind) return Kind.CompareTo(other.Kind);
        if (Level != other.Level) return Level.CompareTo(other.Level);
        return Order != other.Order ? Order.CompareTo(other.Order) : string.CompareOrdinal(Id, other.Id);
    }
}
