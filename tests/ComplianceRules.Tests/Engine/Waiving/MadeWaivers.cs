using System.Text;
using ComplianceRules.Diagnostics;
using ComplianceRules.Engine;
using ComplianceRules.Facts;
using ComplianceRules.Findings;
using ComplianceRules.Packs;

namespace ComplianceRules.Tests.Engine.Waiving;

/// <summary>Makes random waivers over the rules of a catalogue and the rows of a snapshot, and says by itself which rows they excuse.</summary>
internal static class MadeWaivers
{
    /// <summary>Makes some waivers.</summary>
    /// <param name="dice">What with.</param>
    /// <param name="catalogue">The rules.</param>
    /// <param name="snapshot">The rows.</param>
    public static WaiverFile Of(Dice dice, Catalogue catalogue, Snapshot snapshot)
    {
        string text = Text(dice, catalogue, snapshot);
        Checked<WaiverFile> read = Read(text, catalogue);
        return read.IsValid ? read.Value : throw new InvalidOperationException($"{string.Join("\n", read.Diagnostics)}\n{text}");
    }

    /// <summary>Makes a file of some waivers.</summary>
    public static string Text(Dice dice, Catalogue catalogue, Snapshot snapshot)
    {
        IEnumerable<string> waivers = catalogue.Rules.IsEmpty ? [] : Enumerable.Range(0, dice.Between(0, 8)).Select(_ => One(dice, catalogue, snapshot)).ToArray();
        return $$"""{ "instruments": { "own": { "title": "通知", "certainty": "read" } }, "waivers": [{{string.Join(",\n", waivers)}}] }""";
    }

    /// <summary>Reads a file of waivers.</summary>
    public static Checked<WaiverFile> Read(string text, Catalogue catalogue) => WaiverFile.Read(new SourceFile("waivers.json", Encoding.UTF8.GetBytes(text)), catalogue);

    /// <summary>Whether a waiver of a file excuses a row, row by row from below.</summary>
    public static bool Excuses(WaiverFile? file, CheckedRule rule, Snapshot snapshot, int row) => file is not null && file.Checked.Any(waiver =>
        waiver.Written.From <= Judged.Day && waiver.Written.Until >= Judged.Day && (waiver.Rules.Contains(rule.FullId) || waiver.Rules.Contains(rule.Id))
        && (waiver.Written.Kind == WaiverKind.Waiver || rule.Rule.Binding == Binding.Principle) && Reaches(waiver.Written, snapshot, snapshot.Table(rule.Rule.Subject), row));

    private static bool Reaches(Waiver waiver, Snapshot snapshot, FactTable table, int row)
    {
        while (row >= 0)
        {
            if (waiver.Subject == $"{table.Schema.Name}:{table.Key(row)}") return true;
            if (table.Schema.Name == BaseTables.Region) return waiver.Region is { } region && RegionCode.TryParse(table.Id(row), out RegionCode code) && region.Contains(code);
            row = table.Parent(row);
            if (row >= 0) table = snapshot.Table(table.Schema.Parent!);
        }

        return false;
    }

    private static string One(Dice dice, Catalogue catalogue, Snapshot snapshot)
    {
        CheckedRule rule = dice.Pick(catalogue.Rules);
        string what = dice.OneIn(2) ? $"\"rule\": \"{rule.FullId}\"" : $"\"area\": \"{rule.Rule.Area}\"";
        string kind = rule.Rule.Binding == Binding.Principle && dice.OneIn(2) ? "reason" : "waiver";
        string from = dice.Of("2020-01-01", "2026-09-01", "2026-09-01", "2026-09-02");
        string until = dice.Of("2026-09-02", "2026-09-20", "2027-12-31", from == "2020-01-01" ? "2026-08-31" : "2027-01-01", "2026-12-31");
        return $$"""{ {{what}}, {{Whom(dice, rule, snapshot)}}, "from": "{{from}}", "until": "{{until}}", "kind": "{{kind}}", "authority": "局", "instrument": "own", "reason": "修" }""";
    }

    private static string Whom(Dice dice, CheckedRule rule, Snapshot snapshot)
    {
        if (dice.OneIn(4)) return $"\"region\": \"{dice.Of("CN", "370000", "370322", "440000")}\"";
        FactTable table = snapshot.Table(dice.Pick([.. snapshot.Schema.SelfAndAncestors(rule.Rule.Subject)]).Name);
        if (table.Schema.Name == BaseTables.Region) return "\"region\": \"370300\"";
        return $"\"subject\": {System.Text.Json.JsonSerializer.Serialize($"{table.Schema.Name}:{(table.Count == 0 || dice.OneIn(6) ? "nobody" : table.Key(dice.Between(0, table.Count - 1)))}")}";
    }
}
