using ComplianceRules.Spreadsheets.Workbooks;

namespace ComplianceRules.Spreadsheets.Reading;

/// <summary>The merged cells of a sheet, from its top to its bottom.</summary>
internal sealed class MergedAreas
{
    private readonly List<MergedArea> _areas = [];
    private readonly List<MergedArea> _current = [];
    private readonly MergedArea?[] _owners = new MergedArea?[CellPlace.MostColumns + 1];
    private int _next;

    /// <summary>The areas that the row lies in.</summary>
    public IReadOnlyList<MergedArea> Current => _current;

    /// <summary>Takes one area, in any order, before the first row.</summary>
    public void Add(MergedArea area) => _areas.Add(area);

    /// <summary>Ends the taking.</summary>
    public void Sort() => _areas.Sort((a, b) => a.FirstRow != b.FirstRow ? a.FirstRow.CompareTo(b.FirstRow) : a.FirstColumn.CompareTo(b.FirstColumn));

    /// <summary>Goes on to a row.</summary>
    /// <returns>Whether no cell of it lies in two areas.</returns>
    public bool Enter(int row)
    {
        if (_current.Count > 0 && _current.Exists(a => a.LastRow < row)) Leave(row);
        for (; _next < _areas.Count && _areas[_next].FirstRow <= row; _next++)
        {
            MergedArea area = _areas[_next];
            if (area.LastRow < row) continue;
            Span<MergedArea?> owned = _owners.AsSpan(area.FirstColumn, area.LastColumn - area.FirstColumn + 1);
            if (owned.ContainsAnyExcept((MergedArea?)null)) return false;
            owned.Fill(area);
            _current.Add(area);
        }

        return true;
    }

    private void Leave(int row)
    {
        foreach (MergedArea area in _current.Where(a => a.LastRow < row)) _owners.AsSpan(area.FirstColumn, area.LastColumn - area.FirstColumn + 1).Clear();
        _current.RemoveAll(a => a.LastRow < row);
    }
}
