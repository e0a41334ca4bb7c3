using ComplianceRules.Diagnostics;
using ComplianceRules.Expressions;
using ComplianceRules.Facts;
using ComplianceRules.Packs;

namespace ComplianceRules.Engine;

/// <summary>A child may not loosen: no value of a pack is looser than what the packs further out have on the value's own first day. One that they overtake later is only reported.</summary>
/// <param name="book">The parameters of the pack and those further out.</param>
/// <param name="scales">The scales that times are read on.</param>
/// <param name="problems">Takes what is wrong.</param>
internal sealed class LooserValueCheck(ParameterBook book, ParameterScales scales, DiagnosticBag problems)
{
    /// <summary>Reports every looser value of one pack, and every one that is overtaken.</summary>
    /// <param name="pack">The pack.</param>
    public void Check(RulePack pack)
    {
        foreach (Parameter parameter in pack.Parameters.Where(p => p.Relaxes is null))
        {
            if (book.Definition(parameter.Name) is not { } definition || definition.Pack == pack || definition.Strictness == Strictness.None) continue;
            foreach (IGrouping<string?, ParameterEntry> key in book.Entries(parameter.Name).GroupBy(e => e.Key, StringComparer.Ordinal))
            {
                ParameterEntry[] outer = [.. key.Where(e => e.Pack != pack)];
                if (outer.Length > 0) Check(definition, [.. key.Where(e => e.Pack == pack)], outer);
            }
        }
    }

    private void Check(ParameterDefinition definition, ParameterEntry[] entries, ParameterEntry[] outer)
    {
        foreach (ParameterEntry own in entries)
        {
            DateOnly first = own.Written.From ?? DateOnly.MinValue;
            (ParameterEntry[] Entries, ParameterEntry[] Outer)[] parts =
                [.. SeasonResolver.PartsOf(outer.Append(own)).Where(own.Written.HoldsIn).Select(part => ((ParameterEntry[])[.. SeasonResolver.Of(entries, part)], (ParameterEntry[])[.. SeasonResolver.Of(outer, part)]))];
            if (parts.Select(p => LooserThan(own, p.Outer, definition, first)).FirstOrDefault(p => p is not null) is { } parent) ReportLooser(own, definition, parent);
            else if (parts.SelectMany(p => Overtaking(own, p.Entries, p.Outer, definition)).OrderBy(d => d.Day).FirstOrDefault() is (var day, { } later)) ReportOvertaken(own, definition, later, day);
        }
    }

    private IEnumerable<(DateOnly Day, ResolvedParameter? Parent)> Overtaking(ParameterEntry own, ParameterEntry[] entries, ParameterEntry[] outer, ParameterDefinition definition) =>
        DaysOf(own, entries, outer).Select(d => (d, LooserThan(own, outer, definition, d))).Where(d => d.Item2 is not null).Take(1);

    // The days on which values further out may change while a value holds.
    private static IEnumerable<DateOnly> DaysOf(ParameterEntry own, ParameterEntry[] entries, ParameterEntry[] outer)
    {
        DateOnly first = own.Written.From ?? DateOnly.MinValue;
        IEnumerable<DateOnly> starts = outer.Select(e => e.Written.From).Concat(outer.Select(e => e.Written.Until is { } last && last < DateOnly.MaxValue ? last.AddDays(1) : (DateOnly?)null)).OfType<DateOnly>();
        return starts.Where(d => d > first && ValueResolver.InForce(entries, d) == own).Distinct().Order();
    }

    private ResolvedParameter? LooserThan(ParameterEntry own, ParameterEntry[] outer, ParameterDefinition definition, DateOnly day) =>
        scales.Of(definition.Signature.Name).Select(scale => LooserThan(own, outer, definition.Strictness, (day, scale))).FirstOrDefault(p => p is not null);

    private static ResolvedParameter? LooserThan(ParameterEntry own, ParameterEntry[] outer, Strictness strictness, (DateOnly Day, TimeScale Scale) at) =>
        ValueResolver.Resolve(outer, strictness, at.Day, at.Scale) is { } parent && StrictestValue.IsLooser(parent.Value, StrictestValue.Placed(own.Value, at.Scale), strictness) ? parent : null;

    private void ReportLooser(ParameterEntry own, ParameterDefinition definition, ResolvedParameter parent) => problems.Report(
        DiagnosticCodes.LooserValue,
        own.Written.Place,
        NameOf(own, definition),
        own.Value.Text,
        parent.Value.Text,
        own.Written.Source?.Instrument ?? "-",
        parent.Pack.Id,
        parent.Entry.Source?.Instrument ?? "-",
        parent.Entry.Place.ToString());

    private void ReportOvertaken(ParameterEntry own, ParameterDefinition definition, ResolvedParameter parent, DateOnly day) => problems.Report(
        DiagnosticCodes.ValueOvertaken,
        own.Written.Place,
        NameOf(own, definition),
        own.Value.Text,
        new DateValue(day).Text,
        parent.Value.Text,
        parent.Pack.Id,
        parent.Entry.Place.ToString());

    private static string NameOf(ParameterEntry own, ParameterDefinition definition) =>
        $"{definition.Signature.Name}{(own.Key is null ? string.Empty : $"[{own.Key}]")}{(own.Written.Season is { } season ? $" {season}" : string.Empty)}";
}
