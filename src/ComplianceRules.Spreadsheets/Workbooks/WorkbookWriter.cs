using System.Globalization;
using System.IO.Compression;
using System.Xml;

namespace ComplianceRules.Spreadsheets.Workbooks;

/// <summary>Writes a workbook sheet by sheet; the same sheets give the same bytes.</summary>
/// <remarks>
/// For one thread. A sheet ends where the next begins. The archive holds no clock and no chance; by default nothing in it is compressed, because compressors of two versions
/// differ.
/// </remarks>
internal sealed class WorkbookWriter : IDisposable
{
    private static readonly DateTimeOffset NoTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly ZipArchive _archive;
    private readonly CompressionLevel _compression;
    private readonly List<SheetSetup> _sheets = [];
    private SheetWriter? _open;

    /// <summary>Begins a workbook.</summary>
    /// <param name="output">Where it is written; stays open.</param>
    /// <param name="compression">How the parts are packed.</param>
    public WorkbookWriter(Stream output, CompressionLevel compression = CompressionLevel.NoCompression)
    {
        _archive = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true);
        _compression = compression;
    }

    /// <summary>Begins the next sheet.</summary>
    /// <param name="layout">Everything but its rows.</param>
    /// <exception cref="ArgumentException">The name is impossible or taken.</exception>
    public SheetWriter Add(SheetSetup layout)
    {
        bool isTaken = _sheets.Any(s => s.Name.Equals(layout.Name, StringComparison.OrdinalIgnoreCase));
        if (isTaken || !SheetNames.IsPossible(layout.Name)) throw new ArgumentException($"no sheet can have the name `{layout.Name}`", nameof(layout));
        _open?.Finish();
        _sheets.Add(layout);
        return _open = new SheetWriter(Part($"xl/worksheets/sheet{Text(_sheets.Count)}.xml"), layout);
    }

    /// <summary>Ends the last sheet and the workbook.</summary>
    public void Finish()
    {
        _open?.Finish();
        using (XmlWriter xml = Part("xl/styles.xml")) StyleSheet.Write(xml);
        using (XmlWriter xml = Part("xl/workbook.xml")) WriteWorkbook(xml);
        using (XmlWriter xml = Part("xl/_rels/workbook.xml.rels")) WriteRelations(xml);
        using (XmlWriter xml = Part("_rels/.rels")) WriteRoot(xml);
        using (XmlWriter xml = Part("[Content_Types].xml")) WriteContentTypes(xml);
    }

    public void Dispose() => _archive.Dispose();

    private XmlWriter Part(string name)
    {
        ZipArchiveEntry entry = _archive.CreateEntry(name, _compression);
        entry.LastWriteTime = NoTime;
        entry.ExternalAttributes = 0;
        return WorkbookXml.Open(entry.Open());
    }

    private void WriteWorkbook(XmlWriter xml)
    {
        xml.WriteStartElement("workbook", WorkbookXml.Main);
        xml.WriteAttributeString("xmlns", "r", null, WorkbookXml.Relations);
        xml.WriteStartElement("bookViews");
        xml.Element("workbookView", ("activeTab", "0"));
        xml.WriteEndElement();
        xml.WriteStartElement("sheets");
        (SheetSetup Sheet, int Number)[] tabs = [.. _sheets.Select((sheet, i) => (sheet, i + 1)).OrderBy(t => t.sheet.Tab)];
        foreach ((SheetSetup sheet, int number) in tabs)
        {
            xml.WriteStartElement("sheet");
            xml.Attribute("name", sheet.Name);
            xml.Attribute("sheetId", number);
            if (sheet.IsHidden) xml.Attribute("state", "hidden");
            xml.WriteAttributeString("r", "id", WorkbookXml.Relations, $"rId{Text(number)}");
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
        if (tabs.Any(t => t.Sheet.HasFilter)) WriteNames(xml, [.. tabs.Select(t => t.Sheet)]);
        xml.WriteEndElement();
    }

    // Without a name for it a head is printed on the first page only.
    private static void WriteNames(XmlWriter xml, SheetSetup[] tabs)
    {
        xml.WriteStartElement("definedNames");
        for (int i = 0; i < tabs.Length; i++)
        {
            if (!tabs[i].HasFilter) continue;
            xml.WriteStartElement("definedName");
            xml.Attribute("name", "_xlnm.Print_Titles");
            xml.Attribute("localSheetId", i);
            xml.WriteString($"'{tabs[i].Name.Replace("'", "''", StringComparison.Ordinal)}'!$1:$1");
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private void WriteRelations(XmlWriter xml)
    {
        xml.WriteStartElement("Relationships", WorkbookXml.PackageRelations);
        for (int i = 1; i <= _sheets.Count; i++) Relation(xml, i, "worksheet", $"worksheets/sheet{Text(i)}.xml");
        Relation(xml, _sheets.Count + 1, "styles", "styles.xml");
        xml.WriteEndElement();
    }

    private static void WriteRoot(XmlWriter xml)
    {
        xml.WriteStartElement("Relationships", WorkbookXml.PackageRelations);
        Relation(xml, 1, "officeDocument", "xl/workbook.xml");
        xml.WriteEndElement();
    }

    private void WriteContentTypes(XmlWriter xml)
    {
        xml.WriteStartElement("Types", WorkbookXml.ContentTypes);
        xml.Element("Default", ("Extension", "rels"), ("ContentType", "application/vnd.openxmlformats-package.relationships+xml"));
        xml.Element("Default", ("Extension", "xml"), ("ContentType", "application/xml"));
        Override(xml, "/xl/workbook.xml", "sheet.main");
        Override(xml, "/xl/styles.xml", "styles");
        for (int i = 1; i <= _sheets.Count; i++) Override(xml, $"/xl/worksheets/sheet{Text(i)}.xml", "worksheet");
        xml.WriteEndElement();
    }

    private static void Relation(XmlWriter xml, int id, string type, string target) =>
        xml.Element("Relationship", ("Id", $"rId{Text(id)}"), ("Type", $"{WorkbookXml.Relations}/{type}"), ("Target", target));

    private static void Override(XmlWriter xml, string part, string type) =>
        xml.Element("Override", ("PartName", part), ("ContentType", $"{WorkbookXml.ContentType}{type}+xml"));

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
