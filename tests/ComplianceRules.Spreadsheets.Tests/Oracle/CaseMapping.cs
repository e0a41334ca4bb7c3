using System.Text;
using ComplianceRules.Diagnostics;
using ComplianceRules.Facts;

namespace ComplianceRules.Spreadsheets.Tests.Oracle;

/// <summary>Gives the library a mapping of the second reading.</summary>
internal static class CaseMapping
{
    public static SnapshotMapping Of(OracleMapping mapping, string key, string ending) =>
        SnapshotMapping.Read(new SourceFile("mapping.json", Encoding.UTF8.GetBytes(MappingJson.Of(mapping, key, ending))), OracleSchema.Value).Value;
}
