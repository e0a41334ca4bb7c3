using System.Text;
using ComplianceRules.Diagnostics;
using ComplianceRules.Json;

namespace ComplianceRules.Tests.Json;

/// <summary>Reads JSON from text or bytes for these tests.</summary>
internal static class Reading
{
    public static JsonNode Good(string json)
    {
        DiagnosticBag problems = new();
        JsonNode? node = StrictJson.Read(File(json), problems);
        Assert.Empty(problems.InFileOrder());
        return Assert.IsType<JsonNode>(node);
    }

    public static (JsonNode? Node, string Places) Bad(byte[] bytes)
    {
        DiagnosticBag problems = new();
        JsonNode? node = StrictJson.Read(new SourceFile("pack.json", bytes), problems);
        return (node, Places(problems));
    }

    public static (JsonNode? Node, string Places) Bad(string json) => Bad(Encoding.UTF8.GetBytes(json));

    /// <summary>The codes and places, such as <c>CR1008(1,2)</c>, joined by blanks; proves by the way that every text can be made.</summary>
    public static string Places(DiagnosticBag problems) => string.Join(' ', problems.InFileOrder().Select(Place));

    public static SourceFile File(string json) => new("pack.json", Encoding.UTF8.GetBytes(json));

    private static string Place(Diagnostic problem)
    {
        Assert.DoesNotContain("{", problem.Message(TextLanguage.English), StringComparison.Ordinal);
        Assert.NotEmpty(problem.Message(TextLanguage.Chinese));
        Assert.NotNull(problem.Help(TextLanguage.Chinese));
        return $"{problem.Code}({problem.Span!.Line},{problem.Span.Column})";
    }
}
