using System.Text.Json;
using ComplianceRules.Facts;
using ComplianceRules.Findings;
using ComplianceRules.Tests.Reports;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Newtonsoft.Json.Serialization;
using JsonSerializer = System.Text.Json.JsonSerializer;

namespace ComplianceRules.Tests.Findings;

public sealed class SerializerSettingsTests
{
    private static readonly Answer Full = new(SampleAssessment.Full, SampleAssessment.Full.Findings[0], [.. SampleAssessment.Full.Findings], SampleAssessment.Full.Findings);

    public static TheoryData<JsonSerializerOptions> SystemOptions { get; } =
    [
        new JsonSerializerOptions(),
        new JsonSerializerOptions(JsonSerializerDefaults.Web),
        new JsonSerializerOptions { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseUpper, DictionaryKeyPolicy = JsonNamingPolicy.KebabCaseLower, WriteIndented = true },
        new JsonSerializerOptions { DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull, NumberHandling = System.Text.Json.Serialization.JsonNumberHandling.WriteAsString | System.Text.Json.Serialization.JsonNumberHandling.AllowReadingFromString },
        new JsonSerializerOptions { ReferenceHandler = System.Text.Json.Serialization.ReferenceHandler.Preserve },
        new JsonSerializerOptions { TypeInfoResolver = AnswerContext.Default },
    ];

    public static TheoryData<JsonSerializerSettings> NewtonsoftSettings { get; } =
    [
        new JsonSerializerSettings(),
        new JsonSerializerSettings { ContractResolver = new CamelCasePropertyNamesContractResolver(), Formatting = Formatting.Indented },
        new JsonSerializerSettings { ContractResolver = new DefaultContractResolver { NamingStrategy = new SnakeCaseNamingStrategy(true, true, true) } },
        new JsonSerializerSettings { NullValueHandling = NullValueHandling.Ignore, DefaultValueHandling = DefaultValueHandling.Ignore },
        new JsonSerializerSettings { TypeNameHandling = TypeNameHandling.None, PreserveReferencesHandling = PreserveReferencesHandling.Objects },
        new JsonSerializerSettings { FloatParseHandling = FloatParseHandling.Decimal, DateParseHandling = DateParseHandling.DateTimeOffset },
        new JsonSerializerSettings { FloatFormatHandling = FloatFormatHandling.String, StringEscapeHandling = StringEscapeHandling.EscapeHtml },
    ];

    [Theory]
    [MemberData(nameof(SystemOptions))]
    public void Options_of_the_caller_change_nothing_of_ours_under_the_one(JsonSerializerOptions options)
    {
        string json = JsonSerializer.Serialize(Full, options);
        Answer read = JsonSerializer.Deserialize<Answer>(json, options)!;
        AssertFull(JsonDocument.Parse(json).RootElement, read);
    }

    [Theory]
    [MemberData(nameof(NewtonsoftSettings))]
    public void Settings_of_the_caller_change_nothing_of_ours_under_the_other(JsonSerializerSettings settings)
    {
        string json = JsonConvert.SerializeObject(Full, settings);
        Answer read = JsonConvert.DeserializeObject<Answer>(json, settings)!;
        AssertFull(JsonDocument.Parse(json).RootElement, read);
    }

    [Fact]
    public void A_context_made_by_the_compiler_needs_no_reflection()
    {
        string json = JsonSerializer.Serialize(SampleAssessment.Full, AnswerContext.Default.Assessment);
        Assert.Equal(JsonSerializer.Serialize(SampleAssessment.Full), json);
        Assert.Equal(json, JsonSerializer.Serialize(JsonSerializer.Deserialize(json, AnswerContext.Default.Assessment)!, AnswerContext.Default.Assessment));
        Assert.Equal(JsonSerializer.Serialize(Full.Finding), JsonSerializer.Serialize(Full.Finding, AnswerContext.Default.Finding));
    }

    [Theory]
    [MemberData(nameof(Libraries.Names), MemberType = typeof(Libraries))]
    public void Nothing_is_written_as_null_and_read_as_nothing(string library)
    {
        string json = Libraries.Write(library, new Answer(null, null, [], null));
        Answer read = Libraries.Read<Answer>(library, json)!;
        Assert.Equal((null, null, null, 0), (read.Assessment, read.Finding, read.List, read.Findings.Length));
        Assert.Null(Libraries.Read<Assessment>(library, "null"));
    }

    [Fact]
    public void A_tree_of_newtonsoft_is_read_and_written_like_its_text()
    {
        JObject tree = JObject.FromObject(SampleAssessment.Full);
        Assert.Equal(JsonConvert.SerializeObject(SampleAssessment.Full), tree.ToString(Formatting.None));
        Assert.Equal(JsonConvert.SerializeObject(SampleAssessment.Full), JsonConvert.SerializeObject(tree.ToObject<Assessment>()));
        Assert.Equal(JsonConvert.SerializeObject(SampleAssessment.Full), JsonConvert.SerializeObject(JObject.Parse(tree.ToString()).ToObject<Assessment>()));
    }

    [Fact]
    public void A_text_that_looks_like_a_moment_stays_text()
    {
        Finding finding = Full.Finding! with { Subject = new Subject("class", "2026-09-01T08:00:00Z", "/Date(1700000000000)/") };
        Assert.Equal(finding.Subject, JsonConvert.DeserializeObject<Finding>(JsonConvert.SerializeObject(finding))!.Subject);
    }

    [Fact]
    public void A_text_that_somebody_has_made_a_moment_of_is_refused()
    {
        string json = JsonConvert.SerializeObject(Full.Finding! with { Subject = new Subject("class", "2026-09-01T08:00:00Z", null) });
        JsonSerializationException refused = Assert.Throws<JsonSerializationException>(() => JObject.Parse(json).ToObject<Finding>());
        Assert.Equal("a text was read as a date before the finding was: read the JSON with `DateParseHandling.None`. Path 'subject.id'.", refused.Message);
        using JsonTextReader texts = new(new StringReader(json)) { DateParseHandling = DateParseHandling.None };
        Assert.Equal("2026-09-01T08:00:00Z", JObject.Load(texts).ToObject<Finding>()!.Subject!.Id);
    }

    [Theory]
    [InlineData("0.10")]
    [InlineData("60")]
    [InlineData("-0.000000000000001")]
    [InlineData("79228162514264337593543950336")]
    [InlineData("123456789012345")]
    [InlineData("0.00000000000000000000000000000000000000123456789012345")]
    [InlineData("1000000000000000000000000000000000000000000000000000000000000")]
    [InlineData("1E+30")]
    public void A_number_is_written_digit_by_digit(string number)
    {
        Finding finding = Full.Finding! with { Observed = new FindingValue(FieldType.Number, number) };
        Assert.All((string[])["system", "newtonsoft"], library => Assert.Contains($"\"observed\":{number},", Libraries.Write(library, finding), StringComparison.Ordinal));
        Assert.Equal(number, JsonSerializer.Deserialize<Finding>(JsonSerializer.Serialize(finding))!.Observed!.Text);
    }

    [Fact]
    public void What_a_reader_is_set_to_is_as_before_when_a_finding_was_read()
    {
        using JsonTextReader reader = new(new StringReader(JsonConvert.SerializeObject(Full.Finding))) { FloatParseHandling = FloatParseHandling.Decimal, DateParseHandling = DateParseHandling.DateTimeOffset };
        Assert.Equal(Full.Finding!.Subject, Newtonsoft.Json.JsonSerializer.CreateDefault().Deserialize<Finding>(reader)!.Subject);
        Assert.Equal((FloatParseHandling.Decimal, DateParseHandling.DateTimeOffset), (reader.FloatParseHandling, reader.DateParseHandling));
    }

    private static void AssertFull(JsonElement written, Answer read)
    {
        JsonElement document = JsonDocument.Parse(Libraries.Write("system", SampleAssessment.Full)).RootElement;
        JsonElement finding = JsonDocument.Parse(Libraries.Write("system", Full.Finding)).RootElement;
        JsonElement[] members = [.. written.EnumerateObject().Where(p => p.Name[0] != '$').Select(p => p.Value)];
        Assert.True(JsonElement.DeepEquals(document, members[0]));
        Assert.True(JsonElement.DeepEquals(finding, members[1]));
        Assert.Empty(Likeness.Differences(Full.Finding, read.Finding));
        Assert.Empty(Likeness.Differences(Full.Findings, read.Findings));
        Assert.Empty(Likeness.Differences(Full.List, read.List));
        Assert.Equal(Libraries.Write("system", Full.Assessment), Libraries.Write("system", read.Assessment));
    }
}
