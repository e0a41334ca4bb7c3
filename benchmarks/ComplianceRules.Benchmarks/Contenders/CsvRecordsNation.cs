using CsvHelper;

namespace ComplianceRules.Benchmarks;

/// <summary>Reads the tables by CsvHelper's <c>GetRecords&lt;T&gt;</c>: an object a record, by generated code.</summary>
internal static class CsvRecordsNation
{
    public static NationRows Read(string folder)
    {
        List<SchoolFacts> schools = [];
        Dictionary<string, int> rows = new(StringComparer.Ordinal);
        using (CsvReader reader = CsvReader.FromFile(Path.Combine(folder, "school.csv")))
        {
            foreach (SchoolRow row in reader.GetRecords<SchoolRow>())
            {
                rows.Add(row.Id!, schools.Count);
                schools.Add(row.Facts());
            }
        }

        List<ClassFacts> classes = [];
        using (CsvReader reader = CsvReader.FromFile(Path.Combine(folder, "class.csv")))
        {
            foreach (ClassRow row in reader.GetRecords<ClassRow>()) classes.Add(row.Facts(rows[row.School!]));
        }

        return new NationRows([.. schools], [.. classes]);
    }
}
