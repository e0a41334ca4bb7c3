using System.Globalization;
using System.Xml.Linq;

namespace ComplianceRules.Tests.Reports;

/// <summary>What both schemas of Jenkins allow of a JUnit report, told anew: junit-4 in which order elements stand, junit-10 which attributes there must be.</summary>
internal static class JUnitShape
{
    private static readonly Dictionary<string, (string[] Needed, string[] Allowed, string[] Order)> Elements = new(StringComparer.Ordinal)
    {
        ["testsuites"] = ([], ["name", "tests", "failures", "errors"], ["testsuite"]),
        ["testsuite"] = (["name", "tests", "failures", "errors"], ["skipped"], ["properties", "testcase"]),
        ["properties"] = ([], [], ["property"]),
        ["property"] = (["name", "value"], [], []),
        ["testcase"] = (["name"], ["classname"], ["skipped", "error", "failure", "system-out"]),
        ["failure"] = ([], ["type", "message"], []),
        ["error"] = ([], ["type", "message"], []),
        ["skipped"] = ([], [], []),
        ["system-out"] = ([], [], []),
    };

    /// <summary>Fails where a report is none by the schemas, or where its counts are not those of its cases.</summary>
    public static XElement Check(byte[] report)
    {
        using MemoryStream stream = new(report);
        XElement root = XDocument.Load(stream).Root!;
        Assert.Equal("testsuites", root.Name.LocalName);
        Assert.All(root.DescendantsAndSelf(), Check);
        Assert.All(root.Elements("testsuite"), suite => CheckCounts(suite, [.. suite.Elements("testcase")], withSkipped: true));
        CheckCounts(root, [.. root.Descendants("testcase")], withSkipped: false);
        return root;
    }

    private static void Check(XElement element)
    {
        Assert.True(Elements.TryGetValue(element.Name.LocalName, out (string[] Needed, string[] Allowed, string[] Order) shape), element.Name.ToString());
        string[] attributes = [.. element.Attributes().Select(a => a.Name.ToString())];
        Assert.All(shape.Needed, name => Assert.Contains(name, attributes));
        Assert.All(attributes, name => Assert.Contains(name, shape.Needed.Concat(shape.Allowed)));
        int[] places = [.. element.Elements().Select(e => Array.IndexOf(shape.Order, e.Name.LocalName))];
        Assert.DoesNotContain(-1, places);
        Assert.Equal(places.Order(), places);
        Assert.True(element.Name.LocalName != "testcase" || element.Elements().Count(e => e.Name.LocalName != "system-out") <= 1);
        Assert.True(element.Name.LocalName != "properties" || element.HasElements);
    }

    private static void CheckCounts(XElement element, XElement[] cases, bool withSkipped)
    {
        Assert.Equal(cases.Length, Number(element, "tests"));
        Assert.Equal(cases.Count(c => c.Element("failure") is not null), Number(element, "failures"));
        Assert.Equal(cases.Count(c => c.Element("error") is not null), Number(element, "errors"));
        if (withSkipped) Assert.Equal(cases.Count(c => c.Element("skipped") is not null), Number(element, "skipped"));
    }

    private static int Number(XElement element, string name) => int.Parse(element.Attribute(name)!.Value, CultureInfo.InvariantCulture);
}
