using System.Collections.Immutable;

namespace ComplianceRules.Spreadsheets.Tests.Oracle;

/// <summary>The records of a table by the names of columns, rows made of columns done.</summary>
internal static class OracleRecords
{
    public static IEnumerable<Dictionary<string, string>> Of(OracleSheet sheet, OracleEntry entry)
    {
        foreach (ImmutableArray<string> row in sheet.Rows)
        {
            Dictionary<string, string> record = sheet.Header.Select((name, i) => (Name: name.Trim(), Cell: row[i].Trim())).ToDictionary(c => c.Name, c => c.Cell, StringComparer.Ordinal);
            if (entry.Unpivot is null) yield return record;
            else foreach (Dictionary<string, string> made in Made(record, entry.Unpivot)) yield return made;
        }
    }

    public static IEnumerable<Dictionary<string, string>> Made(Dictionary<string, string> record, OracleUnpivot unpivot)
    {
        foreach ((string label, ImmutableDictionary<string, string> columns) in unpivot.Labels)
        {
            Dictionary<string, string> made = new(record, StringComparer.Ordinal) { [unpivot.Name] = label };
            foreach (string name in unpivot.Made.Skip(1)) made[name] = columns.TryGetValue(name, out string? column) ? record[column] : string.Empty;
            yield return made;
        }
    }
}
