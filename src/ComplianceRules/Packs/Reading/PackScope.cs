using ComplianceRules.Diagnostics;

namespace ComplianceRules.Packs;

/// <summary>What the reader of any part of a pack has to know of the pack.</summary>
/// <param name="Language">The language that plain text is in.</param>
/// <param name="CountingUnits">The counting units that all packs of the load declare.</param>
/// <param name="BuildsOnOthers">Whether the pack extends another, so that a parameter may be one of theirs.</param>
/// <param name="Problems">Takes what is wrong.</param>
internal sealed record PackScope(TextLanguage Language, IReadOnlySet<string> CountingUnits, bool BuildsOnOthers, DiagnosticBag Problems)
{
    private readonly Dictionary<(string Where, string Folded), (string Name, SourceSpan Place)> _first = [];

    /// <summary>Notes a name that must be alone of its sort in the pack, also where only the case of letters tells it from another, and reports it where it is not.</summary>
    /// <param name="where">The sort of name, as the pack calls it.</param>
    /// <param name="name">The name.</param>
    /// <param name="place">Where it stands.</param>
    /// <returns>Whether it is the first.</returns>
    public bool IsFirst(string where, string name, SourceSpan place) => IsFirst(where, name, name.ToUpperInvariant(), place);

    /// <summary>The same for ids that are not the pack's to choose, such as those of schools: there "A1" and "a1" are two.</summary>
    /// <param name="where">The sort of name, as the pack calls it.</param>
    /// <param name="id">The id.</param>
    /// <param name="place">Where it stands.</param>
    /// <returns>Whether it is the first.</returns>
    public bool IsFirstExactly(string where, string id, SourceSpan place) => IsFirst(where, id, id, place);

    private bool IsFirst(string where, string name, string folded, SourceSpan place)
    {
        if (_first.TryAdd((where, folded), (name, place))) return true;
        (string first, SourceSpan there) = _first[(where, folded)];
        if (first == name) Problems.Report(DiagnosticCodes.DuplicateEntry, place, name, where, there.ToString());
        else Problems.Report(DiagnosticCodes.DiffersByCase, place, name, first, there.ToString());
        return false;
    }
}
