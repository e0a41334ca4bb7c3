using System.IO.Compression;
using System.Text;

namespace ComplianceRules.Spreadsheets.Tests;

/// <summary>The raw parts of a workbook, written by hand.</summary>
internal sealed class WorkbookParts
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private readonly Dictionary<string, byte[]> _parts = [];
    private readonly List<(string Name, string State)> _sheets = [];
    private string _properties = string.Empty;

    /// <summary>Adds a sheet.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="rows">What stands in its sheetData.</param>
    /// <param name="after">What stands below.</param>
    /// <param name="state">Whether it is hidden.</param>
    public WorkbookParts Sheet(string name, string rows, string after = "", string state = "visible")
    {
        _sheets.Add((name, state));
        return With($"xl/worksheets/sheet{_sheets.Count}.xml", $"<worksheet xmlns='{Main}'><sheetData>{rows}</sheetData>{after}</worksheet>");
    }

    /// <summary>Adds number formats; the first has style 1.</summary>
    public WorkbookParts Formats(params string[] codes) => With("xl/styles.xml", $"""
        <styleSheet xmlns='{Main}'><numFmts>{string.Concat(codes.Select((c, i) => $"<numFmt numFmtId='{200 + i}' formatCode='{c}'/>"))}</numFmts>
        <cellXfs><xf numFmtId='0'/>{string.Concat(codes.Select((_, i) => $"<xf numFmtId='{200 + i}'/>"))}</cellXfs></styleSheet>
        """);

    public WorkbookParts Shared(params string[] items) => With("xl/sharedStrings.xml", $"<sst xmlns='{Main}'>{string.Concat(items.Select(i => $"<si>{i}</si>"))}</sst>");

    public WorkbookParts From1904()
    {
        _properties = "<workbookPr date1904='1'/>";
        return this;
    }

    public WorkbookParts With(string part, string text) => With(part, Encoding.UTF8.GetBytes(text));

    public WorkbookParts With(string part, byte[] bytes)
    {
        _parts[part] = bytes;
        return this;
    }

    public byte[] Bytes(params string[] without)
    {
        using MemoryStream stream = new();
        using (ZipArchive archive = new(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach ((string part, byte[] bytes) in Whole().Where(p => !without.Contains(p.Key)))
            {
                using Stream entry = archive.CreateEntry(part).Open();
                entry.Write(bytes);
            }
        }

        return stream.ToArray();
    }

    /// <summary>A cell with a text.</summary>
    public static string T(string place, string text) => $"<c r='{place}' t='inlineStr'><is><t xml:space='preserve'>{text}</t></is></c>";

    /// <summary>A cell with a number.</summary>
    public static string N(string place, string number, int style = 0) => $"<c r='{place}' s='{style}'><v>{number}</v></c>";

    /// <summary>Rows of texts from A1 on; cells that begin with &lt; are taken as they are.</summary>
    public static string Rows(params string[][] rows) => string.Concat(rows.Select((row, r) =>
        $"<row r='{r + 1}'>{string.Concat(row.Select((cell, c) => cell.StartsWith('<') ? cell : cell.Length == 0 ? string.Empty : T($"{(char)('A' + c)}{r + 1}", cell)))}</row>"));

    public static string Merged(params string[] areas) => $"<mergeCells>{string.Concat(areas.Select(a => $"<mergeCell ref='{a}'/>"))}</mergeCells>";

    private IEnumerable<KeyValuePair<string, byte[]>> Whole()
    {
        Dictionary<string, string> own = new()
        {
            ["_rels/.rels"] = Relation($"<Relationship Id='r' Type='{Relations}/officeDocument' Target='xl/workbook.xml'/>"),
            ["xl/workbook.xml"] = $"<workbook xmlns='{Main}' xmlns:r='{Relations}'>{_properties}<sheets>{string.Concat(_sheets.Select((s, i) => $"<sheet name='{s.Name}' sheetId='{i + 1}' state='{s.State}' r:id='s{i + 1}'/>"))}</sheets></workbook>",
            ["xl/_rels/workbook.xml.rels"] = Relation(string.Concat(_sheets.Select((_, i) => $"<Relationship Id='s{i + 1}' Type='{Relations}/worksheet' Target='worksheets/sheet{i + 1}.xml'/>"))
                + $"<Relationship Id='st' Type='{Relations}/styles' Target='/xl/styles.xml'/><Relationship Id='sst' Type='{Relations}/sharedStrings' Target='sharedStrings.xml'/>"),
        };
        return own.Where(p => !_parts.ContainsKey(p.Key)).Select(p => KeyValuePair.Create(p.Key, Encoding.UTF8.GetBytes(p.Value))).Concat(_parts);
    }

    private static string Relation(string inner) => $"<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>{inner}</Relationships>";
}
