using System.Globalization;
using System.Xml;

namespace ComplianceRules.Spreadsheets.Workbooks;

/// <summary>Writes every style there is, at the place of its number.</summary>
internal static class StyleSheet
{
    // Fonts and fills stand in the order of the looks; the first two fills are fixed by the format.
    private const int ReservedFills = 2;
    private const int FirstOwnFormat = 164;

    private static readonly CellLook[] Looks = Enum.GetValues<CellLook>();

    public static void Write(XmlWriter xml)
    {
        xml.WriteStartElement("styleSheet", WorkbookXml.Main);
        Group(xml, "numFmts", ["yyyy\\-mm\\-dd", "[h]:mm"], WriteFormat);
        Group(xml, "fonts", Looks, (x, look, _) => WriteFont(x, look));
        Group(xml, "fills", [null, "gray125", .. Looks.Select(FillOf)], (x, fill, _) => WriteFill(x, fill));
        Group(xml, "borders", [false, true], (x, isDrawn, _) => WriteBorder(x, isDrawn));
        Group(xml, "cellStyleXfs", [0], (x, _, _) => x.Element("xf", ("numFmtId", "0"), ("fontId", "0"), ("fillId", "0"), ("borderId", "0")));
        Group(xml, "cellXfs", CellStyle.All, (x, style, _) => WriteStyle(x, style));
        Group(xml, "cellStyles", [0], (x, _, _) => x.Element("cellStyle", ("name", "Normal"), ("xfId", "0"), ("builtinId", "0")));
        xml.WriteEndElement();
    }

    private static void Group<T>(XmlWriter xml, string name, IEnumerable<T> items, Action<XmlWriter, T, int> write)
    {
        T[] all = [.. items];
        xml.WriteStartElement(name);
        xml.Attribute("count", all.Length);
        for (int i = 0; i < all.Length; i++) write(xml, all[i], i);
        xml.WriteEndElement();
    }

    private static void WriteFormat(XmlWriter xml, string code, int at) => xml.Element("numFmt", ("numFmtId", Text(FirstOwnFormat + at)), ("formatCode", code));

    private static void WriteFont(XmlWriter xml, CellLook look)
    {
        xml.WriteStartElement("font");
        if (look is CellLook.Title or CellLook.Head) xml.Element("b");
        if (look == CellLook.Example) xml.Element("i");
        xml.Element("sz", ("val", look switch { CellLook.Title => "15", CellLook.Note or CellLook.SubHead => "9", _ => "11" }));
        xml.Element("color", ("rgb", look switch { CellLook.Example => "FF8C8C8C", CellLook.Note or CellLook.SubHead => "FF595959", CellLook.Problem or CellLook.ProblemText => "FF9C0006", _ => "FF000000" }));
        xml.Element("name", ("val", "Calibri"));
        xml.Element("family", ("val", "2"));
        xml.WriteEndElement();
    }

    private static string? FillOf(CellLook look) => look switch
    {
        CellLook.Head or CellLook.SubHead => "FFDDEBF7",
        CellLook.Note => "FFF7F7F7",
        CellLook.Problem or CellLook.ProblemText => "FFFFC7CE",
        _ => null,
    };

    private static void WriteFill(XmlWriter xml, string? fill)
    {
        bool isColour = fill?.Length == 8;
        xml.WriteStartElement("fill");
        xml.WriteStartElement("patternFill");
        xml.Attribute("patternType", isColour ? "solid" : fill ?? "none");
        if (isColour) xml.Element("fgColor", ("rgb", fill!));
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void WriteBorder(XmlWriter xml, bool isDrawn)
    {
        xml.WriteStartElement("border");
        foreach (string side in (string[])["left", "right", "top", "bottom"])
        {
            xml.WriteStartElement(side);
            if (isDrawn) xml.Attribute("style", "thin");
            if (isDrawn) xml.Element("color", ("rgb", "FFBFBFBF"));
            xml.WriteEndElement();
        }

        xml.Element("diagonal");
        xml.WriteEndElement();
    }

    private static void WriteStyle(XmlWriter xml, CellStyle style)
    {
        int format = style.Format switch { CellFormat.Text => 49, CellFormat.Date => FirstOwnFormat, CellFormat.Time => FirstOwnFormat + 1, _ => 0 };
        int look = (int)style.Look;
        bool isDrawn = style.Look is CellLook.Head or CellLook.SubHead or CellLook.Note or CellLook.Example;
        xml.WriteStartElement("xf");
        xml.Attribute("numFmtId", format);
        xml.Attribute("fontId", look);
        xml.Attribute("fillId", FillOf(style.Look) is null ? 0 : ReservedFills + look);
        xml.Attribute("borderId", isDrawn ? 1 : 0);
        xml.Attribute("xfId", 0);
        foreach (string part in (string[])["applyNumberFormat", "applyFont", "applyFill", "applyBorder", "applyAlignment"]) xml.Flag(part, true);
        bool wraps = style.Look is CellLook.Wrapped or CellLook.Head or CellLook.SubHead or CellLook.Note or CellLook.ProblemText;
        xml.Element("alignment", ("vertical", wraps || style.Look == CellLook.Top ? "top" : "center"), ("wrapText", wraps ? "1" : "0"));
        xml.WriteEndElement();
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
