using System.Collections.Immutable;
using ComplianceRules.Facts;

namespace ComplianceRules.Spreadsheets.Tests.Agreement;

/// <summary>One table and its rows.</summary>
/// <param name="Name">The table of the schema.</param>
/// <param name="Rows">Its rows.</param>
internal sealed record AgreedTable(string Name, ImmutableArray<AgreedRow> Rows)
{
    public TableSchema Schema => AgreementSchema.Value.Table(Name)!;

    /// <summary>The tables above whose ids name a row, from the uppermost.</summary>
    public ImmutableArray<string> Path => [.. AgreementSchema.Value.SelfAndAncestors(Name).Skip(1).Select(t => t.Name).Where(t => t != BaseTables.Region).Reverse()];

    /// <summary>The lists directly below a row.</summary>
    public ImmutableArray<string> Lists => Name == BaseTables.Region ? [] : [.. AgreementSchema.Value.Tables.Values.Where(t => t.Parent == Name).Select(t => t.Children)];

    /// <summary>Every column that a table of the format may have.</summary>
    public ImmutableArray<string> Columns =>
    [
        .. (IEnumerable<string>)(Name is BaseTables.Region or BaseTables.YearGroup ? [] : ["id"]),
        .. (IEnumerable<string>)(Name == BaseTables.School ? [BaseTables.Region] : Path),
        .. Schema.Fields.Keys,
        .. Lists,
    ];
}
