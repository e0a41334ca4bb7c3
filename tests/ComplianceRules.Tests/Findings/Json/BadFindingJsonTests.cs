using System.Text.Json;
using ComplianceRules.Findings;
using ComplianceRules.Tests.Reports;

namespace ComplianceRules.Tests.Findings;

public sealed class BadFindingJsonTests
{
    private static readonly string Document = Libraries.Write("system", SampleAssessment.Full);
    private static readonly string Alone = Libraries.Write("system", SampleAssessment.Full.Findings[0]);

    [Theory]
    [InlineData("\"verdict\":\"NonCompliant\"", "\"verdict\":\"NonCompliaant\"", "`verdict` of `finding` cannot be `NonCompliaant`: expected one of `Compliant`, `NonCompliant`, `NotApplicable`, `Undetermined`, `Waived` (did you mean `NonCompliant`?)", "verdict")]
    [InlineData("\"verdict\":\"NonCompliant\"", "\"verdict\":\"noncompliant\"", "expected one of", "verdict")]
    [InlineData("\"verdict\":\"NonCompliant\"", "\"verdict\":3", "`verdict` of `finding` cannot be `3`: expected a text", "verdict")]
    [InlineData("\"verdict\":\"NonCompliant\"", "\"verdict\":null", "`verdict` of `finding` cannot be `null`", "verdict")]
    [InlineData("\"verdict\":\"NonCompliant\",", "", "`finding` has no `verdict`", "")]
    [InlineData("\"verdict\":\"NonCompliant\",", "\"verdict\":\"Compliant\",\"verdict\":\"NonCompliant\",", "`verdict` of `finding` cannot be `NonCompliant`: expected each key once", "verdict")]
    [InlineData("\"verdict\":", "\"verdct\":", "`finding` has no key `verdct` (did you mean `verdict`?)", "verdct")]
    [InlineData("\"severity\":\"violation\"", "\"severity\":\"\"", "expected one of `advice`, `progress`, `violation`, `warning`", "severity")]
    [InlineData("\"observed\":61", "\"observed\":\"61\",\"observedType\":\"number\"", "expected a number", "observed")]
    [InlineData("\"observed\":61", "\"observed\":61,\"observedType\":\"text\"", "expected the type of the value beside it", "observedType")]
    [InlineData("\"observed\":61", "\"observed\":1e999999999", "expected a number that can be worked with", "observed")]
    [InlineData("\"observed\":61", "\"observed\":{}", "expected a value", "observed")]
    [InlineData("\"margin\":-1", "\"margin\":\"-1\"", "expected a number", "margin")]
    [InlineData("\"margin\":-1", "\"margin\":true", "expected a number", "margin")]
    [InlineData("\"subject\":{", "\"subject\":{\"region\":\"x\",", "`subject` has no key `region`", "subject.region")]
    [InlineData("\"table\":\"class\"", "\"table\":[]", "expected a text", "subject.table")]
    [InlineData("\"table\":\"class\"", "\"table\":\"\\ud800\"", "expected a text without half characters", "subject.table")]
    [InlineData("\"since\":\"2021-04-08\"", "\"since\":\"2021-04-31\"", "expected a day as `yyyy-MM-dd`", "limitSource.since")]
    [InlineData("\"missing\":[]", "\"missing\":[1]", "expected a text", "missing[0]")]
    [InlineData("\"missing\":[]", "\"missing\":{}", "expected a list", "missing")]
    [InlineData("\"missing\":[]", "\"missing\":[],\"reasons\":{\"grade\":\"absent\"}", "expected a reason of one of the facts in `missing`", "reasons.grade")]
    [InlineData("\"missing\":[]", "\"missing\":[],\"missingIsSmallest\":true", "expected false", "missingIsSmallest")]
    [InlineData("\"missing\":[]", "\"missing\":[],\"rows\":3", "expected nothing beside a `subject`", "rows")]
    public void A_finding_that_is_none_is_refused_with_its_place(string right, string wrong, string message, string place)
    {
        Assert.Contains(right, Alone, StringComparison.Ordinal);
        string text = Alone.Replace(right, wrong, StringComparison.Ordinal);
        string system = Libraries.Refusal<Finding>("system", text);
        Assert.Contains(message, system, StringComparison.Ordinal);
        Assert.Contains($", at {(place.Length == 0 ? "$" : $"$.{place}")}", system, StringComparison.Ordinal);

        // Newtonsoft reads no such number, and makes half a character a whole one before anybody sees it.
        if (wrong.Contains("1e999", StringComparison.Ordinal) || wrong.Contains("ud800", StringComparison.Ordinal)) return;
        string newtonsoft = Libraries.Refusal<Finding>("newtonsoft", text);
        Assert.Contains(message, newtonsoft, StringComparison.Ordinal);
        Assert.Contains($"Path '{place}'", newtonsoft, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"schemaVersion\":1", "\"schemaVersion\":2,\"more\":[]", "the `schemaVersion` of the assessment is 2 and not 1", "schemaVersion")]
    [InlineData("\"schemaVersion\":1", "\"schemaVersion\":\"1\"", "is \"1\" and not 1", "schemaVersion")]
    [InlineData("\"schemaVersion\":1,", "", "`assessment` has no `schemaVersion`", "")]
    [InlineData("\"asOf\":\"2026-09-01\"", "\"asOf\":\"2026-09-01T00:00:00\"", "expected a day", "asOf")]
    [InlineData("\"severity\":\"violation\",\"binding\":\"mandatory\",\"observed\":61,", "\"severity\":\"violation\",\"binding\":\"must\",\"observed\":61,", "expected one of `encouraged`", "findings[0].binding")]
    [InlineData("\"compliant\":3,", "\"compliant\":-3,", "expected a count", "summary.byRule")]
    [InlineData("\"compliant\":3,", "\"compliant\":\">=03\",", "expected a count", "summary.byRule")]
    [InlineData("\"compliant\":3,", "\"compliant\":3.5,", "expected a count", "summary.byRule")]
    [InlineData("\"class\":11", "\"class\":\"<3\"", "expected a count of rows", "data.rows.class")]
    [InlineData("\"class\":11", "\"class\":99999999999", "expected a count of rows", "data.rows.class")]
    [InlineData("\"name\":\"school\",\"parent\":\"region\"", "\"name\":\"school\",\"parent\":\"nowhere\"", "above each table one that is there", "tables")]
    [InlineData("\"name\":\"school\",\"parent\":\"region\"", "\"name\":\"school\",\"parent\":\"class\"", "above each table one that is there", "tables")]
    [InlineData("\"arguments\":[\"class\"]", "\"arguments\":[]", "expected as many as the code has", "data.skipped[0].arguments")]
    [InlineData("\"code\":\"CR4014\"", "\"code\":\"CR40145\"", "expected a code such as `CR4014`", "data.skipped[0].code")]
    [InlineData("\"listsAll\":false,", "", "`assessment` has no `listsAll`", "")]
    [InlineData("\"findings\":[", "\"finding\":[", "`assessment` has no key `finding`", "finding")]
    public void An_assessment_that_is_none_is_refused_with_its_place(string right, string wrong, string message, string place)
    {
        int at = Document.IndexOf(right, StringComparison.Ordinal);
        Assert.True(at >= 0, right);
        string text = $"{Document[..at]}{wrong}{Document[(at + right.Length)..]}";
        string system = Libraries.Refusal<Assessment>("system", text);
        Assert.Contains(message, system, StringComparison.Ordinal);
        Assert.Contains($", at {(place.Length == 0 ? "$" : $"$.{place}")}", system, StringComparison.Ordinal);
        string newtonsoft = Libraries.Refusal<Assessment>("newtonsoft", text);
        Assert.Contains(message, newtonsoft, StringComparison.Ordinal);
        Assert.Contains($"Path '{place}", newtonsoft, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("7")]
    [InlineData("\"NonCompliant\"")]
    [InlineData("{}")]
    [InlineData("{\"rule\":")]
    [InlineData("{\"a\":NaN}")]
    [InlineData("{\"\\ud800\":1}")]
    public void Something_else_is_refused_by_both(string text)
    {
        // Newtonsoft gives null for an empty text, whatever the type.
        if (text.Length == 0) Assert.Null(Libraries.Read<Finding>("newtonsoft", text));
        else Assert.NotEmpty(Libraries.Refusal<Finding>("newtonsoft", text) + Libraries.Refusal<Assessment>("newtonsoft", text));
        Assert.NotEmpty(Libraries.Refusal<Finding>("system", text) + Libraries.Refusal<Assessment>("system", text));
    }

    [Theory]
    [MemberData(nameof(Libraries.Names), MemberType = typeof(Libraries))]
    public void A_number_that_nobody_can_work_with_is_refused(string library) =>
        Assert.NotEmpty(Libraries.Refusal<Finding>(library, Alone.Replace("\"observed\":61", "\"observed\":1e999999999", StringComparison.Ordinal)));

    [Fact]
    public void Half_a_character_is_refused()
    {
        string text = Alone.Replace("\"table\":\"class\"", "\"table\":\"\ud800\"", StringComparison.Ordinal);
        Assert.Contains("a text has half a character. Path 'subject.table'", Libraries.Refusal<Finding>("newtonsoft", text), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Libraries.Names), MemberType = typeof(Libraries))]
    public void What_is_nested_deeply_is_refused(string library)
    {
        string deep = $"{new string('[', 5000)}{new string(']', 5000)}";
        Assert.NotEmpty(Libraries.Refusal<Finding>(library, Alone.Replace("\"observed\":61", $"\"observed\":{deep}", StringComparison.Ordinal)));
    }

    [Theory]
    [MemberData(nameof(Libraries.Names), MemberType = typeof(Libraries))]
    public void A_document_that_breaks_off_is_refused_wherever_it_does(string library)
    {
        for (int length = 1; length < Document.Length; length += 211) Assert.NotEmpty(Libraries.Refusal<Assessment>(library, Document[..length]));
    }

    [Theory]
    [MemberData(nameof(Libraries.Names), MemberType = typeof(Libraries))]
    public void A_place_begins_with_that_of_the_finding(string library)
    {
        string text = $$"""{"Findings":[{{Alone}},{{Alone.Replace("NonCompliant", "Fine", StringComparison.Ordinal)}}]}""";
        string message = Libraries.Refusal<Answer>(library, text);
        Assert.Contains(library == "system" ? "at $.verdict" : "Path 'Findings[1].verdict'", message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Libraries.Names), MemberType = typeof(Libraries))]
    public void No_key_can_be_left_out_that_is_asked_for(string library)
    {
        using JsonDocument document = JsonDocument.Parse(Alone);
        foreach (string key in AssessmentKeys.Finding.Required)
        {
            string without = JsonSerializer.Serialize(document.RootElement.EnumerateObject().Where(p => p.Name != key).ToDictionary(p => p.Name, p => p.Value));
            Assert.Contains($"`finding` has no `{key}`", Libraries.Refusal<Finding>(library, without), StringComparison.Ordinal);
        }
    }
}
