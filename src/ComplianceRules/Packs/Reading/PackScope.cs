using ComplianceRules.Diagnostics;

namespace ComplianceRules.Packs;

/// <summary>What the reader of any part of a pack has to know of the pack.</summary>
/// <param name="Language">The language that plain text is in.</param>
/// <param name="CountingUnits">The counting units that all packs of the load declare.</param>
/// <param name="BuildsOnOthers">Whether the pack extends another, so that a parameter may be one of theirs.</param>
/// <param name="Problems">Takes what is wrong.</param>
internal sealed record PackScope(TextLanguage Language, IReadOnlySet<string> CountingUnits, bool BuildsOnOthers, DiagnosticBag Problems)
{
    private readonly Dictionary<(string Where, string Name), SourceSpan> _places = [];

    /// <summary>Notes a name that must be alone of its sort in the pack, and reports it where it is not.</summary>
    /// <param name="where">The sort of name, as the pack calls it.</param>
    /// <param name="name">The name.</param>
    /// <param name="place">Where it stands.</param>
    /// <returns>Whether it is the first.</returns>
    public bool IsFirst(string where, string name, SourceSpan place)
    {
        if (_places.TryAdd((where, name), place)) return true;
        Problems.Report(DiagnosticCodes.DuplicateEntry, place, name, where, _places[(where, name)].ToString());
        return false;
    }
}
