using System.Collections.Immutable;
using ComplianceRules.Diagnostics;
using ComplianceRules.Facts;
using ComplianceRules.Packs;

namespace ComplianceRules.Engine;

/// <summary>A child may not loosen: no value of a pack is looser than what the packs further out have on the value's own first day.</summary>
internal static class LooserValueCheck
{
    /// <summary>Reports every looser value of one pack.</summary>
    /// <param name="pack">The pack.</param>
    /// <param name="book">Its parameters and those further out.</param>
    /// <param name="scales">The scales that times are read on.</param>
    /// <param name="problems">Takes what is wrong.</param>
    public static void Check(RulePack pack, ParameterBook book, ParameterScales scales, DiagnosticBag problems)
    {
        foreach (Parameter parameter in pack.Parameters)
        {
            if (book.Definition(parameter.Name) is not { } definition || definition.Pack == pack) continue;
            foreach (ParameterEntry own in book.Entries(parameter.Name).Where(e => e.Pack == pack)) Check(own, definition, book, scales, problems);
        }
    }

    private static void Check(ParameterEntry own, ParameterDefinition definition, ParameterBook book, ParameterScales scales, DiagnosticBag problems)
    {
        ImmutableArray<ParameterEntry> outer = [.. book.Entries(definition.Signature.Name).Where(e => e.Pack != own.Pack && e.Key == own.Key)];
        ResolvedParameter? parent = SeasonResolver.PartsOf(outer.Append(own)).Where(own.Written.HoldsIn)
            .SelectMany(part => scales.Of(definition.Signature.Name).Select(s => LooserThan(own, SeasonResolver.Of(outer, part), definition.Strictness, s)))
            .FirstOrDefault(p => p is not null);
        if (parent is null) return;
        problems.Report(
            DiagnosticCodes.LooserValue,
            own.Written.Place,
            $"{definition.Signature.Name}{(own.Key is null ? string.Empty : $"[{own.Key}]")}{(own.Written.Season is { } season ? $" {season}" : string.Empty)}",
            own.Value.Text,
            parent.Value.Text,
            own.Written.Source?.Instrument ?? "-",
            parent.Pack.Id,
            parent.Entry.Source?.Instrument ?? "-");
    }

    private static ResolvedParameter? LooserThan(ParameterEntry own, IEnumerable<ParameterEntry> outer, Strictness strictness, TimeScale scale) =>
        ValueResolver.Resolve(outer, strictness, own.Written.From ?? DateOnly.MinValue, scale) is { } parent
        && StrictestValue.IsLooser(parent.Value, StrictestValue.Placed(own.Value, scale), strictness)
            ? parent
            : null;
}
