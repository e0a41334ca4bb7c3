using System.Collections.Immutable;

namespace ComplianceRules.Spreadsheets.Tests.Contract;

/// <summary>One record of a class.</summary>
/// <param name="Id">Its id.</param>
/// <param name="School">The id of its school.</param>
/// <param name="Cells">Its facts by column; a column that is not there is blank.</param>
internal sealed record MadeClass(string Id, string School, ImmutableSortedDictionary<string, MadeCell> Cells)
{
    public static MadeClass Plain(string id, string school = "S") =>
        new(id, school, ImmutableSortedDictionary.CreateRange(StringComparer.Ordinal, [KeyValuePair.Create("enrolment", MadeCell.Of(40))]));

    public MadeClass With(string column, MadeCell cell) => this with { Cells = Cells.SetItem(column, cell) };

    public MadeCell Cell(string column) => Cells.GetValueOrDefault(column, MadeCell.Blank);
}
