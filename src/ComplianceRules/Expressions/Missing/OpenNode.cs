using System.Collections.Immutable;

namespace ComplianceRules.Expressions;

/// <summary>What is left open of a condition once everything known of one row has been put in.</summary>
/// <remarks>Immutable. INVARIANT: no part of a conjunction, a disjunction or a negation is known, and none of the first two lies directly in its like.</remarks>
internal sealed class OpenNode
{
    private OpenNode(OpenKind kind, ImmutableArray<OpenNode> parts, int atom = -1)
    {
        Kind = kind;
        Parts = parts;
        Atom = atom;
    }

    public static OpenNode True { get; } = new(OpenKind.True, []);

    public static OpenNode False { get; } = new(OpenKind.False, []);

    public OpenKind Kind { get; }

    public ImmutableArray<OpenNode> Parts { get; }

    /// <summary>Which atom it is; -1 for all other kinds.</summary>
    public int Atom { get; }

    /// <summary>How many parts must hold; 0 for all kinds that do not count.</summary>
    public int Needed { get; private init; }

    public bool IsKnown => Kind is OpenKind.True or OpenKind.False;

    public static OpenNode Of(bool truth) => truth ? True : False;

    public static OpenNode OfAtom(int atom) => new(OpenKind.Atom, [], atom);

    public static OpenNode Not(OpenNode part) => part.Kind switch
    {
        OpenKind.True => False,
        OpenKind.False => True,
        _ => new OpenNode(OpenKind.Not, [part]),
    };

    public static OpenNode Join(bool isAnd, params IEnumerable<OpenNode> parts)
    {
        OpenKind kind = isAnd ? OpenKind.And : OpenKind.Or;
        OpenNode decisive = Of(!isAnd);
        ImmutableArray<OpenNode>.Builder open = ImmutableArray.CreateBuilder<OpenNode>();
        foreach (OpenNode part in parts)
        {
            if (part == decisive) return decisive;
            if (part.Kind == kind) open.AddRange(part.Parts);
            else if (!part.IsKnown) open.Add(part);
        }

        return open.Count switch
        {
            0 => Of(isAnd),
            1 => open[0],
            _ => new OpenNode(kind, open.DrainToImmutable()),
        };
    }

    public static OpenNode One(IEnumerable<OpenNode> parts) => new(OpenKind.One, [.. parts.Where(p => p != False)]);

    public static OpenNode AtLeast(int needed, IEnumerable<OpenNode> parts)
    {
        OpenNode[] given = [.. parts];
        needed -= given.Count(p => p == True);
        ImmutableArray<OpenNode> open = [.. given.Where(p => !p.IsKnown)];
        if (needed <= 0 || needed > open.Length) return Of(needed <= 0);
        if (needed == 1 || needed == open.Length) return Join(needed != 1 || open.Length == 1, open);
        return new OpenNode(OpenKind.AtLeast, open) { Needed = needed };
    }

    public static OpenNode Choice(OpenNode condition, OpenNode whenTrue, OpenNode whenFalse) => condition.Kind switch
    {
        OpenKind.True => whenTrue,
        OpenKind.False => whenFalse,
        _ => new OpenNode(OpenKind.Choice, [condition, whenTrue, whenFalse]),
    };

    /// <summary>The node and everything in it, each before its parts.</summary>
    public IEnumerable<OpenNode> SelfAndDescendants()
    {
        Stack<OpenNode> waiting = new([this]);
        while (waiting.TryPop(out OpenNode? next))
        {
            yield return next;
            foreach (OpenNode part in next.Parts) waiting.Push(part);
        }
    }
}
