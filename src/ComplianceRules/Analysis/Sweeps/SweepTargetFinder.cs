using System.Collections.Immutable;
using ComplianceRules.Diagnostics;
using ComplianceRules.Engine;
using ComplianceRules.Facts;
using ComplianceRules.Packs;

namespace ComplianceRules.Analysis;

/// <summary>Finds which parameter a request means, and which rules follow from it.</summary>
/// <param name="catalogue">The checked packs.</param>
/// <param name="plan">The day.</param>
/// <param name="request">What is asked for.</param>
/// <param name="problems">Takes what is wrong with it.</param>
internal sealed class SweepTargetFinder(Catalogue catalogue, Plan plan, WhatIfRequest request, DiagnosticBag problems)
{
    private readonly string _name = request.Parameter;

    /// <summary>Finds them; null where trouble has been reported.</summary>
    public SweepTarget? Find()
    {
        if (ParameterMeant() is not { } parameter || !HasKey(parameter) || !HasOrder(parameter)) return null;
        HashSet<CheckedRule> reading = Reading(request.Key);
        CheckedRule[] asked = [.. Following(reading)];
        if (asked.Length == 0)
        {
            problems.Report(DiagnosticCodes.ParameterNotRead, null, Shown(), Day());
            return null;
        }

        CheckedRule[] judged = [.. asked.Where(r => request.Run.IncludePersonal || !plan.Schema.IsPersonal(r.Rule.Subject))];
        if (judged.Length == 0) problems.Report(DiagnosticCodes.ParameterOfPersons, null, Shown());
        return judged.Length == 0 ? null : new SweepTarget(parameter, request.Key, [.. judged])
        {
            Readers = reading.Where(r => DefinitionFor(r.Pack)?.Id == parameter.Id).Select(r => r.Pack.Id).ToImmutableHashSet(StringComparer.Ordinal),
            LeftOut = [.. asked.Except(judged).Select(r => r.FullId)],
        };
    }

    // Packs that do not build on each other may give one name to several parameters.
    private ParameterDefinition? ParameterMeant()
    {
        if (!Giving().Any())
        {
            problems.Add(new Diagnostic(DiagnosticCodes.NoSuchParameter, null, _name) { DidYouMean = NearestName.Of(_name, catalogue.Packs.Packs.SelectMany(p => p.Parameters).Select(p => p.Name)) });
            return null;
        }

        HashSet<CheckedRule> reading = Reading(null);
        ParameterDefinition[] meant = [.. Following(reading).SelectMany(plan.WithCounted).Where(reading.Contains).Select(r => DefinitionFor(r.Pack)).OfType<ParameterDefinition>().DistinctBy(d => d.Id)];
        if (meant.Length == 0) problems.Report(DiagnosticCodes.ParameterNotRead, null, _name, Day());
        else if (meant.Length > 1) problems.Report(DiagnosticCodes.SeveralParameters, null, _name, string.Join(", ", meant.Select(d => $"`{d.Pack.Id}`").Order(StringComparer.Ordinal)));
        return meant.Length == 1 ? meant[0] : null;
    }

    private bool HasKey(ParameterDefinition parameter)
    {
        string[] keys = [.. Giving().Select(DefinitionFor).OfType<ParameterDefinition>().Where(d => d.Id == parameter.Id).SelectMany(d => d.Signature.Keys).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        switch (parameter.Signature.By, request.Key)
        {
            case (null, { } key):
                problems.Report(DiagnosticCodes.ParameterHasNoKeys, null, _name, key);
                return false;
            case ({ } by, null):
                problems.Report(DiagnosticCodes.ParameterNeedsKey, null, _name, by, string.Join(", ", keys.Select(k => $"`{k}`")));
                return false;
            case (not null, { } key) when !keys.Contains(key, StringComparer.Ordinal):
                problems.Add(new Diagnostic(DiagnosticCodes.ParameterHasOtherKeys, null, _name, key, string.Join(", ", keys.Select(k => $"`{k}`"))) { DidYouMean = NearestName.Of(key, keys) });
                return false;
            default:
                return true;
        }
    }

    private bool HasOrder(ParameterDefinition parameter)
    {
        FieldType type = parameter.Signature.Type.Kind;
        if (type is FieldType.Number or FieldType.Date or FieldType.Time) return true;
        problems.Report(DiagnosticCodes.ParameterHasNoRange, null, _name, FieldTypeWords.Of(type));
        return false;
    }

    private IEnumerable<RulePack> Giving() => catalogue.Packs.Packs.Where(p => p.Parameters.Any(q => q.Name == _name));

    private HashSet<CheckedRule> Reading(string? key) => [.. plan.InForce.Where(r => r.Form.Parts.Any(p => SweepTarget.Reads(p, _name, key)))];

    private IEnumerable<CheckedRule> Following(HashSet<CheckedRule> reading) => plan.InForce.Where(r => request.Run.Selects(r) && plan.WithCounted(r).Any(reading.Contains));

    private ParameterDefinition? DefinitionFor(RulePack pack) => catalogue.BookOf(pack).Definition(_name);

    private string Shown() => request.Key is null ? _name : $"{_name}[{request.Key}]";

    private string Day() => plan.AsOf.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
