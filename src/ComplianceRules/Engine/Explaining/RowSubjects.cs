using ComplianceRules.Facts;
using ComplianceRules.Findings;

namespace ComplianceRules.Engine;

/// <summary>Says which row it is, as people look for it.</summary>
/// <param name="snapshot">The facts.</param>
internal sealed class RowSubjects(Snapshot snapshot)
{
    /// <summary>The field that names a row for people.</summary>
    public const string Name = "name";

    /// <summary>The subject of a row.</summary>
    /// <param name="table">The row's table.</param>
    /// <param name="row">The row.</param>
    public Subject Of(FactTable table, int row) => new(table.Schema.Name, table.Key(row), NameOf(table, row));

    /// <summary>Where a row lies: its school and its innermost region.</summary>
    /// <param name="table">The row's table.</param>
    /// <param name="row">The row.</param>
    public FindingPlace PlaceOf(FactTable table, int row)
    {
        Subject? school = null;
        (FactTable at, int place) = (table, row);
        while (at.Schema.Name != BaseTables.Region && at.Schema.Parent is { } parent && at.Parent(place) >= 0)
        {
            if (at.Schema.Name == BaseTables.School) school = Of(at, place);
            (at, place) = (snapshot.Table(parent), at.Parent(place));
        }

        if (at.Schema.Name == BaseTables.School) school = Of(at, place);
        return at.Schema.Name == BaseTables.Region && RegionCode.TryParse(at.Id(place), out RegionCode code)
            ? new FindingPlace(school, code, NameOf(at, place))
            : new FindingPlace(school, null, null);
    }

    /// <summary>The names of the rows above and of the row itself, or its id unless it is composed: a principal looks for the school first.</summary>
    private string? NameOf(FactTable table, int row)
    {
        string? own = table.Column(Name) is TextColumn names && names.IsKnown(row) ? names[row] : null;
        if (table.Schema.HasGlobalIds || table.Parent(row) < 0) return own;
        string? above = NameOf(snapshot.Table(table.Schema.Parent!), table.Parent(row));
        string? last = own ?? (table.Id(row).Contains('|', StringComparison.Ordinal) ? null : table.Id(row));
        return above is null ? own : last is null ? above : $"{above} {last}";
    }
}
