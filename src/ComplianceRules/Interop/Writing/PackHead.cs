using System.Collections.Immutable;
using ComplianceRules.Diagnostics;
using ComplianceRules.Packs;

namespace ComplianceRules.Interop;

/// <summary>What an imported pack says of itself.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Facts">The pack whose tables and fields it uses.</param>
/// <param name="Order">Its place among the packs of its region.</param>
/// <param name="Sections">The workflows.</param>
internal sealed record PackHead(string Id, RulePack Facts, int Order, ImmutableArray<PackSection> Sections)
{
    private const int MostNames = 3;

    /// <summary>What people read.</summary>
    public LocalText Title => ImportTexts.Of("title", string.Join(", ", Sections.Take(MostNames).Select(s => s.Title)) + (Sections.Length > MostNames ? ", …" : string.Empty));
}
