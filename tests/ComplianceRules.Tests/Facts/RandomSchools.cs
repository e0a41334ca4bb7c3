namespace ComplianceRules.Tests.Facts;

/// <summary>Schools of any shape, good and bad, as they stand in JSON and in NDJSON, each in the same place.</summary>
internal static class RandomSchools
{
    private const string Head = "{\"schemaVersion\":1,\"covers\":[\"370322\",\"37\"],\"calendar\":{\"daysOff\":[\"2026-10-01\",\"10-02\"]},\"classes\":[{\"id\":\"x\",\"school\":\"s1\"}]";

    private static readonly string[] Regions = ["null", "\"370322\"", "\"370321\"", "\"US-NY\"", "\"37\"", "370322"];

    private static readonly string[] Classes =
    [
        "", ",\"classes\":null", ",\"classes\":[]", ",\"classes\":[{\"id\":1,\"grade\":6,\"enrolment\":45}]", ",\"classes\":[{\"id\":1},{\"id\":\"1\"}]",
        ",\"classes\":[{\"id\":\"2\",\"stage\":\"junior\",\"grade\":3,\"pupils\":[{\"id\":\"p\"},{}]}]", ",\"classes\":[7,{\"id\":\"3\",\"enrolment\":\"many\"}]",
        ",\"year_groups\":[{\"grade\":4,\"classes\":[{\"id\":\"4\",\"grade\":5}]}]", ",\"classes\":{}", ",\"clases\":[]", ",\"pupils\":[{\"id\":\"p\"}]",
    ];

    private static readonly string[] Rest = ["", ",\"name\":\"学校\"", ",\"name\":\"\\ud800\"", ",\"name\":\"a\",\"name\":\"b\"", ",\"schooling_system\":\"5-4\"", ",\"boarding\":3"];

    public static string Json(int[] seeds) => $"{Head},\"schools\":[\n{string.Join(",\n", seeds.Select(School))}\n]}}";

    public static string Ndjson(int[] seeds) => $"{Head}}}\n{string.Join('\n', seeds.Select(School))}\n";

    private static string School(int seed, int number)
    {
        int at = Math.Abs(seed % 100_000);
        string id = (at % 7) switch { 0 => "\"note\":\"no id\"", 1 => "\"id\":\"s1\"", _ => $"\"id\":\"s{number}\"" };
        return $"{{{id},\"region\":{Regions[at % Regions.Length]}{Classes[at / 7 % Classes.Length]}{Rest[at / 11 % Rest.Length]}}}";
    }
}
