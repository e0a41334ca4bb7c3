using System.Collections.Immutable;

namespace ComplianceRules.Kinds;

/// <summary>A part of a rule that is composed of other rules.</summary>
/// <remarks>Immutable.</remarks>
/// <param name="Id">The part's id; the rule's id as it was written for a veto.</param>
/// <param name="IsVeto">Whether its rules count whatever their binding.</param>
/// <param name="Rules">The full ids of its rules, by table and id: those of the row's own table and of tables below.</param>
public sealed record ComposedPart(string Id, bool IsVeto, ImmutableArray<string> Rules)
{
    /// <summary>Those of the rules that packs further in add to the area on sources that nobody has verified: they are listed and do not count.</summary>
    public ImmutableArray<string> Beside { get; init; } = [];

    /// <summary>The rules that count where their binding does.</summary>
    internal IEnumerable<string> Counting => Beside.IsEmpty ? Rules : Rules.Where(r => !Beside.Contains(r));
}
