using System.Collections.Immutable;
using ComplianceRules.Facts;

namespace ComplianceRules.Spreadsheets.Proposals;

/// <summary>How the cells of a column become a field's values, and which do not.</summary>
/// <remarks>Immutable.</remarks>
internal sealed record CellFit
{
    /// <summary>The share of texts that may not fit: one of four.</summary>
    private const int FitsForEachMisfit = 3;

    /// <summary>The unit of the cells, where it is not the field's.</summary>
    public Unit? Unit { get; init; }

    /// <summary>Whether the header's unit cannot be turned into the field's.</summary>
    public bool HasWrongUnit { get; init; }

    /// <summary>How numbers, days or times are written, where it is not one of the usual ways.</summary>
    public string? Format { get; init; }

    /// <summary>What texts mean.</summary>
    public ImmutableArray<ProposedValue> Values { get; init; } = [];

    /// <summary>The texts that say something, each once.</summary>
    public int Seen { get; init; }

    /// <summary>Those that the field cannot have.</summary>
    public ImmutableArray<string> Misfits { get; init; } = [];

    /// <summary>Whether numbers of per cent all lie from 0 to 1.</summary>
    public bool LooksLikeShare { get; init; }

    /// <summary>Whether the column can be the field.</summary>
    public bool IsUsable => !HasWrongUnit && Misfits.Length * FitsForEachMisfit <= Seen - Misfits.Length;
}
