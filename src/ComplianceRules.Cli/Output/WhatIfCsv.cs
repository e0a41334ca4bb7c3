using System.Globalization;
using ComplianceRules.Analysis;
using ComplianceRules.Findings;

namespace ComplianceRules.Cli.Output;

/// <summary>A sweep as CSV: a line a rule and value.</summary>
internal static class WhatIfCsv
{
    private const string Header = "rule,pack,parameter,key,unit,value,share,compliant,nonCompliant,undetermined,notApplicable,waived";
    private static readonly System.Buffers.SearchValues<char> Special = System.Buffers.SearchValues.Create(",\"\r\n");

    public static void Write(ParameterSweep sweep, Stream output)
    {
        using StreamWriter text = Terminal.TextOn(output);
        text.AutoFlush = false;
        text.WriteLine(Header);
        foreach (SweptRule rule in sweep.Rules)
        {
            for (int i = 0; i < sweep.Values.Length; i++) text.WriteLine(string.Join(',', Cells(sweep, rule, i).Select(Quoted)));
        }
    }

    private static string[] Cells(ParameterSweep sweep, SweptRule rule, int value)
    {
        VerdictCounts counts = rule.Counts[value];
        string share = SweptRule.ShareOf(counts)?.ToString(CultureInfo.InvariantCulture) ?? string.Empty;
        long[] numbers = [counts.Compliant, counts.NonCompliant, counts.Undetermined, counts.NotApplicable, counts.Waived];
        return [rule.Rule, rule.Pack, sweep.Parameter, sweep.Key ?? string.Empty, sweep.Unit ?? string.Empty, sweep.Values[value].Text, share, .. numbers.Select(n => n.ToString(CultureInfo.InvariantCulture))];
    }

    private static string Quoted(string cell) => cell.AsSpan().ContainsAny(Special) ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : cell;
}
