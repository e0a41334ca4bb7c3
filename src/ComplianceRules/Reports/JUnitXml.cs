using System.Globalization;
using System.Text;
using System.Xml;

namespace ComplianceRules.Reports;

/// <summary>Writes the elements of a JUnit report, in the order that both schemas of Jenkins know: suites, suite, properties, case, and how it ended.</summary>
/// <remarks>
/// UTF-8 without a byte order mark; lines end with a line feed. Characters that are not harmless, those that XML 1.0 cannot hold among them, become U+FFFD. There is no time and no host: the same input gives the same bytes.
/// For one thread; whoever makes one closes it, and the stream stays open.
/// </remarks>
internal sealed class JUnitXml : IDisposable
{
    private const string Suite = "testsuite";

    private readonly XmlWriter _xml;

    /// <summary>Begins a report.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="name">What the report is called.</param>
    /// <param name="counts">How the cases of all suites ended.</param>
    public JUnitXml(Stream output, string name, JUnitCounts counts)
    {
        _xml = XmlWriter.Create(output, new XmlWriterSettings
        {
            Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
            Indent = true,
            NewLineChars = "\n",
            NewLineHandling = NewLineHandling.Entitize,
        });
        _xml.WriteStartDocument();
        _xml.WriteStartElement("testsuites");
        Attribute("name", name);
        Count("tests", counts.Tests);
        Count("failures", counts.Failures);
        Count("errors", counts.Errors);
    }

    /// <summary>Begins a suite.</summary>
    /// <param name="name">What it is called.</param>
    /// <param name="counts">How its cases ended.</param>
    /// <param name="properties">What else is to be known of it.</param>
    public void BeginSuite(string name, JUnitCounts counts, IReadOnlyCollection<(string Name, string Value)> properties)
    {
        _xml.WriteStartElement(Suite);
        Attribute("name", name);
        Count("tests", counts.Tests);
        Count("failures", counts.Failures);
        Count("errors", counts.Errors);
        Count("skipped", counts.Skipped);
        if (properties.Count == 0) return;
        _xml.WriteStartElement("properties");
        foreach ((string key, string value) in properties)
        {
            _xml.WriteStartElement("property");
            Attribute("name", key);
            Attribute("value", value);
            _xml.WriteEndElement();
        }

        _xml.WriteEndElement();
    }

    /// <summary>Writes a case into the suite that is open.</summary>
    /// <param name="case">The case.</param>
    public void Write(JUnitCase @case)
    {
        _xml.WriteStartElement("testcase");
        Attribute("name", @case.Name);
        Attribute("classname", @case.Class);
        if (@case.Outcome == JUnitOutcome.Skipped) _xml.WriteElementString("skipped", HarmlessText.Of(@case.Message ?? string.Empty));
        else if (@case.Outcome != JUnitOutcome.Passed) WriteFault(@case);
        if (@case.Outcome == JUnitOutcome.Skipped && @case.Details.Length > 0) _xml.WriteElementString("system-out", HarmlessText.Of(@case.Details));
        _xml.WriteEndElement();
    }

    /// <summary>Ends the suite.</summary>
    public void EndSuite() => _xml.WriteEndElement();

    /// <summary>Ends the report.</summary>
    public void Dispose()
    {
        _xml.WriteEndElement();
        _xml.WriteWhitespace("\n");
        _xml.WriteEndDocument();
        _xml.Dispose();
    }

    private void WriteFault(JUnitCase @case)
    {
        _xml.WriteStartElement(@case.Outcome == JUnitOutcome.Failure ? "failure" : "error");
        Attribute("type", @case.Type ?? string.Empty);
        Attribute("message", @case.Message ?? string.Empty);
        _xml.WriteString(HarmlessText.Of(@case.Details.Length > 0 ? @case.Details : @case.Message ?? string.Empty));
        _xml.WriteEndElement();
    }

    private void Attribute(string name, string value) => _xml.WriteAttributeString(name, HarmlessText.Of(value));

    private void Count(string name, long count) => _xml.WriteAttributeString(name, count.ToString(CultureInfo.InvariantCulture));
}
