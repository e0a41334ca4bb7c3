using System.Collections.Immutable;

namespace ComplianceRules.Spreadsheets.Tests.Oracle;

/// <summary>Tables and what they mean.</summary>
internal sealed record OracleCase(ImmutableArray<OracleSheet> Sheets, OracleMapping Mapping)
{
    /// <summary>The same with every table changed in one way.</summary>
    public OracleCase WithSheets(Func<OracleSheet, IEnumerable<OracleSheet>> change) => this with { Sheets = [.. Sheets.SelectMany(change)] };

    /// <summary>All of it, for people.</summary>
    public override string ToString() =>
        $"{MappingJson.Of(Mapping, "file", string.Empty)}\n{string.Join('\n', Sheets.Select(s => $"-- {s.Name}\n{CaseCsv.Text(s, new CsvManner())}"))}";
}
