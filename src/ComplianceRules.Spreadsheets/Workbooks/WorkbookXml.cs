using System.Globalization;
using System.Text;
using System.Xml;

namespace ComplianceRules.Spreadsheets.Workbooks;

/// <summary>The names that the parts of a workbook are made of, and short ways to write them.</summary>
internal static class WorkbookXml
{
    public const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    public const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    public const string PackageRelations = "http://schemas.openxmlformats.org/package/2006/relationships";
    public const string ContentTypes = "http://schemas.openxmlformats.org/package/2006/content-types";
    public const string ContentType = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

    public static XmlWriter Open(Stream part)
    {
        // Line ends in attributes have to be entities, or readers make blanks of them.
        XmlWriterSettings settings = new() { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), NewLineHandling = NewLineHandling.Entitize, CloseOutput = true };
        XmlWriter xml = XmlWriter.Create(part, settings);
        xml.WriteStartDocument(standalone: true);
        return xml;
    }

    public static void Attribute(this XmlWriter xml, string name, string value) => xml.WriteAttributeString(name, value);

    public static void Attribute(this XmlWriter xml, string name, int value) => xml.WriteAttributeString(name, value.ToString(CultureInfo.InvariantCulture));

    public static void Attribute(this XmlWriter xml, string name, double value) => xml.WriteAttributeString(name, value.ToString("R", CultureInfo.InvariantCulture));

    /// <summary>Writes an attribute that says yes; nothing where it is no.</summary>
    public static void Flag(this XmlWriter xml, string name, bool value)
    {
        if (value) xml.WriteAttributeString(name, "1");
    }

    /// <summary>Writes an element that has attributes only.</summary>
    public static void Element(this XmlWriter xml, string name, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        xml.WriteStartElement(name);
        foreach ((string attribute, string value) in attributes) xml.WriteAttributeString(attribute, value);
        xml.WriteEndElement();
    }
}
