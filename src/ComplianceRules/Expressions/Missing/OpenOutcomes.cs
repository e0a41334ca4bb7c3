using System.Collections.Immutable;
using System.Runtime.CompilerServices;

namespace ComplianceRules.Expressions;

/// <summary>Tells whether some facts decide a condition: works out every way in which it may turn out, and tries both values only of atoms that occur more than once.</summary>
/// <remarks>For one thread. The work is bounded; where it runs out, nothing suffices any more.</remarks>
internal sealed class OpenOutcomes
{
    /// <summary>How many nodes may be looked at.</summary>
    public const int MostWork = 1_000_000;

    private readonly OpenNode _root;
    private readonly IReadOnlyList<ImmutableArray<int>> _facts;
    private readonly ImmutableArray<int> _repeated;
    private readonly Dictionary<int, Outcomes> _atoms;
    private int _work;

    /// <summary>Makes ready to ask.</summary>
    /// <param name="root">The condition.</param>
    /// <param name="facts">The facts of each atom.</param>
    public OpenOutcomes(OpenNode root, IReadOnlyList<ImmutableArray<int>> facts)
    {
        _root = root;
        _facts = facts;
        Dictionary<int, int> uses = [];
        bool variesAlways = true;
        foreach (OpenNode node in root.SelfAndDescendants())
        {
            if (node.Kind == OpenKind.Atom) uses[node.Atom] = uses.GetValueOrDefault(node.Atom) + 1;
            variesAlways &= node.Kind != OpenKind.Choice || !node.Parts[1].IsKnown || node.Parts[1] != node.Parts[2];
        }

        Atoms = [.. uses.Keys.Order()];
        _repeated = [.. Atoms.Where(a => uses[a] > 1)];
        _atoms = Atoms.ToDictionary(a => a, _ => Outcomes.Unknown);
        IsReadOnce = _repeated.IsEmpty && variesAlways;
    }

    /// <summary>The atoms of the condition.</summary>
    public ImmutableArray<int> Atoms { get; }

    /// <summary>Whether no atom occurs twice and every part may turn out either way.</summary>
    public bool IsReadOnce { get; }

    /// <summary>Whether the work ran out.</summary>
    public bool IsExhausted => _work > MostWork;

    /// <summary>Whether some facts decide the condition, whatever their values turn out to be; false where the work ran out.</summary>
    /// <param name="given">Whether each fact is among them.</param>
    public bool Suffices(bool[] given)
    {
        foreach (int atom in Atoms)
        {
            _work++;
            _atoms[atom] = _facts[atom].All(f => given[f]) ? Outcomes.Either : Outcomes.Unknown;
        }

        return IsDecided(0) && !IsExhausted;
    }

    // With an atom left to turn out differently at each of its places more is possible than really is; so what is decided even then needs no trying.
    private bool IsDecided(int from)
    {
        if (IsExhausted) return false;
        if ((Of(_root) & Outcomes.Unknown) == 0) return true;
        while (from < _repeated.Length && _atoms[_repeated[from]] != Outcomes.Either) from++;
        if (from == _repeated.Length) return false;
        int atom = _repeated[from];
        bool decided = true;
        foreach (Outcomes value in (ReadOnlySpan<Outcomes>)[Outcomes.True, Outcomes.False])
        {
            _atoms[atom] = value;
            decided = decided && IsDecided(from + 1);
        }

        _atoms[atom] = Outcomes.Either;
        return decided;
    }

    private Outcomes Of(OpenNode node)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        _work++;
        switch (node.Kind)
        {
            case OpenKind.True:
                return Outcomes.True;
            case OpenKind.False:
                return Outcomes.False;
            case OpenKind.Atom:
                return _atoms[node.Atom];
            case OpenKind.Not:
                return Opposite(Of(node.Parts[0]));
            case OpenKind.One:
                return One(node);
            case OpenKind.Choice:
                return Choice(node);
            case OpenKind.AtLeast:
                return AtLeast(node);
            default:
                return Joined(node);
        }
    }

    private Outcomes Joined(OpenNode node)
    {
        bool isAnd = node.Kind == OpenKind.And;
        Outcomes all = Outcomes.True;
        foreach (OpenNode part in node.Parts) all = And(all, isAnd ? Of(part) : Opposite(Of(part)));
        return isAnd ? all : Opposite(all);
    }

    private static Outcomes And(Outcomes left, Outcomes right)
    {
        Outcomes both = (left | right) & Outcomes.False;
        both |= left & right & Outcomes.True;
        bool isOpen = (left | right).HasFlag(Outcomes.Unknown) && (left & ~Outcomes.False) != 0 && (right & ~Outcomes.False) != 0;
        return isOpen ? both | Outcomes.Unknown : both;
    }

    private static Outcomes Opposite(Outcomes outcomes)
    {
        Outcomes turned = outcomes & Outcomes.Unknown;
        if (outcomes.HasFlag(Outcomes.True)) turned |= Outcomes.False;
        if (outcomes.HasFlag(Outcomes.False)) turned |= Outcomes.True;
        return turned;
    }

    private Outcomes Choice(OpenNode node)
    {
        Outcomes condition = Of(node.Parts[0]);
        Outcomes chosen = condition & Outcomes.Unknown;
        if (condition.HasFlag(Outcomes.True)) chosen |= Of(node.Parts[1]);
        if (condition.HasFlag(Outcomes.False)) chosen |= Of(node.Parts[2]);
        return chosen;
    }

    /// <summary>So many of the parts: each part turns out for itself, so that counting the ways of each is enough.</summary>
    private Outcomes AtLeast(OpenNode node)
    {
        (int mayHold, int mayFail, int surelyHold, int mayStay, int mayHoldOrFail) = (0, 0, 0, 0, 0);
        foreach (Outcomes part in node.Parts.Select(Of))
        {
            if (part.HasFlag(Outcomes.True)) mayHold++;
            if (part.HasFlag(Outcomes.False)) mayFail++;
            if (part.HasFlag(Outcomes.Unknown)) mayStay++;
            else if (part == Outcomes.True) surelyHold++;
            else if (part == Outcomes.Either) mayHoldOrFail++;
        }

        Outcomes all = mayHold >= node.Needed ? Outcomes.True : Outcomes.None;
        if (mayFail > node.Parts.Length - node.Needed) all |= Outcomes.False;
        bool staysOpen = mayStay > 0 && surelyHold < node.Needed && surelyHold + mayHoldOrFail + mayStay >= node.Needed;
        return staysOpen ? all | Outcomes.Unknown : all;
    }

    /// <summary>Exactly one: what none and one hold of the parts so far, and whether two do.</summary>
    private Outcomes One(OpenNode node)
    {
        // Outcomes of "none so far" and "at most one so far"; both fall as parts hold.
        Outcomes none = Outcomes.True;
        Outcomes one = Outcomes.False;
        foreach (OpenNode part in node.Parts)
        {
            Outcomes here = Of(part);
            one = Opposite(And(Opposite(And(one, Opposite(here))), Opposite(And(none, here))));
            none = And(none, Opposite(here));
        }

        return one;
    }
}
