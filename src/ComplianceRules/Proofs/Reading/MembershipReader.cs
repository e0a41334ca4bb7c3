using ComplianceRules.Expressions;
using ComplianceRules.Facts;

namespace ComplianceRules.Proofs;

/// <summary>Reads whether a value is among others, and whether one set lies within another.</summary>
/// <param name="reader">Reads the parts.</param>
internal sealed class MembershipReader(ConditionReader reader)
{
    /// <summary>Whether a value is among others.</summary>
    /// <param name="membership">The question.</param>
    public Truth Read(MembershipExpression membership)
    {
        if (membership.Item.Type.Kind is FieldType.Bool or FieldType.Set || membership.Item.Type.IsList) return reader.Opaque.Condition(membership);
        Term item = reader.Terms.Read(membership.Item);
        if (membership.Collection is ListExpression list) return Listed(membership, item, list);
        if (membership.Collection.Type.IsList || reader.Sets.Read(membership.Collection) is not { } set) return reader.Opaque.Condition(membership);
        Formula known = Formula.All(item.Known, set.Known);
        Formula isIn = Formula.Any(set.Members.Select(m => Formula.All(reader.Terms.IsKey(item, m.Key).True, m.Value)));
        return new Truth(Formula.All(known, isIn), Formula.All(known, isIn.Opposite));
    }

    /// <summary>Whether one set lies within another.</summary>
    /// <param name="within">The question.</param>
    public Truth Read(SetComparisonExpression within)
    {
        if (reader.Sets.Read(within.Inner) is not { } inner || reader.Sets.Read(within.Outer) is not { } outer) return reader.Opaque.Condition(within);
        Formula known = Formula.All(inner.Known, outer.Known);
        Formula all = Formula.All(inner.Members.Select(m => Formula.Any(m.Value.Opposite, outer.Has(m.Key))));
        return new Truth(Formula.All(known, all), Formula.All(known, all.Opposite));
    }

    private Truth Listed(MembershipExpression membership, Term item, ListExpression list)
    {
        List<Truth> found = [];
        foreach (TypedExpression entry in list.Items)
        {
            if (TermReader.Compare(item, reader.Terms.Read(entry), Relation.Equal) is not { } same) return reader.Opaque.Condition(membership);
            found.Add(same);
        }

        return new Truth(Formula.Any(found.Select(f => f.True)), Formula.All([item.Known, .. found.Select(f => f.False)]));
    }
}
