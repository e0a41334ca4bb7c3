using ComplianceRules.Findings;

namespace ComplianceRules.Tests.Engine.Correcting;

/// <summary>What was met of one kind of rule.</summary>
internal sealed class CorrectionTally
{
    private readonly Dictionary<CorrectionKind, int> _kinds = [];

    /// <summary>How many findings.</summary>
    public int Findings { get; set; }

    /// <summary>For how many of them every cheaper change was tried.</summary>
    public int Tried { get; set; }

    /// <summary>How many promised what.</summary>
    public int Of(CorrectionKind kind) => _kinds.GetValueOrDefault(kind);

    /// <summary>Counts one.</summary>
    public void Count(CorrectionKind kind) => _kinds[kind] = Of(kind) + 1;

    /// <inheritdoc/>
    public override string ToString() => $"{Findings} findings, {string.Join(", ", _kinds.OrderBy(k => k.Key).Select(k => $"{k.Value} {k.Key}"))}, {Tried} tried";
}
