namespace ComplianceRules.Tests.Packs;

/// <summary>Writes small packs that are right unless a test makes them wrong.</summary>
internal static class PackText
{
    /// <summary>An instrument <c>law</c>, which the rules of <see cref="Rule"/> stand on.</summary>
    public const string Instruments = """{ "law": { "kind": "law", "title": "法", "issued": "2020-01-01", "effective": "2020-01-01", "certainty": "read" } }""";

    /// <summary>Facts of class: <c>enrolment</c> (pupil, whole), <c>minutes</c> (min/d), <c>bright</c> (bool), <c>starts</c> (time).</summary>
    public const string Facts = """
        { "class": { "fields": {
            "enrolment": { "type": "number", "unit": "pupil", "range": [0, 300], "step": 1 },
            "minutes": { "type": "number", "unit": "min/d", "range": [0, 600] },
            "bright": { "type": "bool" },
            "starts": { "type": "time", "range": ["05:00", "12:00"] } } } }
        """;

    /// <summary>A whole pack.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="region">Its region.</param>
    /// <param name="facts">The value of <c>facts</c>.</param>
    /// <param name="parameters">The value of <c>parameters</c>.</param>
    /// <param name="rules">The value of <c>rules</c>.</param>
    /// <param name="more">Further members of the pack, each begun with a comma.</param>
    public static string Pack(
        string id = "a", string region = "CN", string facts = Facts, string parameters = "{}", string rules = "[]", string more = "") => $$"""
        { "id": "{{id}}", "version": "1.0.0", "region": "{{region}}", "title": "包",
          "instruments": {{Instruments}},
          "facts": {{facts}},
          "parameters": {{parameters}},
          "rules": {{rules}}{{more}} }
        """;

    /// <summary>One rule of class.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="kind">The member of its kind.</param>
    /// <param name="more">Further members, each begun with a comma.</param>
    /// <param name="subject">The table it judges.</param>
    public static string Rule(string id = "r", string kind = "\"require\": \"bright\"", string more = "", string subject = "class") => $$"""
        { "id": "{{id}}", "area": "x", "subject": "{{subject}}", "title": "规则", {{kind}}, "binding": "mandatory",
          "source": { "instrument": "law", "clause": "1" }, "effective": { "from": "2020-01-01" }{{more}} }
        """;
}
