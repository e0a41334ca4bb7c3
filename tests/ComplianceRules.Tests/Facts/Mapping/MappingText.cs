using System.Text;
using ComplianceRules.Diagnostics;
using ComplianceRules.Facts;

namespace ComplianceRules.Tests.Facts;

/// <summary>Mapping files as texts, and what reading them says.</summary>
internal static class MappingText
{
    public static Checked<SnapshotMapping> Read(string json) => SnapshotMapping.Read(new SourceFile("mapping.json", Encoding.UTF8.GetBytes(json)), MappingSchema.Value);

    /// <summary>A mapping of one table; what is given stands on the second line.</summary>
    public static string Table(string members) =>
        "{ \"tables\": [ { \"table\": \"class\", \"id\": [\"A\"],\n" + members + " } ] }";

    public static string Field(string field) => Table($"\"fields\": {{ {field} }}");

    /// <summary>The one table of a good mapping.</summary>
    public static MappedTable TableOf(string members)
    {
        Checked<SnapshotMapping> read = Read(Table(members));
        Assert.Equal("", Places(read));
        return Assert.Single(read.Value.Tables);
    }

    /// <summary>The codes of all problems and where they stand; each has its texts.</summary>
    public static string Places(Checked<SnapshotMapping> read) => string.Join(' ', read.Diagnostics.Select(d =>
    {
        Assert.NotNull(d.Help(TextLanguage.Chinese));
        Assert.NotEmpty(d.Message(TextLanguage.English) + d.Message(TextLanguage.Chinese));
        return $"{d.Code}({d.Span!.Line},{d.Span.Column})";
    }));
}
