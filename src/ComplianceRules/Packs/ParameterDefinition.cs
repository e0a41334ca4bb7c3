using ComplianceRules.Expressions;

namespace ComplianceRules.Packs;

/// <summary>A parameter as the pack that introduces it settles it for all packs further in.</summary>
/// <param name="Signature">What expressions may know of it.</param>
/// <param name="Strictness">Which of two values binds more.</param>
/// <param name="Pack">The pack that introduces it.</param>
internal sealed record ParameterDefinition(ParameterSignature Signature, Strictness Strictness, RulePack Pack)
{
    /// <summary>Which parameter it is.</summary>
    public ParameterId Id => new(Pack.Id, Signature.Name);
}
