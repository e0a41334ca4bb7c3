using System.Collections.Immutable;
using ComplianceRules.Diagnostics;
using ComplianceRules.Engine;
using ComplianceRules.Facts;

namespace ComplianceRules.Sql.Running;

/// <summary>Finds which schools are judged by the same statements.</summary>
/// <param name="catalogue">The checked packs.</param>
/// <param name="asOf">The day of assessment.</param>
/// <param name="dialect">How the database wants to be asked.</param>
/// <param name="layout">Where its tables stand.</param>
internal sealed class SqlGroups(Catalogue catalogue, DateOnly asOf, SqlDialect dialect, SqlLayout layout)
{
    private readonly StackBook _stacks = new(catalogue, asOf);
    private readonly SqlCompiler _compiler = new(catalogue, asOf, dialect, layout);

    /// <summary>The rules that were not written, with the reason, by their full ids.</summary>
    public IReadOnlyDictionary<string, Diagnostic> LeftOut => _compiler.LeftOut;

    /// <summary>Notes the rules about regions and persons, which no school's stack need have, and those of schools with packs of their own.</summary>
    /// <param name="named">Those schools.</param>
    /// <param name="isWanted">Which rules are wanted.</param>
    public void Note(IEnumerable<SqlNamedSchool> named, Func<CheckedRule, bool> isWanted)
    {
        _compiler.Note(r => isWanted(r) && r.Rule.Effective.Contains(asOf));
        foreach (SqlNamedSchool school in named) _compiler.Check(_stacks.Of(Code(school.Region), school.School, CellList.Of(school.Packs)), isWanted);
    }

    /// <summary>Takes rules from those left out of which the database works out what they ask of rows.</summary>
    /// <param name="rules">Their full ids.</param>
    public void LeaveOutNoMore(IEnumerable<string> rules) => _compiler.LeaveOutNoMore(rules);

    /// <summary>The groups of the schools of some regions.</summary>
    /// <param name="regions">The regions as the schools write them, each once; an empty text for schools without one.</param>
    /// <param name="isWanted">Which rules are wanted.</param>
    /// <param name="withMeasures">Whether what rules measure is asked for too.</param>
    public ImmutableArray<SqlGroup> Of(IEnumerable<string> regions, Func<CheckedRule, bool> isWanted, bool withMeasures = false)
    {
        ImmutableArray<(PackStack Stack, SqlSchools Schools)> parts = [.. regions.GroupBy(StackOf, ReferenceEqualityComparer.Instance).SelectMany(g => Parts((PackStack)g.Key!, [.. g]))];
        foreach ((PackStack stack, _) in parts) _compiler.Check(stack, isWanted);
        return [.. parts.Select(p => new SqlGroup(p.Schools, _compiler.Compile(p.Stack, isWanted, withMeasures)))];
    }

    private PackStack StackOf(string region) => _stacks.Of(Code(region)).Stack;

    // Schools that packs name have a stack of their own.
    private IEnumerable<(PackStack Stack, SqlSchools Schools)> Parts(PackStack stack, ImmutableArray<string> regions)
    {
        ILookup<PackStack, (string Region, string School)> named = regions.SelectMany(r => Named(r).Select(s => (r, s)))
            .ToLookup(s => _stacks.Of(Code(s.r), s.s, []));
        string[] apart = [.. named.SelectMany(n => n).Select(n => n.School).Distinct(StringComparer.Ordinal)];
        yield return (stack, new SqlSchools { Regions = regions, Except = [.. apart] });
        foreach (IGrouping<PackStack, (string Region, string School)> own in named)
            yield return (own.Key, new SqlSchools { Regions = [.. own.Select(o => o.Region).Distinct(StringComparer.Ordinal)], Only = [.. own.Select(o => o.School)] });
    }

    private IEnumerable<string> Named(string region) => Code(region) is { } code ? catalogue.Scopes.Reaching(code).SelectMany(p => p.Schools).Distinct(StringComparer.Ordinal) : [];

    private RegionCode? Code(string region) => RegionCode.TryParse(region, out RegionCode code) ? catalogue.Schema.FormerCodes.Current(code) : null;
}
