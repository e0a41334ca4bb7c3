using ComplianceRules.Engine;
using ComplianceRules.Facts;
using ComplianceRules.Findings;
using ComplianceRules.Packs;
using ComplianceRules.Tests.Packs;

namespace ComplianceRules.Tests.Reports;

/// <summary>An assessment that names persons, as a caller may have asked for it.</summary>
internal static class Personal
{
    public const string Secret = "秘密姓名";

    private const string Facts = """{ "pupil": { "parent": "class", "children": "pupils", "personal": true, "title": "学生", "fields": { "late": { "type": "bool" } } } }""";

    private static readonly Lazy<FactSchema> Schema = new(Compose);

    /// <summary>The assessment with a person among its findings.</summary>
    public static Assessment With(Assessment assessment) => assessment with
    {
        IncludesPersonal = true,
        Schema = Schema.Value,
        Findings = [.. assessment.Findings, assessment.Findings[0] with { Rule = "cn/sleep", Subject = new Subject("pupil", $"1/302/{Secret}", Secret) }],
    };

    private static FactSchema Compose()
    {
        using TempPacks folder = TempPacks.One(PackText.Pack(facts: Facts));
        return PackChecker.Check(PackReader.ReadDirectory(folder.Path).Value).Value.Schema;
    }
}
