namespace ComplianceRules.Interop;

/// <summary>What the rule language may say while one fact is missing: unknown, unless the other side decides or <c>has</c> asks for it.</summary>
/// <param name="missing">The fact or list that is missing.</param>
internal sealed class MeaningHere(string missing)
{
    public Outcome Of(Meaning meaning) => meaning switch
    {
        MeaningFact fact => fact.Name == missing ? Outcome.Missing : fact.IsTruth ? Outcome.Either : Outcome.Value,
        MeaningList list => list.Name == missing ? Outcome.Missing : Outcome.Value,
        MeaningValue value => value.Truth switch { true => Outcome.True, false => Outcome.False, null => Outcome.Value },
        MeaningUnknownTruth => Outcome.Either,
        MeaningNull => Outcome.Missing,
        MeaningCompare compare => Strict([compare.Left, compare.Right], Outcome.Either),
        MeaningPresent present => Present(Of(present.Value), present.IsWanted),
        MeaningLogic logic => Logic(logic.IsOr, Of(logic.Left), Of(logic.Right)),
        MeaningNot not => Turned(Of(not.Value)),
        MeaningComputed computed => Strict([.. computed.Parts], Outcome.Value),
        MeaningCall call => Strict([call.Target, call.Argument], call.IsTruth ? Outcome.Either : Outcome.Value),
        MeaningChoice choice => Choice(choice),
        MeaningCoalesce coalesce => Of(coalesce.Value) is var value && value.HasFlag(Outcome.Missing) ? (value & ~Outcome.Missing) | Of(coalesce.Otherwise) : value,
        MeaningEach each => Each(each),
        MeaningAttempt attempt => Of(attempt.Body),
        _ => Outcome.Either,
    };

    private Outcome Strict(Meaning[] parts, Outcome known)
    {
        Outcome[] outcomes = [.. parts.Select(Of)];
        Outcome unknown = outcomes.Any(o => o.HasFlag(Outcome.Missing)) ? Outcome.Missing : Outcome.None;
        return outcomes.Contains(Outcome.Missing) ? unknown : unknown | known;
    }

    private static Outcome Present(Outcome value, bool isWanted)
    {
        Outcome missing = value.HasFlag(Outcome.Missing) ? isWanted ? Outcome.False : Outcome.True : Outcome.None;
        return value == Outcome.Missing ? missing : missing | (isWanted ? Outcome.True : Outcome.False);
    }

    private static Outcome Logic(bool isOr, Outcome left, Outcome right)
    {
        Outcome deciding = isOr ? Outcome.True : Outcome.False;
        Outcome other = isOr ? Outcome.False : Outcome.True;
        Outcome result = (left | right) & deciding;
        if (left.HasFlag(other) && right.HasFlag(other)) result |= other;
        bool isOpen = (left.HasFlag(Outcome.Missing) && (right & ~deciding) != Outcome.None) || (right.HasFlag(Outcome.Missing) && (left & ~deciding) != Outcome.None);
        return isOpen ? result | Outcome.Missing : result;
    }

    private static Outcome Turned(Outcome value)
    {
        Outcome kept = value & ~Outcome.Either;
        if (value.HasFlag(Outcome.True)) kept |= Outcome.False;
        return value.HasFlag(Outcome.False) ? kept | Outcome.True : kept;
    }

    private Outcome Choice(MeaningChoice choice)
    {
        Outcome condition = Of(choice.Condition);
        Outcome result = condition & Outcome.Missing;
        if (condition.HasFlag(Outcome.True)) result |= Of(choice.Then);
        return condition.HasFlag(Outcome.False) ? result | Of(choice.Otherwise) : result;
    }

    private Outcome Each(MeaningEach each)
    {
        Outcome list = Of(each.List);
        bool asksRows = each.Kind is MeaningEachKind.Any or MeaningEachKind.All;
        // A row of which it is not known whether it is among them may still be one that decides nothing, or that a condition leaves out.
        if (list == Outcome.Missing && !((asksRows || each.Kind == MeaningEachKind.Counted) && Of(Source(each.List)) != Outcome.Missing)) return Outcome.Missing;
        Outcome item = Of(each.Item);
        Outcome open = (list | item) & Outcome.Missing;
        if (asksRows) return open | RowOutcomes.Of(each.Kind, item & Outcome.Either, missing);
        // A row whose value is unknown is among those that are counted or added up, unless a condition may leave it out.
        bool isCounted = item == Outcome.Missing && each.List is MeaningList && RowOutcomes.IsOfOneRow(missing);
        return isCounted ? Outcome.Missing : open | Outcome.Value;
    }

    private static Meaning Source(Meaning list) => list is MeaningEach filter ? Source(filter.List) : list;
}
