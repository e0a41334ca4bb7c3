using ComplianceRules.Expressions;
using ComplianceRules.Facts;

namespace ComplianceRules.Proofs;

/// <summary>Reads what composed rules ask of their parts, rule by rule.</summary>
/// <param name="reader">Reads the rest.</param>
internal sealed class ComposedReader(ConditionReader reader)
{
    // Rows below a region may have rules of packs further in.
    private bool IsOfRegion => reader.Scope.Names.Subject == BaseTables.Region;

    /// <summary>What some rules say of the row at hand.</summary>
    /// <param name="said">What is asked.</param>
    public Truth Read(RuleSaysExpression said)
    {
        Truth[] each = [.. said.Rules.Select(rule => Of(said, rule))];
        return said.Asked is RuleSaying.Concerns or RuleSaying.Reaches ? Truth.Any(each) : Truth.All(each);
    }

    /// <summary>Whether any child row concerns some rules or breaks one, rule by rule; null where something else is asked of the rows.</summary>
    /// <param name="any">The question.</param>
    public Truth? Read(AnyChildExpression any)
    {
        if (reader.Scope.FollowsParts) return null;
        (RuleSaysExpression? said, bool isNot) = any.Where is NotExpression not ? (not.Operand as RuleSaysExpression, true) : (any.Where as RuleSaysExpression, false);
        if (said is null) return null;
        Truth[] each = [.. said.Rules.Where(rule => Stands(said, rule) || IsOpen(rule)).Select(rule => OfRows(any.List, Alone(said, rule), isNot))];
        return each.Length > 0 ? Truth.Any(each) : new Truth(Formula.False, reader.Lists.IsReported(any.List));
    }

    private Truth Of(RuleSaysExpression said, string rule)
    {
        bool stands = Stands(said, rule);
        if (!stands && !IsOpen(rule)) return Truth.Of(Formula.Of(said.Asked == RuleSaying.Keeps));
        if (stands && said.Asked == RuleSaying.Reaches) return Truth.Of(Formula.True);
        if (stands && reader.Scope.FollowsParts) return Followed(said, reader.Scope.CountedRule(rule)!);
        RuleSaysExpression alone = Alone(said, rule);
        if (said.Asked != RuleSaying.Keeps) return reader.Opaque.Condition(alone);
        (Truth keeps, Truth concerns) = (reader.Opaque.Condition(alone), reader.Opaque.Condition(As(alone, RuleSaying.Concerns)));
        reader.Vocabulary.Axioms.Add(Formula.Any(keeps.False.Opposite, concerns.True));
        return keeps;
    }

    private Truth Followed(RuleSaysExpression said, CountedRule rule)
    {
        ReadingScope scope = reader.Scope.Names.Child is null ? reader.Scope with { Names = reader.Scope.Names with { Subject = rule.Subject } } : reader.Scope.Counted(rule.Subject);
        ConditionReader own = new(reader.Vocabulary, scope);
        Truth applies = own.Read(rule.Form.Applies);
        if (said.Asked == RuleSaying.Concerns) return Truth.Of(applies.False.Opposite);
        Truth holds = own.Read(rule.Form.Holds);
        return new Truth(Formula.Any(applies.False, Formula.All(applies.True, holds.True)), Formula.All(applies.True, holds.False));
    }

    // A row that breaks a rule is one that it concerns, and that it reaches.
    private Truth OfRows(ChildListPath list, RuleSaysExpression alone, bool isNot)
    {
        Truth found = RowsWith(list, alone, isNot);
        if (!isNot) return found;
        reader.Vocabulary.Axioms.Add(Formula.Any(found.True.Opposite, RowsWith(list, As(alone, RuleSaying.Concerns), isNot: false).True));
        reader.Vocabulary.Axioms.Add(Formula.Any(found.True.Opposite, Of(As(alone, RuleSaying.Reaches), alone.Rules[0]).True));
        return found;
    }

    private Truth RowsWith(ChildListPath list, RuleSaysExpression alone, bool isNot)
    {
        AnyChildExpression any = new(list, isNot ? new NotExpression(alone) : alone);
        return reader.Opaque.Condition(any);
    }

    private bool Stands(RuleSaysExpression said, string rule) => !IsOfRegion && reader.Scope.CountedRule(rule)?.IsPart(said.MandatoryOnly) == true;

    private bool IsOpen(string rule) => IsOfRegion || reader.Scope.IsOpen(rule);

    // Of one that stands the binding is known, and no pack further in makes it bind less.
    private RuleSaysExpression Alone(RuleSaysExpression said, string rule) =>
        new(rule, said.Asked, [rule]) { MandatoryOnly = said.MandatoryOnly && !Stands(said, rule), Above = said.Above };

    private static RuleSaysExpression As(RuleSaysExpression alone, RuleSaying asked) =>
        new(alone.Name, asked, alone.Rules) { MandatoryOnly = alone.MandatoryOnly };
}
