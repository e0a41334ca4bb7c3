using ComplianceRules.Diagnostics;

namespace ComplianceRules.Facts;

/// <summary>Where the rows of a table stand.</summary>
internal sealed class RowPlaces
{
    private readonly List<(string File, string? Sheet)> _files = [];
    private readonly GrowingList<RowPlace> _places = new();

    /// <summary>Where a row stands; null where nobody said.</summary>
    public SourceSpan? this[int row] =>
        _places[row] is { File: > 0 } place ? new SourceSpan(_files[place.File - 1].File, place.Line, place.Column) { Sheet = _files[place.File - 1].Sheet } : null;

    /// <summary>Says in which file the places put from now on are.</summary>
    public void Enter(string file, string? sheet)
    {
        if (_files.Count == 0 || _files[^1] != (file, sheet)) _files.Add((file, sheet));
    }

    public void Put(int row, int line, int column) => _places.Put(row, new RowPlace(_files.Count, line, column));
}
