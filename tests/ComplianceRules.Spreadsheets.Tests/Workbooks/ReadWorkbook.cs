using System.Data;
using System.IO.Compression;
using System.Text;
using System.Xml.Linq;
using ExcelDataReader;

namespace ComplianceRules.Spreadsheets.Tests.Workbooks;

/// <summary>A workbook as readers that are not ours see it.</summary>
/// <param name="bytes">The workbook.</param>
internal sealed class ReadWorkbook(byte[] bytes)
{
    private static readonly XNamespace Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    static ReadWorkbook() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>The names of the sheets, hidden ones too.</summary>
    public string[] Names => [.. Sheets().Select(s => s.Name)];

    /// <summary>The values of a sheet, row by row.</summary>
    public object?[][] Rows(string name) => Sheets().Single(s => s.Name == name).Rows;

    /// <summary>The validations of a sheet by its place among the sheets, from 1: cells, kind and formulas.</summary>
    public (string Cells, string Kind, string First, string? Second)[] Validations(int sheet) =>
    [
        .. Part($"xl/worksheets/sheet{sheet}.xml").Descendants(Main + "dataValidation")
            .Select(v => (v.Attribute("sqref")!.Value, v.Attribute("type")!.Value, v.Element(Main + "formula1")!.Value, v.Element(Main + "formula2")?.Value)),
    ];

    public XDocument Part(string name)
    {
        using ZipArchive archive = new(new MemoryStream(bytes));
        using Stream part = archive.GetEntry(name)!.Open();
        return XDocument.Load(part);
    }

    private IEnumerable<(string Name, object?[][] Rows)> Sheets()
    {
        using IExcelDataReader reader = ExcelReaderFactory.CreateOpenXmlReader(new MemoryStream(bytes));
        do
        {
            List<object?[]> rows = [];
            while (reader.Read()) rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetValue)]);
            yield return (reader.Name, [.. rows]);
        }
        while (reader.NextResult());
    }
}
