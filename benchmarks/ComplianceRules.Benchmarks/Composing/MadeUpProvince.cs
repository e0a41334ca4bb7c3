using System.Globalization;
using System.Text;

namespace ComplianceRules.Benchmarks;

/// <summary>Packs of a made-up nation, one province and its counties.</summary>
internal static class MadeUpProvince
{
    private const string National = "cn";

    /// <summary>Writes the packs.</summary>
    /// <param name="folder">Where to.</param>
    /// <param name="counties">How many counties; each has a pack.</param>
    /// <param name="rules">How many rules the nation has, and each county of its own where it has rules.</param>
    /// <param name="haveRules">Whether counties have rules of their own; else each sets two parameters of the nation, and nothing more.</param>
    public static void Write(string folder, int counties, int rules, bool haveRules)
    {
        Write(folder, National, NationalText(rules));
        for (int county = 0; county < counties; county++)
        {
            string id = string.Create(CultureInfo.InvariantCulture, $"cn-{Code(county)}");
            Write(folder, id, CountyText(id, county, haveRules ? rules : 0));
        }
    }

    // A province has at most 99 cities of 99 counties; what goes on by prefix lies in one province too.
    private static string Code(int county) => string.Create(CultureInfo.InvariantCulture, $"37{1 + (county / 50):D2}{1 + (county % 50):D2}");

    private static void Write(string folder, string id, string text)
    {
        string pack = Directory.CreateDirectory(Path.Combine(folder, id)).FullName;
        File.WriteAllText(Path.Combine(pack, "pack.json"), text);
    }

    private static string NationalText(int rules)
    {
        StringBuilder parameters = new(), written = new();
        for (int rule = 0; rule < rules; rule++)
        {
            parameters.Append(rule == 0 ? string.Empty : ",\n").Append(CultureInfo.InvariantCulture, $$"""
                    "p{{rule}}": { "unit": "min/d", "strictness": "lower", "values": [ { "from": "2021-01-01", "value": {{60 + rule}}, "source": { "instrument": "law", "clause": "1" } } ] }
                """);
            written.Append(rule == 0 ? string.Empty : ",\n").Append(Rule($"r{rule}", rule, $"\"$p{rule}\""));
        }

        return $$"""
            { "id": "{{National}}", "version": "1.0.0", "region": "CN", "title": "国家（虚构）", "instruments": { "law": { "title": "法（虚构）", "certainty": "unverified" } },
              "facts": { "class": { "fields": {
                "written": { "type": "number", "unit": "min/d", "range": [0, 600], "step": 1 }, "oral": { "type": "number", "unit": "min/d", "range": [0, 600], "step": 1 },
                "kind": { "type": "enum", "values": { "ordinary": "普通", "key": "重点" } } } }, "school": { "fields": { "boarding": { "type": "bool" } } } },
              "parameters": {
            {{parameters}}
              },
              "rules": [
            {{written}}
              ] }
            """;
    }

    private static string CountyText(string id, int county, int rules)
    {
        IEnumerable<string> written = Enumerable.Range(0, rules).Select(r => Rule($"c{r}", r, (50 + ((county + r) % 20)).ToString(CultureInfo.InvariantCulture)));
        return $$"""
            { "id": "{{id}}", "version": "1.0.0", "region": "{{id[3..]}}", "title": "县（虚构）", "extends": "{{National}}", "instruments": { "plan": { "title": "方案（虚构）", "certainty": "unverified" } },
              "parameters": {
                "p{{county % 10}}": { "values": [ { "from": "2022-01-01", "value": {{30 + (county % 7)}}, "source": { "instrument": "plan", "clause": null } } ] },
                "p{{10 + (county % 10)}}": { "values": [ { "from": "2023-01-01", "value": {{35 + (county % 5)}}, "source": { "instrument": "plan", "clause": null } } ] }
              },
              "rules": [
            {{string.Join(",\n", written)}}
              ] }
            """;
    }

    private static string Rule(string id, int number, string limit) => string.Create(CultureInfo.InvariantCulture, $$"""
            { "id": "{{id}}", "area": "a{{number % 5}}", "subject": "class", "title": "规则", "appliesTo": { "stage": ["{{(number % 2 == 0 ? "primary" : "junior")}}"], "kind": ["ordinary"] },
              "when": "grade >= {{1 + (number % 6)}} && !school.boarding", "limit": { "of": "{{(number % 3 == 0 ? "written + oral" : "written")}}", "max": {{limit}} },
              "binding": "mandatory", "source": { "instrument": "law", "clause": "{{number}}" }, "effective": { "from": "2021-01-01" } }
        """);
}
