using ComplianceRules.Packs;

namespace ComplianceRules.Analysis;

/// <summary>What one pack brings along, counted.</summary>
/// <remarks>Immutable.</remarks>
public sealed record PackCounts
{
    internal PackCounts(RulePack pack, RuleCounts rules)
    {
        Pack = pack;
        Rules = rules;
    }

    /// <summary>The pack.</summary>
    public RulePack Pack { get; }

    /// <summary>Its rules.</summary>
    public RuleCounts Rules { get; }

    /// <summary>The instruments that it names.</summary>
    public int Instruments => Pack.Instruments.Count;

    /// <summary>The parameters that it introduces.</summary>
    public int Parameters => Pack.Parameters.Count(p => p.IsIntroduced);

    /// <summary>The values that it gives parameters, its own and those of packs further out: one for each day and season, and one for each key of these.</summary>
    public int Values => Pack.Parameters.SelectMany(p => p.Values).Sum(v => v.Count);

    /// <summary>The fields of data that it declares.</summary>
    public int Fields => Pack.Facts.SelectMany(t => t.Fields).Count(f => !f.Field.IsDerived);

    /// <summary>The fields that it works out of others.</summary>
    public int DerivedFields => Pack.Facts.SelectMany(t => t.Fields).Count(f => f.Field.IsDerived);

    /// <summary>The cases that it brings along.</summary>
    public int Cases { get; internal init; }
}
