using ComplianceRules.Diagnostics;
using ComplianceRules.Facts;
using ComplianceRules.Packs;

namespace ComplianceRules.Engine;

/// <summary>Gathers what packs say of codes that are no more.</summary>
/// <param name="packs">The packs.</param>
/// <param name="problems">Takes what is wrong.</param>
internal sealed class FormerCodesReader(PackSet packs, DiagnosticBag problems)
{
    private readonly Dictionary<RegionCode, RegionCode> _current = [];
    private readonly Dictionary<RegionCode, (RulePack Pack, SourceSpan Place)> _owners = [];

    /// <summary>The former codes of all packs; one that contradicts another or leads back to itself is reported and left out.</summary>
    public FormerCodes Read()
    {
        ILookup<RegionCode, RulePack> byRegion = packs.Packs.Where(p => p is { IsTemplate: false, Region: not null }).ToLookup(p => p.Region!.Value);
        foreach (RulePack pack in packs.Packs.Where(p => p.Region is not null))
        {
            foreach ((RegionCode former, SourceSpan place) in pack.FormerCodes) Add(pack, former, place, byRegion[former].FirstOrDefault());
        }

        return new FormerCodes(_current);
    }

    private void Add(RulePack pack, RegionCode former, SourceSpan place, RulePack? judge)
    {
        RegionCode region = pack.Region!.Value;
        if (judge is not null)
        {
            problems.Report(DiagnosticCodes.FormerCodeInUse, place, former.Text, judge.Id, judge.Place.ToString());
            return;
        }

        if (_owners.TryGetValue(former, out (RulePack Pack, SourceSpan Place) owner))
        {
            if (owner.Pack.Region != region) problems.Report(DiagnosticCodes.FormerCodeTwice, place, former.Text, region.Text, owner.Pack.Region!.Value.Text, owner.Place.ToString());
            return;
        }

        if (LeadsTo(region, former))
        {
            problems.Report(DiagnosticCodes.FormerCodeInCircle, place, former.Text, region.Text);
            return;
        }

        _owners.Add(former, (pack, place));
        _current.Add(former, region);
    }

    private bool LeadsTo(RegionCode from, RegionCode sought)
    {
        RegionCode? at = from;
        while (at is { } code)
        {
            if (code == sought) return true;
            at = _current.TryGetValue(code, out RegionCode next) ? next : code.Parent;
        }

        return false;
    }
}
