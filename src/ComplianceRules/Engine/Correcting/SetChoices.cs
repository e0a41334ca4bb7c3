using System.Collections.Immutable;
using ComplianceRules.Expressions;

namespace ComplianceRules.Engine;

/// <summary>The sets that a set may become, those nearest first.</summary>
internal static class SetChoices
{
    // 2^10 sets are tried; of larger ones those that differ in up to two keys.
    private const int MostKeysOfAll = 10;

    /// <summary>How many keys of a large set come or go at most.</summary>
    public const int MostChanged = 2;

    /// <summary>Whether every other set is among them.</summary>
    /// <param name="keys">How many keys are declared.</param>
    public static bool AreAll(int keys) => keys <= MostKeysOfAll;

    /// <summary>The sets, each with how many keys come or go.</summary>
    /// <param name="now">The present set.</param>
    /// <param name="keys">The keys declared.</param>
    public static ImmutableArray<(Value Value, int Steps)> Of(SetValue now, ImmutableArray<string> keys)
    {
        int most = AreAll(keys.Length) ? keys.Length : MostChanged;
        ImmutableArray<(Value, int)>.Builder sets = ImmutableArray.CreateBuilder<(Value, int)>();
        List<(ImmutableSortedSet<string> Members, int Next)> level = [(now.Members, 0)];
        for (int steps = 1; steps <= most; steps++)
        {
            List<(ImmutableSortedSet<string> Members, int Next)> further = [];
            foreach ((ImmutableSortedSet<string> members, int next) in level)
            {
                for (int key = next; key < keys.Length; key++)
                    further.Add((members.Contains(keys[key]) ? members.Remove(keys[key]) : members.Add(keys[key]), key + 1));
            }

            sets.AddRange(further.Select(f => ((Value)new SetValue(f.Members), steps)));
            level = further;
        }

        return sets.ToImmutable();
    }
}
