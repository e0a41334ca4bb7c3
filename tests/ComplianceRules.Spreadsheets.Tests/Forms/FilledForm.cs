using System.Globalization;
using System.IO.Compression;
using System.Xml.Linq;

namespace ComplianceRules.Spreadsheets.Tests.Forms;

/// <summary>Fills a form in as a script outside the tool would: it opens the workbook, finds the sheets by their hidden marks and writes below the example.</summary>
internal static class FilledForm
{
    private const int FirstRow = 6;

    private static readonly XNamespace Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static readonly DateOnly DayZero = new(1899, 12, 30);
    private static readonly DateTimeOffset Stamp = new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Fills a form in.</summary>
    /// <param name="form">The form's bytes.</param>
    /// <param name="rows">The rows of each table: values by column; texts, numbers, truth values, days and times.</param>
    public static byte[] Of(byte[] form, IReadOnlyDictionary<string, IEnumerable<IReadOnlyDictionary<string, object>>> rows)
    {
        using ZipArchive source = new(new MemoryStream(form));
        using MemoryStream filled = new();
        using (ZipArchive target = new(filled, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (ZipArchiveEntry entry in source.Entries) Copy(entry, target, rows);
        }

        return filled.ToArray();
    }

    private static void Copy(ZipArchiveEntry entry, ZipArchive target, IReadOnlyDictionary<string, IEnumerable<IReadOnlyDictionary<string, object>>> rows)
    {
        ZipArchiveEntry copy = target.CreateEntry(entry.FullName, CompressionLevel.Optimal);
        copy.LastWriteTime = Stamp;
        using Stream from = entry.Open();
        using Stream to = copy.Open();
        if (!entry.FullName.StartsWith("xl/worksheets/sheet", StringComparison.Ordinal))
        {
            from.CopyTo(to);
            return;
        }

        XDocument sheet = XDocument.Load(from, LoadOptions.PreserveWhitespace);
        Fill(sheet, rows);
        sheet.Save(to, SaveOptions.DisableFormatting);
    }

    private static void Fill(XDocument sheet, IReadOnlyDictionary<string, IEnumerable<IReadOnlyDictionary<string, object>>> rows)
    {
        XElement data = sheet.Root!.Element(Main + "sheetData")!;
        string[] names = [.. data.Element(Main + "row")!.Elements(Main + "c").Select(c => c.Value)];
        string[] styles = [.. sheet.Root.Element(Main + "cols")?.Elements(Main + "col").Select(c => c.Attribute("style")!.Value) ?? []];
        if (!rows.TryGetValue(names[0].Split(':')[^1], out IEnumerable<IReadOnlyDictionary<string, object>>? table)) return;
        data.Elements(Main + "row").Where(r => (int)r.Attribute("r")! >= FirstRow).Remove();
        int number = FirstRow;
        foreach (IReadOnlyDictionary<string, object> row in table)
        {
            XElement[] cells = [.. names.Select((name, at) => row.TryGetValue(name, out object? value) ? Cell(value, Place(at, number), styles[at]) : null).OfType<XElement>()];
            data.Add(new XElement(Main + "row", new XAttribute("r", number++), cells));
        }
    }

    private static string Place(int column, int row) => string.Create(CultureInfo.InvariantCulture, $"{(char)('A' + column)}{row}");

    private static XElement Cell(object value, string place, string style) => value switch
    {
        double number => Number(number.ToString("R", CultureInfo.InvariantCulture), place, style),
        DateOnly day => Number((day.DayNumber - DayZero.DayNumber).ToString(CultureInfo.InvariantCulture), place, style),
        TimeSpan time => Number((time.TotalMinutes / 1440).ToString("R", CultureInfo.InvariantCulture), place, style),
        bool truth => Text(truth ? "是" : "否", place, style),
        _ => Text((string)value, place, style),
    };

    private static XElement Number(string number, string place, string style) =>
        new(Main + "c", new XAttribute("r", place), new XAttribute("s", style), new XElement(Main + "v", number));

    private static XElement Text(string text, string place, string style) =>
        new(Main + "c", new XAttribute("r", place), new XAttribute("s", style), new XAttribute("t", "inlineStr"), new XElement(Main + "is", new XElement(Main + "t", text)));
}
