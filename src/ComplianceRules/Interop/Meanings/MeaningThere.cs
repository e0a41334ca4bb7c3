namespace ComplianceRules.Interop;

/// <summary>What RulesEngine may say while one fact is null: a comparison with null is false and <c>!=</c> is true, a member of null fails.</summary>
/// <param name="missing">The fact or list that is null.</param>
internal sealed class MeaningThere(string missing)
{
    /// <summary>Whether a nested rule may fail, which then only shows as not holding.</summary>
    public bool HidesFailure { get; private set; }

    /// <summary>What is said of a whole rule.</summary>
    public Outcome OfRule(Meaning rule) => rule is MeaningAttempt attempt ? Attempt(attempt) : Of(rule);

    /// <summary>What is said of a part.</summary>
    public Outcome Of(Meaning meaning) => meaning switch
    {
        MeaningFact fact => fact.Name == missing ? Outcome.Missing : fact.IsTruth ? Outcome.Either : Outcome.Value,
        MeaningList list => list.Name == missing ? Outcome.Missing : Outcome.Value,
        MeaningValue value => value.Truth switch { true => Outcome.True, false => Outcome.False, null => Outcome.Value },
        MeaningUnknownTruth => Outcome.Either,
        MeaningNull => Outcome.Missing,
        MeaningCompare compare => Strict([compare.Left, compare.Right], parts => Compared(compare, parts[0], parts[1])),
        MeaningPresent present => Strict([present.Value], parts => Present(parts[0], present.IsWanted)),
        MeaningLogic logic => Logic(logic),
        MeaningNot not => Turned(Of(not.Value)),
        MeaningComputed computed => Strict([.. computed.Parts], parts => parts.Any(p => p.HasFlag(Outcome.Missing)) ? Outcome.Missing | All(parts) : Outcome.Value),
        MeaningCall call => Strict([call.Target, call.Argument], parts => Called(call, parts)),
        MeaningChoice choice => Choice(choice),
        MeaningCoalesce coalesce => Coalesced(Of(coalesce.Value), coalesce.Otherwise),
        MeaningEach each => Strict([each.List], parts => parts[0] == Outcome.Missing ? Outcome.Fails : Each(each)),
        MeaningAttempt attempt => Nested(Attempt(attempt)),
        _ => Outcome.Either,
    };

    private static Outcome All(Outcome[] parts) => parts.All(p => p != Outcome.Missing) ? Outcome.Value : Outcome.None;

    // What fails in a part fails as a whole; what else the parts may be is asked without that.
    private Outcome Strict(Meaning[] parts, Func<Outcome[], Outcome> rest)
    {
        Outcome[] outcomes = [.. parts.Select(Of)];
        Outcome failing = outcomes.Any(o => o.HasFlag(Outcome.Fails)) ? Outcome.Fails : Outcome.None;
        return outcomes.Any(o => o == Outcome.Fails) ? Outcome.Fails : failing | rest([.. outcomes.Select(o => o & ~Outcome.Fails)]);
    }

    private static Outcome Compared(MeaningCompare compare, Outcome left, Outcome right)
    {
        Outcome result = Outcome.None;
        bool leftIsThere = left != Outcome.Missing;
        bool rightIsThere = right != Outcome.Missing;
        bool leftIsNull = left.HasFlag(Outcome.Missing);
        bool rightIsNull = right.HasFlag(Outcome.Missing);
        if (leftIsThere && rightIsThere) result |= Outcome.Either;
        if ((leftIsNull && rightIsThere) || (leftIsThere && rightIsNull)) result |= compare.IsNotEqual ? Outcome.True : Outcome.False;
        if (leftIsNull && rightIsNull) result |= compare.IsEqual ? Outcome.True : Outcome.False;
        return result;
    }

    private static Outcome Present(Outcome value, bool isWanted)
    {
        Outcome there = value == Outcome.Missing ? Outcome.None : isWanted ? Outcome.True : Outcome.False;
        Outcome missing = value.HasFlag(Outcome.Missing) ? isWanted ? Outcome.False : Outcome.True : Outcome.None;
        return there | missing;
    }

    private Outcome Logic(MeaningLogic logic)
    {
        (Outcome left, Outcome right) = (Of(logic.Left), Of(logic.Right));
        Outcome deciding = logic.IsOr ? Outcome.True : Outcome.False;
        Outcome other = logic.IsOr ? Outcome.False : Outcome.True;
        Outcome result = left & Outcome.Fails;
        if (left.HasFlag(deciding)) result |= logic.AsksBoth ? deciding | (right & Outcome.Fails) : deciding;
        if (left.HasFlag(other)) result |= right;
        if (!left.HasFlag(Outcome.Missing)) return result;
        return result | (right & (deciding | Outcome.Fails)) | ((right & ~(deciding | Outcome.Fails)) != Outcome.None ? Outcome.Missing : Outcome.None);
    }

    private static Outcome Turned(Outcome value)
    {
        Outcome kept = value & ~Outcome.Either;
        if (value.HasFlag(Outcome.True)) kept |= Outcome.False;
        return value.HasFlag(Outcome.False) ? kept | Outcome.True : kept;
    }

    private static Outcome Called(MeaningCall call, Outcome[] parts)
    {
        Outcome good = parts.All(p => p != Outcome.Missing) ? call.IsTruth ? Outcome.Either : Outcome.Value : Outcome.None;
        return parts.Any(p => p.HasFlag(Outcome.Missing)) ? good | Outcome.Fails : good;
    }

    private Outcome Choice(MeaningChoice choice)
    {
        Outcome condition = Of(choice.Condition);
        Outcome result = condition & Outcome.Fails;
        if (condition.HasFlag(Outcome.True) || condition.HasFlag(Outcome.Missing)) result |= Of(choice.Then);
        return condition.HasFlag(Outcome.False) || condition.HasFlag(Outcome.Missing) ? result | Of(choice.Otherwise) : result;
    }

    private Outcome Coalesced(Outcome value, Meaning otherwise) => value.HasFlag(Outcome.Missing) ? (value & ~Outcome.Missing) | Of(otherwise) : value;

    private Outcome Each(MeaningEach each)
    {
        Outcome item = Of(each.Item);
        Outcome fails = item & Outcome.Fails;
        if (item.HasFlag(Outcome.Missing)) item |= Outcome.Either;
        return fails | (each.Kind is MeaningEachKind.Any or MeaningEachKind.All ? RowOutcomes.Of(each.Kind, item & Outcome.Either, missing) : Outcome.Value);
    }

    // A condition of which null comes out has no place in RulesEngine, whose types then decide what is said.
    private Outcome Attempt(MeaningAttempt attempt)
    {
        Outcome[] first = [.. attempt.First.Select(Of)];
        Outcome body = Of(attempt.Body);
        if (body.HasFlag(Outcome.Missing)) body = (body & ~Outcome.Missing) | Outcome.Either;
        if (first.Contains(Outcome.Fails)) return Outcome.Fails;
        return first.Any(o => o.HasFlag(Outcome.Fails)) ? body | Outcome.Fails : body;
    }

    // Of nested rules one that fails does not hold, and the others are asked all the same.
    private Outcome Nested(Outcome attempt)
    {
        if (!attempt.HasFlag(Outcome.Fails)) return attempt;
        HidesFailure = true;
        return (attempt & ~Outcome.Fails) | Outcome.False;
    }
}
