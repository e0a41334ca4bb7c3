using System.Collections.Immutable;

namespace ComplianceRules.Spreadsheets.Proposals;

/// <summary>One way to read a sheet, and what its columns would be.</summary>
/// <remarks>Immutable.</remarks>
/// <param name="Layout">Where names and records stand.</param>
/// <param name="Grades">The columns that stand for grades; null for none.</param>
/// <param name="Columns">The columns once grades have become rows; only those with a name of their own that a mapping can hold.</param>
/// <param name="Roles">What tells the records apart.</param>
internal sealed record SheetReading(SheetLayout Layout, GradeColumns? Grades, ImmutableArray<SampleColumn> Columns, ColumnRoles Roles)
{
    /// <summary>Names that stand over several columns.</summary>
    public ImmutableArray<string> Duplicates { get; init; } = [];

    /// <summary>The columns whose names no mapping can hold.</summary>
    public int Unwritable { get; init; }

    public static SheetReading Of(SheetLayout layout)
    {
        ImmutableArray<SampleColumn> writable = [.. layout.Columns.Where(c => WritableText.IsText(c.Name))];
        ILookup<string, SampleColumn> byName = writable.ToLookup(c => c.Name, StringComparer.Ordinal);
        ImmutableArray<SampleColumn> single = [.. writable.Where(c => byName[c.Name].Count() == 1)];
        GradeColumns? grades = layout.IsTurned ? null : GradeColumns.Find(single, layout.Titles.FirstOrDefault());
        ImmutableArray<SampleColumn> columns = grades?.Apply(single) ?? single;
        return new SheetReading(layout, grades, columns, ColumnRoles.Of(columns))
        {
            Duplicates = [.. byName.Where(g => g.Count() > 1).Select(g => g.Key)],
            Unwritable = layout.Columns.Length - writable.Length,
        };
    }
}
