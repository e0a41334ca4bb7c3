using ComplianceRules.Tests;

namespace ComplianceRules.External.Tests.Schemas;

public sealed class BadDocumentTests
{
    private const string Pack = """
        {
          "id": "a", "version": "1.0.0", "region": "CN", "title": { "zh": "样例", "en": "sample" },
          "instruments": { "law": { "kind": "law", "title": { "zh": "法" }, "certainty": "read" } },
          "facts": { "class": { "fields": { "size": { "type": "number", "unit": "pupil", "range": [0, 99], "step": 1 } } } },
          "parameters": { "size.max": { "unit": "pupil", "strictness": "lower", "values": [ { "from": "2020-09-01", "value": 45, "source": { "instrument": "law" } } ] } },
          "rules": [ {
            "id": "size", "area": "class_size", "subject": "class", "title": { "zh": "班额" },
            "limit": { "of": "size", "max": "$size.max" }, "binding": "mandatory", "source": { "instrument": "law" }, "effective": { "from": "2020-09-01" }
          } ]
        }
        """;

    private const string Part = """
        { "$schema": "../../pack-part.schema.json", "note": "why", "units": { "drill": { "zh": "次" } }, "facts": { "class": { "fields": { "drills": { "type": "number", "unit": "drill", "range": [0, 9] } } } },
          "instruments": { "law": { "title": { "zh": "法" }, "certainty": "read" } }, "parameters": { "drills.min": { "values": [ { "from": "2020-09-01", "value": 2, "source": { "instrument": "law" } } ] } },
          "rules": [ { "id": "drills", "area": "safety", "subject": "class", "title": "演练", "require": "drills >= 2", "binding": "mandatory", "source": { "instrument": "law" }, "effective": { "from": null } } ] }
        """;

    private const string Snapshot = """
        { "schemaVersion": 1, "date": "2026-09-01", "covers": ["370322"], "schools": [ { "id": "s", "region": "370322", "classes": [ { "id": "1", "grade": 3, "size": 40 } ] } ] }
        """;

    private const string Mapping = """
        { "tables": [ { "table": "class", "file": "*.csv", "where": [ { "column": "GRADE", "not": [""] } ], "id": ["A", "B"],
          "parent": { "table": "school", "key": ["A"] }, "fields": { "size": { "column": "SIZE", "factor": 1 } } } ], "covers": ["US-NY-NYC"], "nulls": ["-"] }
        """;

    private const string WideMapping = """
        { "date": "2026-09-01", "title": "a sheet", "tables": [
          { "table": "school", "sheet": null, "header": 3, "id": [{ "text": "3703220012" }], "fields": { "stages": { "column": "S", "values": { "all": ["primary", "junior"], "?": null } } } },
          { "table": "class", "sheet": "C*", "header": [2, 3], "transposed": true, "complete": "ALL", "id": [{ "text": "3703220012", "note": "why" }, "GRADE"],
            "unpivot": { "name": "GRADE", "value": "SIZE", "columns": ["G1", "G2"] }, "parent": { "table": "school", "key": ["A"], "parent": { "table": "region", "key": ["R"] } },
            "fields": { "size": { "column": "SIZE", "unit": "person", "format": "#,##0" } } },
          { "table": "class", "id": ["A"], "unpivot": { "name": "GRADE", "columns": { "note": "why", "G1": { "WORK": "G1/WORK" } } }, "fields": {} } ],
          "constants": { "school.stages": ["primary"], "school.region": "370322" } }
        """;

    private const string Case = """
        [ { "case": "at the limit", "asOf": "2026-09-01", "facts": { "class": [ { "size": 45 } ] }, "expect": { "size": "Compliant" } } ]
        """;

    private const string Waivers = """
        { "language": "en", "instruments": { "order": { "title": "Order 7", "certainty": "read" } }, "waivers": [
          { "rule": "cn/homework.written", "subject": "class:s/1", "from": "2026-01-01", "until": "2026-12-31", "kind": "waiver", "authority": "the bureau", "instrument": "order", "reason": "works" },
          { "area": "sleep", "region": "370322", "from": "2026-01-01", "until": "2026-12-31", "kind": "reason", "reason": "late bus" } ] }
        """;

    [Theory]
    [InlineData("waiver-file", Waivers)]
    [InlineData("pack", Pack)]
    [InlineData("pack-part", Part)]
    [InlineData("snapshot", Snapshot)]
    [InlineData("mapping", Mapping)]
    [InlineData("mapping", WideMapping)]
    [InlineData("case", Case)]
    public async Task The_documents_that_are_spoilt_below_are_good_before(string schema, string document) =>
        Assert.Empty(Assert.Single(await Ajv.Validate((schema, document))));

    [Theory]
    [InlineData("pack", Pack, "\"version\": \"1.0.0\", ", "")]
    [InlineData("pack", Pack, "\"version\": \"1.0.0\"", "\"version\": 1")]
    [InlineData("pack", Pack, "\"version\": \"1.0.0\"", "\"version\": \"1.0.0\", \"verison\": \"1.0.0\"")]
    [InlineData("pack", Pack, "\"region\": \"CN\", ", "")]
    [InlineData("pack", Pack, "\"region\": \"CN\"", "\"region\": \"37\"")]
    [InlineData("pack", Pack, "\"kind\": \"law\"", "\"kind\": \"habit\"")]
    [InlineData("pack", Pack, ", \"certainty\": \"read\"", "")]
    [InlineData("pack", Pack, "\"unit\": \"pupil\", \"range\"", "\"range\"")]
    [InlineData("pack", Pack, "\"range\": [0, 99]", "\"range\": [0]")]
    [InlineData("pack", Pack, "\"type\": \"number\"", "\"type\": \"decimal\"")]
    [InlineData("pack", Pack, "\"strictness\": \"lower\"", "\"strictness\": \"strict\"")]
    [InlineData("pack", Pack, "\"from\": \"2020-09-01\", \"value\"", "\"from\": \"2020-02-30\", \"value\"")]
    [InlineData("pack", Pack, "\"limit\": {", "\"require\": \"size < 45\", \"limit\": {")]
    [InlineData("pack", Pack, "\"limit\": { \"of\": \"size\", \"max\": \"$size.max\" }, ", "")]
    [InlineData("pack", Pack, "\"max\": \"$size.max\"", "\"max\": 45, \"below\": 46")]
    [InlineData("pack", Pack, "\"max\": \"$size.max\"", "\"most\": 45")]
    [InlineData("pack", Pack, "\"binding\": \"mandatory\"", "\"binding\": \"must\"")]
    [InlineData("pack", Pack, "\"effective\": { \"from\": \"2020-09-01\" }", "\"effective\": {}")]
    [InlineData("pack-part", Part, "\"note\": \"why\"", "\"id\": \"a\"")]
    [InlineData("pack-part", Part, "\"note\": \"why\"", "\"waivers\": []")]
    [InlineData("pack-part", Part, "\"certainty\": \"read\"", "\"certainty\": \"sure\"")]
    [InlineData("pack-part", Part, "\"zh\": \"次\"", "\"fr\": \"fois\"")]
    [InlineData("pack-part", Part, "\"range\": [0, 9]", "\"range\": [0]")]
    [InlineData("pack-part", Part, "\"value\": 2, ", "")]
    [InlineData("pack-part", Part, "\"require\"", "\"required\"")]
    [InlineData("snapshot", Snapshot, "\"schemaVersion\": 1", "\"schemaVersion\": 2")]
    [InlineData("snapshot", Snapshot, "\"date\": \"2026-09-01\"", "\"date\": \"1.9.2026\"")]
    [InlineData("snapshot", Snapshot, "\"id\": \"s\", ", "")]
    [InlineData("snapshot", Snapshot, "\"covers\": [\"370322\"]", "\"covers\": \"370322\"")]
    [InlineData("mapping", Mapping, "\"tables\": [", "\"tabels\": [")]
    [InlineData("mapping", Mapping, "\"column\": \"GRADE\", \"not\"", "\"not\"")]
    [InlineData("mapping", Mapping, "\"factor\": 1", "\"factor\": \"1\"")]
    [InlineData("mapping", Mapping, "\"factor\": 1", "\"faktor\": 1")]
    [InlineData("mapping", Mapping, "\"factor\": 1", "\"factor\": 0")]
    [InlineData("mapping", Mapping, "\"factor\": 1", "\"factor\": 1, \"unit\": \"h\"")]
    [InlineData("mapping", WideMapping, "\"date\": \"2026-09-01\"", "\"date\": \"1.9.2026\"")]
    [InlineData("mapping", WideMapping, "\"header\": 3", "\"header\": 0")]
    [InlineData("mapping", WideMapping, "\"header\": [2, 3]", "\"header\": [2]")]
    [InlineData("mapping", WideMapping, "\"transposed\": true", "\"transposed\": \"yes\"")]
    [InlineData("mapping", WideMapping, "\"complete\": \"ALL\"", "\"complete\": \"\"")]
    [InlineData("mapping", WideMapping, "{ \"text\": \"3703220012\" }", "{ \"text\": 3703220012 }")]
    [InlineData("mapping", WideMapping, "\"value\": \"SIZE\", ", "")]
    [InlineData("mapping", WideMapping, "[\"G1\", \"G2\"]", "[]")]
    [InlineData("mapping", WideMapping, "\"name\": \"GRADE\", \"columns\": {", "\"name\": \"GRADE\", \"value\": \"V\", \"columns\": {")]
    [InlineData("mapping", WideMapping, "{ \"WORK\": \"G1/WORK\" }", "\"WORK\"")]
    [InlineData("mapping", WideMapping, "\"unit\": \"person\"", "\"unit\": 1")]
    [InlineData("waiver-file", Waivers, "\"kind\": \"reason\"", "\"kind\": \"excuse\"")]
    [InlineData("waiver-file", Waivers, "\"until\": \"2026-12-31\", ", "")]
    [InlineData("waiver-file", Waivers, "\"waivers\": [", "\"waiver\": [")]
    [InlineData("waiver-file", Waivers, "\"subject\": \"class:s/1\"", "\"subject\": \"class\"")]
    [InlineData("waiver-file", Waivers, "\"language\"", "\"id\"")]
    [InlineData("case", Case, "\"Compliant\"", "\"Complient\"")]
    [InlineData("case", Case, "\"asOf\": \"2026-09-01\", ", "")]
    [InlineData("case", Case, "\"expect\"", "\"expects\"")]
    public async Task A_spoilt_document_is_refused(string schema, string good, string part, string spoilt)
    {
        Assert.Contains(part, good, StringComparison.Ordinal);
        Assert.NotEmpty(Assert.Single(await Ajv.Validate((schema, good.Replace(part, spoilt, StringComparison.Ordinal)))));
    }

    /// <summary>Codes whose faults have to do with the shape of a pack alone, so that an editor with the schema shows them too.</summary>
    [Theory]
    [InlineData("CR1003")]
    [InlineData("CR1031")]
    [InlineData("CR1032")]
    [InlineData("CR1035")]
    [InlineData("CR1036")]
    [InlineData("CR1039")]
    [InlineData("CR1040")]
    [InlineData("CR1150")]
    [InlineData("CR1151")]
    public async Task The_bad_packs_of_wrong_shape_are_refused_by_the_schema_too(string code)
    {
        string[] packs = Directory.GetDirectories(RepositoryRoot.Combine("tests/packs/bad"), $"{code}-*");
        Assert.NotEmpty(packs);
        string[][] errors = await Ajv.Validate([.. packs.Select(pack => ("pack", File.ReadAllText(Path.Combine(pack, "pack.json"))))]);
        Assert.All(packs.Zip(errors), pair => Assert.True(pair.Second.Length > 0, Path.GetFileName(pair.First)));
    }
}
